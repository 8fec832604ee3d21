import type { Answer } from "#domain/answer.ts";
import { firing } from "#domain/follow-up.ts";
import type { FollowUp, Question } from "#domain/question.ts";
import { useWords } from "#words/context.tsx";

type Props = {
  question: Question;
  /** The typed answer as it stands, null while it is not whole. */
  answer: Answer | null;
  /** The roles that have somebody in the room. */
  present: ReadonlySet<string>;
};

/**
 * Prompts for the facilitator's eyes: what this very answer leaves open stands in view, what else could be asked and
 * where teams fool themselves is a touch away.
 */
export const Guide = ({ question, answer, present }: Props) => {
  const { t, language } = useWords();
  const open = answer ? firing(question, answer, present) : [];
  const later = question.followUps.filter((followUp) => !open.includes(followUp));
  return (
    <>
      {open.length > 0 && (
        <aside className="guide guide--now" aria-label={t("console.askNow")}>
          <h3>
            {t("console.askNow")} <span className="quiet">{t("console.notShown")}</span>
          </h3>
          <FollowUps list={open} />
        </aside>
      )}
      <details className="guide">
        <summary>
          {t("console.hint")} <span className="quiet">{t("console.notShown")}</span>
        </summary>
        <p>{question.hint[language]}</p>
        {later.length > 0 && (
          <>
            <h3>{t("console.followUps")}</h3>
            <FollowUps list={later} />
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
    </>
  );
};

const FollowUps = ({ list }: { list: readonly FollowUp[] }) => {
  const { language } = useWords();
  return (
    <ul>
      {list.map(({ ask }) => (
        <li key={ask.ru}>{ask[language]}</li>
      ))}
    </ul>
  );
};
