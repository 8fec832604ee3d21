import type { Rehearsal } from "#domain/rehearsal.ts";
import { Notice } from "#ui/primitives/notice.tsx";
import { useWords } from "#words/context.tsx";
import { type Choice, Choices } from "./choices.tsx";
import { Mendable, type Ways } from "./mendable.tsx";
import { type Clauses, RehearsalDays } from "./rehearsal-days.tsx";
import { RehearsalPicture } from "./rehearsal-picture.tsx";
import "./rehearsal-view.css";

type Props = {
  rehearsal: Rehearsal;
  order: string;
  branches: Choice[];
  deals: Choice[];
  clauses: Clauses;
  /** The wording of each asked question that mends something, by its key. */
  questions: Record<string, string>;
  ways: Ways;
};

/** One order on its way through the rules: what became of it, the picture of its days, and each day in words. */
export const RehearsalView = ({ rehearsal, order, branches, deals, clauses, questions, ways }: Props) => {
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
          <ul className="mendables">
            {findings.map(({ message, severity, day, question }) => (
              <Mendable
                key={message}
                severity={severity}
                message={message}
                day={day}
                question={question}
                wording={question === null ? null : (questions[question] ?? null)}
                ways={ways}
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
