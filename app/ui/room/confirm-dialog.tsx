import { Button } from "#ui/primitives/button.tsx";
import { Dialog } from "#ui/primitives/dialog.tsx";
import { useWords } from "#words/context.tsx";
import type { Conductor } from "./use-conductor.ts";

/** Moving on before everybody is ready asks once more. */
export const ConfirmDialog = ({ conductor }: { conductor: Conductor }) => {
  const { t } = useWords();
  const { confirming } = conductor;
  return (
    <Dialog
      open={confirming !== null}
      onOpenChange={(open) => !open && conductor.cancel()}
      title={t("console.confirmTitle")}
      description={
        confirming?.kind === "close" || confirming?.kind === "close-package"
          ? t("console.confirmVotes", { count: confirming.count })
          : t("move.confirm", { count: confirming?.count ?? 0 })
      }
      footer={
        <>
          <Button variant="quiet" onClick={conductor.cancel}>
            {t("console.wait")}
          </Button>
          <Button onClick={conductor.confirm}>{t("console.anyway")}</Button>
        </>
      }
    />
  );
};
