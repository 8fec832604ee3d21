import type { Severity } from "#domain/gaps/codes.ts";
import { type Mark, StatusMark } from "#ui/primitives/status-mark.tsx";
import { useWords } from "#words/context.tsx";
import "./mendable.css";

const MARKS = { error: "open", warning: "trial", info: "ahead" } as const satisfies Record<Severity, Mark>;

/** Where the way to a question leads: `agenda` is null for those who do not lead, who read about it in the minutes. */
export type Ways = { minutes: string; agenda: string | null };
type Props = {
  severity: Severity;
  message: string;
  /** The day of a rehearsal on which it shows. */
  day?: number | null;
  question: string | null;
  wording: string | null;
  ways: Ways;
};

/** Something that is missing, and the question that mends it: opened by who leads, read by the others. */
export const Mendable = ({ severity, message, day = null, question, wording, ways: { minutes, agenda } }: Props) => {
  const { t } = useWords();
  return (
    <li className={`mendable mendable--${severity}`}>
      <div className="grow stack stack--tight">
        <p className="mendable__mark">
          <StatusMark mark={MARKS[severity]}>{t(`gaps.severity.${severity}`)}</StatusMark>
          {day !== null && <a href={`#day-${day}`}>{t("rehearsal.day", { day })}</a>}
        </p>
        <p>{message}</p>
        {question !== null && wording !== null && (
          <p className="quiet">
            {agenda === null ? <a href={`${minutes}#${encodeURIComponent(question)}`}>{wording}</a> : wording}
          </p>
        )}
      </div>
      {agenda !== null &&
        (question === null ? (
          <a href={agenda}>{t("gaps.ask")}</a>
        ) : (
          <form method="post">
            <input type="hidden" name="question" value={question} />
            <button type="submit" className="button button--quiet">
              <span className="button__words">{t("gaps.mend")}</span>
            </button>
          </form>
        ))}
    </li>
  );
};
