import type { Answered } from "#live/command.ts";
import { IconButton } from "#ui/primitives/button.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { useWords } from "#words/context.tsx";

type Refused = Exclude<Answered, { done: true }>;

type Props = {
  refusal: Refused | null;
  /** What was written and did not arrive; it stays until it is put away, so that nobody has to write it again. */
  words?: string[];
  onDismiss: () => void;
};

/** One line: what was refused and what to do. */
export const RefusalNotice = ({ refusal, words = [], onDismiss }: Props) => {
  const { t } = useWords();
  if (!refusal && words.length === 0) return null;
  return (
    <Notice
      tone="problem"
      action={<IconButton icon="close" size="small" label={t("house.close")} onClick={onDismiss} />}
    >
      {refusal && t(`refusal.${refusal.refused}`, { count: refusal.count ?? 0 })}
      {words.length > 0 && (
        <div className="refused">
          <p className="quiet">{t("refused.words")}</p>
          {words.map((text) => (
            <p key={text} className="refused__words">
              {text}
            </p>
          ))}
        </div>
      )}
    </Notice>
  );
};
