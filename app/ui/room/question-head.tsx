import type { Now, SharedView } from "#domain/room.ts";
import { useWords } from "#words/context.tsx";

/** Where we are in the deal, the question in the reader's language, and the order it is asked about. */
export const QuestionHead = ({ view, now, order = true }: { view: SharedView; now: Now; order?: boolean }) => {
  const { t, language } = useWords();
  const type = view.workshop.dealTypes.find(({ id }) => id === now.dealType);
  const stage = type?.stages.find(({ id }) => id === now.stage);
  return (
    <header className="question-head">
      <p className="question-head__place">
        {t("question.place", {
          where: stage?.name ?? type?.name ?? t("question.company"),
          place: now.position,
          of: now.siblings,
        })}
      </p>
      <h1 className="question-head__wording" tabIndex={-1} id="question">
        {now.question.wording[language]}
      </h1>
      {order && (stage || type) && <p className="question-head__order">{view.workshop.order.title}</p>}
    </header>
  );
};
