import type { EditionView } from "#domain/edition.ts";
import type { Attendance } from "#domain/participant.ts";
import type { Proceeding } from "#domain/proceedings.ts";
import { Course } from "#ui/course.tsx";
import { Empty } from "#ui/primitives/empty.tsx";
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
  const { t, date } = useWords();
  return (
    <details>
      <summary>{t("record.presence")}</summary>
      <ul className="plain-list">
        {attendance.map(({ name, what, at }) => (
          <li key={`${name} ${at}`}>
            {name} <span className="quiet">{`${t(`record.${what}`)} ${date(at, "moment")} UTC`}</span>
          </li>
        ))}
      </ul>
    </details>
  );
};

/** What an edition changed against the one before; of the first one only that it was made. */
const Edition = ({ edition }: { edition: EditionView }) => {
  const { t, date } = useWords();
  const { number, closedAt, rules, changes, texts } = edition;
  return (
    <section className="stack stack--tight">
      <h2>{t("record.edition", { number })}</h2>
      <p className="quiet">
        {closedAt ? t("record.editionClosed", { date: date(closedAt) }) : t("record.editionOpen")}.{" "}
        {t("record.editionRules", { count: rules })}
      </p>
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

const Question = ({ proceeding }: { proceeding: Proceeding }) => {
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
      <Course proceeding={proceeding} />
    </details>
  );
};
