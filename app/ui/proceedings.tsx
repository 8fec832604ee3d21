import type { Decision } from "#domain/decision.ts";
import type { EditionView } from "#domain/edition.ts";
import type { Attendance } from "#domain/participant.ts";
import type { Proceeding } from "#domain/proceedings.ts";
import { Empty } from "#ui/primitives/empty.tsx";
import { Moment } from "#ui/primitives/moment.tsx";
import { Tally } from "#ui/primitives/tally.tsx";
import { Difference } from "#ui/room/changes.tsx";
import { WordingView } from "#ui/room/wording-view.tsx";
import { useWords } from "#words/context.tsx";
import "./proceedings.css";

type Props = {
  facilitator: string;
  departments: { name: string; people: string[] }[];
  attendance: { name: string; what: Attendance["what"]; at: string }[];
  editions: EditionView[];
  proceedings: Proceeding[];
};

/** The minutes of a workshop, question by question; each opens to everything that was said about it. */
export const Proceedings = ({ facilitator, departments, attendance, editions, proceedings }: Props) => {
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
      {editions.map((edition) => (
        <Edition key={edition.number} edition={edition} />
      ))}
      {proceedings.length === 0 ? (
        <Empty title={t("record.none")}>{t("record.noneLead")}</Empty>
      ) : (
        <ol className="minutes">
          {proceedings.map((proceeding) => (
            <li key={proceeding.key} id={proceeding.key}>
              <Question proceeding={proceeding} />
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
  const { t, date } = useWords();
  const { number, closedAt, rules, changes } = edition;
  return (
    <section className="stack stack--tight">
      <h2>{t("record.edition", { number })}</h2>
      <p className="quiet">
        {closedAt ? t("record.editionClosed", { date: date(closedAt) }) : t("record.editionOpen")}
        {" · "}
        {t("record.editionRules", { count: rules })}
      </p>
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

const Question = ({ proceeding }: { proceeding: Proceeding }) => {
  const { t } = useWords();
  const { place, question, ideas, versions, rounds, objections, decisions } = proceeding;
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
              <Round key={round.number} round={round} />
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
    </details>
  );
};

const Round = ({ round }: { round: Proceeding["rounds"][number] }) => {
  const { t, date } = useWords();
  return (
    <div className="minutes__round">
      <p className="quiet">
        {t(round.isPackage ? "record.package" : "record.round", { number: round.number })}, {date(round.openedAt)}
      </p>
      {round.outcome ? (
        <Tally tally={round.outcome.tally} verdict={round.outcome.verdict} />
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
      {decision.kind === "consent" && <p>{t(`verdict.${decision.verdict}`)}</p>}
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
