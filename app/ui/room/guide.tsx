import type { Question } from "#domain/question.ts";
import { useWords } from "#words/context.tsx";

/** Prompts for the facilitator's eyes: what to ask further and where teams fool themselves. */
export const Guide = ({ question }: { question: Question }) => {
  const { t, language } = useWords();
  return (
    <details className="guide">
      <summary>
        {t("console.hint")} <span className="quiet">{t("console.notShown")}</span>
      </summary>
      <p>{question.hint[language]}</p>
      {question.followUps.length > 0 && (
        <>
          <h3>{t("console.followUps")}</h3>
          <ul>
            {question.followUps.map((followUp) => (
              <li key={followUp.ask.ru}>{followUp.ask[language]}</li>
            ))}
          </ul>
        </>
      )}
      {question.traps.length > 0 && (
        <>
          <h3>{t("console.traps")}</h3>
          <ul>
            {question.traps.map((trap) => (
              <li key={trap.ru}>{trap[language]}</li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
};
