import { useEffect } from "react";
import { useRevalidator } from "react-router";
import type { Bilingual } from "#domain/language.ts";
import { newId } from "#live/new-id.ts";
import { useOutbox } from "#live/use-outbox.ts";
import { Empty } from "#ui/primitives/empty.tsx";
import { useWords } from "#words/context.tsx";
import { IdeaPad } from "./idea-pad.tsx";
import { wordsIn } from "./phone-actions.ts";
import { RefusalNotice } from "./refusal-notice.tsx";

export type SurveyQuestion = {
  key: string;
  wording: Bilingual;
  options: Bilingual[];
  place: string | null;
  sealed: number;
  own: { id: string; text: string }[];
};
type Props = { workshop: string; owner: string; survey: { open: boolean; questions: SurveyQuestion[] } };

/** Each question with its suggestions to pick from and a field of one's own; what is typed survives a lost connection. */
export const SurveyAnswers = ({ workshop, survey, owner }: Props) => {
  const { t, language } = useWords();
  const outbox = useOutbox(workshop);
  const { revalidate } = useRevalidator();
  const waiting = outbox.pending.length;
  useEffect(() => {
    if (waiting === 0) revalidate();
  }, [waiting, revalidate]);
  if (!survey.open || survey.questions.length === 0)
    return <Empty title={t("survey.closed")}>{t("survey.closedLead")}</Empty>;
  const refused = outbox.refusals.filter(({ command }) => command.by === owner).at(-1);
  const url = `/w/${workshop}/ideas`;
  const write = (question: string, text: string) => {
    const id = newId();
    outbox.send({ id, method: "POST", url, body: { id, question, text }, by: owner });
  };
  const change = (idea: string, text: string | null) =>
    outbox.send({
      id: newId(),
      method: text === null ? "DELETE" : "PATCH",
      url: `${url}/${idea}`,
      body: text === null ? {} : { text },
      by: owner,
    });
  return (
    <>
      <RefusalNotice
        refusal={refused?.refusal ?? null}
        words={refused && wordsIn(refused.command.body)}
        onDismiss={() => refused && outbox.dismiss(refused.command.id)}
      />
      <ol className="survey">
        {survey.questions.map((question) => {
          const under = outbox.pending.flatMap(({ body }) => {
            const sent = body as { id?: string; question?: string; text?: string };
            const isNew = sent.question === question.key && !question.own.some(({ id }) => id === sent.id);
            return isNew && sent.id ? [{ id: sent.id, text: sent.text ?? "", sent: false }] : [];
          });
          const ideas = [...question.own.map((idea) => ({ ...idea, sent: true })), ...under];
          const said = new Set(ideas.map(({ text }) => text));
          const left = question.options.filter((option) => !said.has(option.ru) && !said.has(option.en));
          return (
            <li key={question.key} className="survey__question">
              <h2>
                {question.place && <span className="quiet">{question.place}. </span>}
                {question.wording[language]}
              </h2>
              {left.length > 0 && (
                <ul className="survey__options" aria-label={t("survey.pick")}>
                  {left.map((option) => (
                    <li key={option.ru}>
                      <button
                        type="button"
                        className="button button--quiet button--small"
                        onClick={() => write(question.key, option[language])}
                      >
                        {option[language]}
                      </button>
                    </li>
                  ))}
                </ul>
              )}
              <IdeaPad
                question={question.key}
                ideas={ideas}
                onWrite={(text) => write(question.key, text)}
                onChange={change}
              />
            </li>
          );
        })}
      </ol>
    </>
  );
};
