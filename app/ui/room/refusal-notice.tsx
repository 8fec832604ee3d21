import type { Answered } from "#live/command.ts";
import { IconButton } from "#ui/primitives/button.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { useWords } from "#words/context.tsx";

type Refused = Exclude<Answered, { done: true }>;

/** One line: what was refused and what to do. */
export const RefusalNotice = ({ refusal, onDismiss }: { refusal: Refused | null; onDismiss: () => void }) => {
  const { t } = useWords();
  if (!refusal) return null;
  return (
    <Notice
      tone="problem"
      action={<IconButton icon="close" size="small" label={t("house.close")} onClick={onDismiss} />}
    >
      {t(`refusal.${refusal.refused}`, { count: refusal.count ?? 0 })}
    </Notice>
  );
};
