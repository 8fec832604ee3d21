import type { Decision } from "#domain/decision.ts";
import type { Proceeding } from "#domain/proceedings.ts";
import { Moment } from "#ui/primitives/moment.tsx";
import { Tally } from "#ui/primitives/tally.tsx";
import { Arithmetic } from "#ui/room/round-result.tsx";
import { WordingView } from "#ui/room/wording-view.tsx";
import { useWords } from "#words/context.tsx";
import "./proceedings.css";

type Departments = { id: string; name: string }[];
type Props = { proceeding: Proceeding; departments: Departments };

/** How one question went: ideas, versions with their votes, objections and what became of them, decisions, times. */
export const Course = ({ proceeding, departments }: Props) => {
  const { t, date } = useWords();
  const { ideas, versions, rounds, objections, corrections, decisions, course } = proceeding;
  return (
    <div className="course">
      {ideas.length > 0 && (
        <section>
          <h3>{t("record.ideas")}</h3>
          <ul>
            {ideas.map((idea) => (
              <li key={idea.id} className={idea.group ? "minutes__under" : undefined}>
                {idea.text} {idea.by && <span className="quiet">{idea.by}</span>}{" "}
                {idea.seed && <span className="quiet">{t("ideas.seed")}</span>}
                {idea.unsaid && <span className="quiet">{t("unsaid.said")}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {versions.map((version) => (
        <section key={version.version}>
          <h3>{t("candidate.label", { version: version.version })}</h3>
          <WordingView wording={version.wording} />
          {rounds
            .filter((round) => round.version === version.version)
            .map((round) => (
              <Round key={round.number} round={round} departments={departments} />
            ))}
        </section>
      ))}
      {objections.length > 0 && (
        <section>
          <h3>{t("record.objections")}</h3>
          {objections.map((objection) => (
            <div key={objection.id} className="minutes__objection">
              <p>
                {objection.reason}{" "}
                <span className="quiet">
                  {objection.by ?? t("objection.anonymous")} · {t(`disposition.${objection.disposition}`)}
                  {objection.late && ` · ${t("record.late")}`}
                </span>
              </p>
              <p>
                <span className="quiet">{t("objection.wish")}</span> {objection.wish}
              </p>
              {objection.replies.map((reply) => (
                <p key={reply.id}>
                  <span className="quiet">{t(`objection.from.${reply.from}`)}</span> {reply.text}
                </p>
              ))}
            </div>
          ))}
        </section>
      )}
      {corrections.length > 0 && (
        <section>
          <h3>{t("record.corrections")}</h3>
          <ul>
            {corrections.map(({ id, wrong, right, by, at, isRecalled }) => (
              <li key={id}>
                <del>{wrong}</del> <ins>{right}</ins>{" "}
                <span className="quiet">
                  {by}, {date(at)}
                  {isRecalled && ` · ${t("record.recalled")}`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {decisions.map((decision) => (
        <Ending key={decision.id} decision={decision} />
      ))}
      {course.length > 0 && <Times course={course} spent={proceeding.minutes} />}
    </div>
  );
};

/** When the question entered which phase, and how long the room worked on it. */
const Times = ({ course, spent }: { course: Proceeding["course"]; spent: number | null }) => {
  const { t, minutes } = useWords();
  return (
    <section>
      <h3>{t("record.course")}</h3>
      {spent !== null && <p className="quiet">{t("record.time", { minutes: minutes(spent) })}</p>}
      <ul className="plain-list">
        {course.map(({ phase, at }) => (
          <li key={`${phase} ${at}`} className="quiet">
            {t(`phase.${phase}`)} <Moment at={at} />
          </li>
        ))}
      </ul>
    </section>
  );
};

const Round = ({ round, departments }: { round: Proceeding["rounds"][number]; departments: Departments }) => {
  const { t, date } = useWords();
  return (
    <div className="minutes__round">
      <p className="quiet">
        {t(round.isPackage ? "record.package" : "record.round", { number: round.number })}, {date(round.openedAt)}
      </p>
      {round.trial && (
        <p>{t("record.trialVote", { until: date(round.trial.until), judgedBy: round.trial.judgedBy })}</p>
      )}
      {round.outcome ? (
        <>
          <Tally tally={round.outcome.tally} verdict={round.outcome.verdict} />
          <Arithmetic outcome={round.outcome} departments={departments} />
        </>
      ) : (
        <p className="quiet">{t(round.closedAt ? "record.void" : "record.open")}</p>
      )}
      {round.counted && <p className="quiet">{t(`result.${round.counted.how}`, { count: round.counted.ballots })}</p>}
      {round.concerns.length > 0 && (
        <ul>
          {round.concerns.map((concern) => (
            <li key={concern}>{concern}</li>
          ))}
        </ul>
      )}
    </div>
  );
};

const Ending = ({ decision }: { decision: Decision }) => {
  const { t, date } = useWords();
  return (
    <section className="minutes__decision">
      <h3>{t(`record.decision.${decision.kind}`)}</h3>
      <p className="quiet">{date(decision.at)}</p>
      {decision.kind === "consent" && (
        <p>
          {t(`verdict.${decision.verdict}`)}
          {decision.reviewOn && `. ${t("settled.review", { date: date(decision.reviewOn) })}`}
        </p>
      )}
      {decision.kind === "trial" && (
        <p>{t("record.trial", { until: date(decision.until), judgedBy: decision.judgedBy })}</p>
      )}
      {decision.kind === "head" && (
        <p>
          {t("record.head", { name: decision.decidedBy, reason: decision.reason, reviewOn: date(decision.reviewOn) })}
        </p>
      )}
      {decision.kind === "parked" && (
        <p>{t("record.parked", { name: decision.owner, missing: decision.missing, due: date(decision.dueOn) })}</p>
      )}
    </section>
  );
};
