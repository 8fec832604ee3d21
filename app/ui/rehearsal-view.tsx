import type { Rehearsal, RehearsalFinding } from "#domain/rehearsal.ts";
import { Notice } from "#ui/primitives/notice.tsx";
import { StatusMark } from "#ui/primitives/status-mark.tsx";
import { useWords } from "#words/context.tsx";
import { type Clauses, RehearsalDays } from "./rehearsal-days.tsx";
import { RehearsalPicture } from "./rehearsal-picture.tsx";
import "./rehearsal-view.css";

type Choice = { name: string; href: string; isChosen: boolean };
type Props = {
  rehearsal: Rehearsal;
  order: string;
  branches: Choice[];
  deals: Choice[];
  clauses: Clauses;
  /** The wording of each asked question that mends something, by its key. */
  questions: Record<string, string>;
  minutes: string;
  agenda: string | null;
};

/** One order on its way through the rules: what became of it, the picture of its days, and each day in words. */
export const RehearsalView = ({ rehearsal, order, branches, deals, clauses, questions, minutes, agenda }: Props) => {
  const { t } = useWords();
  const { end, length, findings } = rehearsal;
  return (
    <>
      <div className="rehearsal__choices">
        {deals.length > 1 && <Choices label={t("rehearsal.deals")} choices={deals} />}
        <Choices label={t("rehearsal.branches")} choices={branches} />
      </div>
      <div className="stack stack--tight">
        <p className="quiet">{order}</p>
        <p className="rehearsal__end">
          {end.text} {end.kind !== "nothing" && length.text}
        </p>
        <p className="quiet">{t("rehearsal.assumed")}</p>
      </div>
      {findings.length === 0 ? (
        <Notice tone="good">{t(rehearsal.branch === "planned" ? "rehearsal.smooth" : "rehearsal.answered")}</Notice>
      ) : (
        <section className="stack" aria-labelledby="rehearsal-findings">
          <h2 id="rehearsal-findings">{t("rehearsal.findings")}</h2>
          <ul className="rehearsal__findings">
            {findings.map((finding) => (
              <Finding
                key={finding.message}
                finding={finding}
                wording={finding.question === null ? null : (questions[finding.question] ?? null)}
                minutes={minutes}
                agenda={agenda}
              />
            ))}
          </ul>
        </section>
      )}
      {rehearsal.passages.length > 0 && <RehearsalPicture rehearsal={rehearsal} />}
      {rehearsal.days.length > 0 && <RehearsalDays rehearsal={rehearsal} clauses={clauses} />}
    </>
  );
};

const Choices = ({ label, choices }: { label: string; choices: Choice[] }) => (
  <nav className="rehearsal__ways" aria-label={label}>
    {choices.map(({ name, href, isChosen }) => (
      <a key={href} href={href} aria-current={isChosen ? "page" : undefined}>
        {name}
      </a>
    ))}
  </nav>
);

type FindingProps = {
  finding: RehearsalFinding;
  wording: string | null;
  minutes: string;
  agenda: string | null;
};

/** What broke, and the way to the question that mends it: opened by who leads, read by the others. */
const Finding = ({ finding: { severity, day, message, question }, wording, minutes, agenda }: FindingProps) => {
  const { t } = useWords();
  return (
    <li className={`rehearsal__finding rehearsal__finding--${severity}`}>
      <div className="grow stack stack--tight">
        <p className="rehearsal__mark">
          <StatusMark mark={severity === "error" ? "open" : "trial"}>{t(`rehearsal.severity.${severity}`)}</StatusMark>
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
          <a href={agenda}>{t("rehearsal.ask")}</a>
        ) : (
          <form method="post">
            <input type="hidden" name="question" value={question} />
            <button type="submit" className="button button--quiet">
              <span className="button__words">{t("rehearsal.mend")}</span>
            </button>
          </form>
        ))}
    </li>
  );
};
