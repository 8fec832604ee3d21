import { Button, ButtonLink } from "#ui/primitives/button.tsx";
import { Dialog } from "#ui/primitives/dialog.tsx";
import { useWords } from "#words/context.tsx";
import type { Conductor } from "./use-conductor.ts";

/** Moving on before everybody is ready, or closing over gaps and unanswered fears, asks once more. */
export const ConfirmDialog = ({ workshop, conductor }: { workshop: string; conductor: Conductor }) => {
  const { t } = useWords();
  const { confirming } = conductor;
  const kind = confirming?.kind;
  const count = confirming?.count ?? 0;
  const isClosing = kind === "fears" || kind === "gaps";
  const said =
    kind === "fears"
      ? t("fears.confirm", { count })
      : kind === "gaps"
        ? t("closing.gaps", { count })
        : kind === "close" || kind === "close-package"
          ? t("console.confirmVotes", { count })
          : t("move.confirm", { count });
  return (
    <Dialog
      open={confirming !== null}
      onOpenChange={(open) => !open && conductor.cancel()}
      title={t(
        kind === "fears" ? "fears.confirmTitle" : kind === "gaps" ? "closing.gapsTitle" : "console.confirmTitle",
      )}
      description={said}
      footer={
        <>
          {isClosing ? (
            <ButtonLink variant="quiet" to={`/w/${workshop}/${kind}`}>
              {t(kind === "fears" ? "fears.title" : "closing.toGaps")}
            </ButtonLink>
          ) : (
            <Button variant="quiet" onClick={conductor.cancel}>
              {t("console.wait")}
            </Button>
          )}
          <Button onClick={conductor.confirm}>{t(isClosing ? "console.finish" : "console.anyway")}</Button>
        </>
      }
    />
  );
};
