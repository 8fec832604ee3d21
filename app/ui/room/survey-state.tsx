import { useEffect } from "react";
import { useRevalidator } from "react-router";
import { useCommand } from "#live/use-command.ts";
import { Button } from "#ui/primitives/button.tsx";
import { CopyButton } from "#ui/primitives/copy-button.tsx";
import { Empty } from "#ui/primitives/empty.tsx";
import { useWords } from "#words/context.tsx";
import { RefusalNotice } from "./refusal-notice.tsx";
import type { SurveyQuestion } from "./survey-answers.tsx";

const LOOK_AGAIN_MS = 5_000;

type Props = { workshop: string; survey: { open: boolean; questions: SurveyQuestion[] }; joinUrl: string | null };

/** The facilitator opens the survey, sends the link, and sees how many thoughts there are, never what they say. */
export const SurveyState = ({ workshop, survey, joinUrl }: Props) => {
  const { t, language } = useWords();
  const { busy, refusal, dismiss, run } = useCommand();
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!survey.open) return;
    const timer = setInterval(revalidate, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [survey.open, revalidate]);
  const turn = async () => {
    const answered = await run("POST", `/w/${workshop}/changes`, { change: "survey", open: !survey.open });
    if ("done" in answered) revalidate();
  };
  if (survey.questions.length === 0) return <Empty title={t("survey.none")}>{t("survey.noneLead")}</Empty>;
  return (
    <>
      <RefusalNotice refusal={refusal} onDismiss={dismiss} />
      <div className="cluster">
        <Button variant={survey.open ? "quiet" : "primary"} busy={busy} onClick={turn}>
          {t(survey.open ? "survey.close" : "survey.open")}
        </Button>
        {survey.open && joinUrl && <CopyButton text={joinUrl} />}
      </div>
      {survey.open && joinUrl && <p className="quiet">{t("survey.send", { url: joinUrl })}</p>}
      <ol className="survey">
        {survey.questions.map((question) => (
          <li key={question.key} className="survey__question survey__question--counted">
            <span>{question.wording[language]}</span>
            <span className="quiet">{t("survey.sealed", { count: question.sealed })}</span>
          </li>
        ))}
      </ol>
    </>
  );
};
