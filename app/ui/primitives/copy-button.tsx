import { useEffect, useState } from "react";
import { useWords } from "#words/context.tsx";

/** Puts a text on the clipboard and says so. Without a clipboard (a page that is not secure) there is no button. */
export const CopyButton = ({ text }: { text: string }) => {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  const [able, setAble] = useState(false);
  useEffect(() => setAble(Boolean(navigator.clipboard)), []);
  if (!able) return null;
  return (
    <button
      type="button"
      className="link"
      onClick={async () => {
        await navigator.clipboard.writeText(text);
        setCopied(true);
        setTimeout(() => setCopied(false), 2000);
      }}
    >
      <span aria-live="polite">{copied ? t("house.copied") : t("house.copy")}</span>
    </button>
  );
};
