import { Notice } from "#ui/primitives/notice.tsx";
import { useWords } from "#words/context.tsx";

/** Says when the line is down, and that nothing typed is lost; silent while all is well. */
export const Connection = ({ status, pending }: { status: "live" | "reconnecting" | "offline"; pending: number }) => {
  const { t } = useWords();
  if (status === "live") return null;
  return (
    <Notice tone="caution">{status === "offline" || pending > 0 ? t("live.offline") : t("live.connecting")}</Notice>
  );
};
