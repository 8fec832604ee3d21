import { Notice } from "#ui/primitives/notice.tsx";
import { useWords } from "#words/context.tsx";

type Props = {
  status: "live" | "reconnecting" | "offline";
  pending: number;
  /** The code with which the door was shut for good; null while it is open or may open again. */
  refused?: number | null;
};

/** Says when the line is down, and that nothing typed is lost; silent while all is well. */
export const Connection = ({ status, pending, refused = null }: Props) => {
  const { t } = useWords();
  if (refused !== null)
    return (
      <Notice tone="problem">
        {t("live.refused")} <a href="/join">{t("live.again")}</a>
      </Notice>
    );
  if (status === "live") return null;
  return (
    <Notice tone="caution">{status === "offline" || pending > 0 ? t("live.offline") : t("live.connecting")}</Notice>
  );
};
