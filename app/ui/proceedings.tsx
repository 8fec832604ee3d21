import type { EditionView } from "#domain/edition.ts";
import type { MeetingSummary as MeetingSummaryOf } from "#domain/meeting-summary.ts";
import type { Attendance } from "#domain/participant.ts";
import type { Proceeding } from "#domain/proceedings.ts";
import { Course } from "#ui/course.tsx";
import { Empty } from "#ui/primitives/empty.tsx";
import { Moment } from "#ui/primitives/moment.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { Difference } from "#ui/room/changes.tsx";
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
  template: string | null;
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
  template,
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
      <MeetingSummary summary={summary} template={template} />
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
  const { number, closedAt, rules, changes, texts, findings } = edition;
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
          {changes.map(({ kind, rule, question, before, after }) => (
            <li key={question}>
              {before && after ? (
                <>
                  <strong>{rule}</strong> {kind === "typo" && <span className="quiet">{t("editions.typo")}</span>}
                  <Difference before={before} after={after} />
                </>
              ) : (
                <>
                  <strong>{rule}</strong> {t(after ? "record.added" : "record.givenUp")}
                  <WordingView wording={after ?? before ?? []} />
                </>
              )}
            </li>
          ))}
          {texts.map(({ place, before, after }) => (
            <li key={place}>
              <strong>{t("texts.title")}</strong> <Difference before={before ?? []} after={after ?? []} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

const Question = ({ proceeding, departments }: { proceeding: Proceeding; departments: Departments }) => {
  const { t } = useWords();
  const { place, question, decisions } = proceeding;
  return (
    <details className="minutes__question">
      <summary>
        <span className="grow">
          {place && <span className="quiet">{place}. </span>}
          {question}
        </span>
        <span className="minutes__end">{decisions.map(({ kind }) => t(`record.decision.${kind}`)).at(-1)}</span>
      </summary>
      <Course proceeding={proceeding} departments={departments} />
    </details>
  );
};
