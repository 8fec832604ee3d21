import type { Decision } from "#domain/decision.ts";
import type { EditionView } from "#domain/edition.ts";
import type { MeetingSummary as MeetingSummaryOf } from "#domain/meeting-summary.ts";
import type { Attendance } from "#domain/participant.ts";
import type { Proceeding } from "#domain/proceedings.ts";
import { Empty } from "#ui/primitives/empty.tsx";
import { Moment } from "#ui/primitives/moment.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { Tally } from "#ui/primitives/tally.tsx";
import { Difference } from "#ui/room/changes.tsx";
import { Arithmetic } from "#ui/room/round-result.tsx";
import { WordingView } from "#ui/room/wording-view.tsx";
import { useWords } from "#words/context.tsx";
import { MeetingSummary } from "./meeting-summary.tsx";
import "./proceedings.css";

type Departments = { id: string; name: string }[];
type Props = {
  facilitator: string;
  departments: (Departments[number] & { people: string[] })[];
  attendance: { name: string; what: Attendance["what"]; at: string }[];
  editions: EditionView[];
  summary: MeetingSummaryOf;
  byHead: { count: number; of: number } | null;
  proceedings: Proceeding[];
};

/** The minutes of a workshop, question by question; each opens to everything that was said about it. */
export const Proceedings = ({
  facilitator,
  departments,
  attendance,
  editions,
  summary,
  byHead,
  proceedings,
}: Props) => {
  const { t, list } = useWords();
  return (
    <>
      <dl className="minutes__people">
        <div>
          <dt>{t("record.facilitator")}</dt>
          <dd>{facilitator}</dd>
        </div>
        {departments.map(({ name, people }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{list(people)}</dd>
          </div>
        ))}
      </dl>
      {attendance.length > 0 && <Presence attendance={attendance} />}
      {byHead && <Notice tone="caution">{t("closing.byHead", byHead)}</Notice>}
      <MeetingSummary summary={summary} />
      {editions.map((edition) => (
        <Edition key={edition.number} edition={edition} />
      ))}
      {proceedings.length === 0 ? (
        <Empty title={t("record.none")}>{t("record.noneLead")}</Empty>
      ) : (
        <ol className="minutes">
          {proceedings.map((proceeding) => (
            <li key={proceeding.key} id={proceeding.key}>
              <Question proceeding={proceeding} departments={departments} />
            </li>
          ))}
        </ol>
      )}
    </>
  );
};

/** Who was there when. */
const Presence = ({ attendance }: Pick<Props, "attendance">) => {
  const { t } = useWords();
  return (
    <details>
      <summary>{t("record.presence")}</summary>
      <ul className="plain-list">
        {attendance.map(({ name, what, at }) => (
          <li key={`${name} ${at}`}>
            {name}{" "}
            <span className="quiet">
              {t(`record.${what}`)} <Moment at={at} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
};

/** What an edition changed against the one before; of the first one only that it was made. */
const Edition = ({ edition }: { edition: EditionView }) => {
  const { t, date, language } = useWords();
  const { number, closedAt, rules, changes, findings } = edition;
  return (
    <section className="stack stack--tight">
      <h2>{t("record.edition", { number })}</h2>
      <p className="quiet">
        {closedAt ? t("record.editionClosed", { date: date(closedAt) }) : t("record.editionOpen")}
        {" · "}
        {t("record.editionRules", { count: rules })}
      </p>
      {findings && findings.length === 0 && <p className="quiet">{t("record.noFindings")}</p>}
      {findings && findings.length > 0 && (
        <details>
          <summary>
            {t("record.findings")} <span className="quiet figures">{findings.length}</span>
          </summary>
          <ul>
            {findings.map(({ message }) => (
              <li key={message[language]}>{message[language]}</li>
            ))}
          </ul>
        </details>
      )}
      {number > 1 && (
        <ul className="plain-list">
          {changes.map(({ rule, question, before, after }) => (
            <li key={question}>
              {before && after ? (
                <>
                  <strong>{rule}</strong> <Difference before={before} after={after} />
                </>
              ) : (
                <>
                  <strong>{rule}</strong> {t(after ? "record.added" : "record.givenUp")}
                  <WordingView wording={after ?? before ?? []} />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

const Question = ({ proceeding, departments }: { proceeding: Proceeding; departments: Departments }) => {
  const { t } = useWords();
  const { place, question, ideas, versions, rounds, objections, decisions, course } = proceeding;
  return (
    <details className="minutes__question">
      <summary>
        <span className="grow">
          {place && <span className="quiet">{place}. </span>}
          {question}
        </span>
        <span className="minutes__end">{decisions.map(({ kind }) => t(`record.decision.${kind}`)).at(-1)}</span>
      </summary>
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
      {decisions.map((decision) => (
        <Ending key={decision.id} decision={decision} />
      ))}
      {course.length > 0 && <Course course={course} spent={proceeding.minutes} />}
    </details>
  );
};

/** When the question entered which phase, and how long the room worked on it. */
const Course = ({ course, spent }: { course: Proceeding["course"]; spent: number | null }) => {
  const { t, date, minutes } = useWords();
  return (
    <section>
      <h3>{t("record.course")}</h3>
      {spent !== null && <p className="quiet">{t("record.time", { minutes: minutes(spent) })}</p>}
      <ul className="plain-list">
        {course.map(({ phase, at }) => (
          <li key={`${phase} ${at}`} className="quiet">
            {t(`phase.${phase}`)}, {`${date(at, "moment")} UTC`}
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
