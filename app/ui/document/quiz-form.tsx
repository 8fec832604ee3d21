import { Form } from "react-router";
import type { Marked, QuizAnswers, Situation } from "#domain/quiz.ts";
import { Button } from "#ui/primitives/button.tsx";
import { Checkbox } from "#ui/primitives/checkbox.tsx";
import { Icon } from "#ui/primitives/icon.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { useWords } from "#words/context.tsx";
import "./life.css";

type Truth = Record<string, { right: string; clause: string }>;
type Props = {
  situations: Pick<Situation, "id" | "stage" | "ask" | "options">[];
  acknowledgement: string | null;
  marked: (Marked & { answers: QuizAnswers; truth: Truth }) | null;
  /** The page on which the clauses stand. */
  back: string;
};

/** The situations with their answers; after answering, what the rules say and where. Works without scripts. */
export const QuizForm = ({ situations, acknowledgement, marked, back }: Props) => {
  const { t } = useWords();
  return (
    <Form method="post" className="stack stack--loose">
      {marked && (
        <Notice tone={marked.wrong.length === 0 ? "good" : "info"}>
          {t("quiz.result", { count: marked.right, of: marked.of })}
        </Notice>
      )}
      {situations.map(({ id, stage, ask, options }, at) => {
        const truth = marked?.truth[id];
        return (
          <fieldset key={id} className="quiz__situation">
            <legend>
              <span className="figures">{at + 1}.</span> {stage && <span className="quiet">{stage}. </span>}
              {ask}
            </legend>
            {options.map((option) => (
              <label key={option.id} className="quiz__option">
                <input
                  type="radio"
                  name={`s.${id}`}
                  value={option.id}
                  defaultChecked={marked?.answers[id] === option.id}
                />
                <span>{option.text}</span>
                {truth?.right === option.id && (
                  <span className="quiz__mark quiz__mark--right">
                    <Icon name="check" size={18} /> {t("quiz.right")}
                  </span>
                )}
                {truth && truth.right !== option.id && marked?.answers[id] === option.id && (
                  <span className="quiz__mark quiz__mark--wrong">
                    <Icon name="objection" size={18} /> {t("quiz.wrong")}
                  </span>
                )}
              </label>
            ))}
            {truth && <a href={`${back}#${encodeURIComponent(id)}`}>{t("quiz.clause", { number: truth.clause })}</a>}
          </fieldset>
        );
      })}
      {acknowledgement && (
        <>
          <input type="hidden" name="acknowledgement" value={acknowledgement} />
          <Checkbox name="keep" label={t("quiz.keep")} hint={t("quiz.keepHint")} />
        </>
      )}
      <div>
        <Button type="submit">{t(marked ? "quiz.again" : "quiz.go")}</Button>
      </div>
    </Form>
  );
};
