import { Button, ButtonLink } from "#ui/primitives/button.tsx";
import { Dialog } from "#ui/primitives/dialog.tsx";
import { useWords } from "#words/context.tsx";
import type { Conductor } from "./use-conductor.ts";

/** Moving on before everybody is ready, or closing over unanswered fears, asks once more. */
export const ConfirmDialog = ({ workshop, conductor }: { workshop: string; conductor: Conductor }) => {
  const { t } = useWords();
  const { confirming } = conductor;
  return (
    <Dialog
      open={confirming !== null}
      onOpenChange={(open) => !open && conductor.cancel()}
      title={t(confirming?.kind === "fears" ? "fears.confirmTitle" : "console.confirmTitle")}
      description={
        confirming?.kind === "fears"
          ? t("fears.confirm", { count: confirming.count })
          : confirming?.kind === "close" || confirming?.kind === "close-package"
            ? t("console.confirmVotes", { count: confirming.count })
            : t("move.confirm", { count: confirming?.count ?? 0 })
      }
      footer={
        <>
          {confirming?.kind === "fears" ? (
            <ButtonLink variant="quiet" to={`/w/${workshop}/fears`}>
              {t("fears.title")}
            </ButtonLink>
          ) : (
            <Button variant="quiet" onClick={conductor.cancel}>
              {t("console.wait")}
            </Button>
          )}
          <Button onClick={conductor.confirm}>
            {t(confirming?.kind === "fears" ? "console.finish" : "console.anyway")}
          </Button>
        </>
      }
    />
  );
};
