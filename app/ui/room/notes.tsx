import { useDraft } from "#live/draft.ts";
import { TextAreaField } from "#ui/primitives/field.tsx";
import { useWords } from "#words/context.tsx";

/** The facilitator's own notes to a question. They stay in this browser: no server, no file, no projector has them. */
export const Notes = ({ workshop, question }: { workshop: string; question: string }) => {
  const { t } = useWords();
  const [text, setText] = useDraft(`notes:${workshop}:${question}`, "");
  return (
    <details className="guide" open={text !== ""}>
      <summary>
        {t("notes.title")} <span className="quiet">{t("notes.where")}</span>
      </summary>
      <TextAreaField
        label={t("notes.title")}
        rows={3}
        maxLength={5000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </details>
  );
};
