import type { Rehearsal, RehearsalEvent } from "#domain/rehearsal.ts";
import { useWords } from "#words/context.tsx";
import "./rehearsal-days.css";

/** Where each rule stands in the regulation, by its id. */
export type Clauses = Record<string, { number: string; href: string }>;
type Day = Rehearsal["days"][number];
type Props = { rehearsal: Rehearsal; clauses: Clauses };

/** Each day in words. On a branch the days that go as planned are folded away. */
export const RehearsalDays = ({ rehearsal, clauses }: Props) => {
  const { t } = useWords();
  const names = new Map(rehearsal.stages.map(({ key, name }) => [key, name]));
  return (
    <section className="stack" aria-labelledby="rehearsal-days">
      <h2 id="rehearsal-days">{t("rehearsal.days")}</h2>
      <div className="days">
        {folded(rehearsal).map(({ days, isRoutine }) => {
          const shown = days.map((day) => <DayView key={day.day} day={day} names={names} clauses={clauses} />);
          const [from, to] = [days[0]?.title ?? "", days.at(-1)?.title ?? ""];
          if (!isRoutine) return shown;
          return (
            <details key={from} className="days__routine">
              <summary>{t("rehearsal.routine", { from, to })}</summary>
              {shown}
            </details>
          );
        })}
      </div>
    </section>
  );
};

/** Neighbouring days put together, those with something of the turn apart from those without. */
const folded = ({ branch, days }: Rehearsal): { days: Day[]; isRoutine: boolean }[] => {
  const parts: { days: Day[]; isRoutine: boolean }[] = [];
  for (const day of days) {
    const isRoutine = branch !== "planned" && !day.events.some(({ inTurn }) => inTurn);
    const last = parts.at(-1);
    if (last?.isRoutine === isRoutine) last.days.push(day);
    else parts.push({ days: [day], isRoutine });
  }
  return parts;
};

const DayView = ({ day, names, clauses }: { day: Day; names: Map<string, string>; clauses: Clauses }) => (
  <section className="day" id={`day-${day.day}`} aria-labelledby={`day-${day.day}-title`}>
    <h3 id={`day-${day.day}-title`} className="figures">
      {day.title}
    </h3>
    <ol className="day__events">
      {day.events.map((event, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the events of a rehearsal never change their order
        <li key={at}>
          {day.events[at - 1]?.stage !== event.stage && <p className="day__stage">{names.get(event.stage)}</p>}
          <EventView event={event} clauses={clauses} />
        </li>
      ))}
    </ol>
  </section>
);

const EventView = ({ event, clauses }: { event: RehearsalEvent; clauses: Clauses }) => {
  const { t } = useWords();
  const { kind, time, who, text, rules, fields, inTurn } = event;
  const named = kind === "leave" || kind === "handover" ? kind : "step";
  const told = rules.flatMap((rule) => clauses[rule] ?? []);
  return (
    <div className={`event event--${kind}${inTurn ? " event--turn" : ""}`}>
      <span className="event__time figures">{time}</span>
      <div className="event__told">
        <p>
          {kind !== "client" && <span className="event__who">{who ?? t(`rehearsal.kind.${kind}`)}</span>} {text}
        </p>
        {(fields.length > 0 || told.length > 0) && (
          <p className="event__foot">
            {fields.length > 0 && (
              <span>
                {t(`rehearsal.fields.${named}`)}{" "}
                {fields
                  .map(({ name, by }) => (named === "leave" && by !== null && by !== who ? `${name} (${by})` : name))
                  .join(", ")}
              </span>
            )}
            {told.map(({ number, href }) => (
              <a key={number} href={href}>
                {t("rehearsal.clause", { number })}
              </a>
            ))}
          </p>
        )}
      </div>
    </div>
  );
};
