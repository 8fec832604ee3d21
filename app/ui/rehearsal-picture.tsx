import type { CSSProperties } from "react";
import type { Rehearsal, RehearsalEvent } from "#domain/rehearsal.ts";
import { useWords } from "#words/context.tsx";
import "./rehearsal-picture.css";

/** Steps between the labels of days; the first that gives no more than this many labels is taken. */
const STEPS = [1, 2, 7, 14, 28, 91, 364];
const LABELS = 9;

/** The order as lanes of stages over days: bars where it is, dots where the client hears of it, a mark where it stands. */
export const RehearsalPicture = ({ rehearsal }: { rehearsal: Rehearsal }) => {
  const { t } = useWords();
  const { stages, passages, days } = rehearsal;
  const span = Math.max(1, ...passages.map(({ to }) => to), days.at(-1)?.day ?? 0) + 1;
  const events = days.flatMap((day) => day.events);
  const step = STEPS.find((one) => span / one <= LABELS) ?? Math.ceil(span / LABELS);
  const ticks = Array.from({ length: Math.ceil(span / step) }, (_, at) => at * step);
  const place = (day: number) => `${(day / span) * 100}%`;
  const turn = events.find(({ inTurn }) => inTurn)?.day;
  const lanes = stages.filter(({ key }) => passages.some(({ stage }) => stage === key));
  return (
    <section className="stack" aria-labelledby="rehearsal-picture">
      <h2 id="rehearsal-picture">{t("rehearsal.picture")}</h2>
      <div
        className={`lanes${turn === undefined ? "" : " lanes--turned"}`}
        style={{ "--week": `${700 / span}%`, "--weeks": span > 140 ? 0 : 1 } as CSSProperties}
      >
        <div className="lane lane--axis" aria-hidden="true">
          <span className="lane__name" />
          <span className="lane__track">
            {ticks.map((day) => (
              <span key={day} className="lane__tick figures" style={{ insetInlineStart: place(day) }}>
                {day}
              </span>
            ))}
          </span>
        </div>
        <ol className="lanes__stages">
          {lanes.map(({ key, name, who }) => {
            const own = passages.filter(({ stage }) => stage === key);
            return (
              <li key={key} className="lane">
                <span className="lane__name">
                  <a href={`#day-${own[0]?.from ?? 0}`}>{name}</a>
                  <span className="lane__who">
                    {who ?? t("rehearsal.kind.enter")}
                    <span className="visually-hidden">
                      , {own.map(({ from, to }) => t("rehearsal.span", { from, to })).join(", ")}
                    </span>
                  </span>
                </span>
                <span className="lane__track" aria-hidden="true">
                  {own.map(({ from, to, isBroken }) => (
                    <span
                      key={from}
                      className={`lane__bar${isBroken ? " lane__bar--broken" : ""}`}
                      style={{ insetInlineStart: place(from), width: place(Math.max(to - from, 0.6)) }}
                    />
                  ))}
                  {daysOf(events, ({ kind, stage }) => kind === "stop" && stage === key).map((day) => (
                    <span key={day} className="lane__stop" style={{ insetInlineStart: place(day) }} />
                  ))}
                </span>
              </li>
            );
          })}
        </ol>
        <div className="lane lane--client" aria-hidden="true">
          <span className="lane__name">{t("rehearsal.client")}</span>
          <span className="lane__track">
            {daysOf(events, ({ toClient, kind }) => toClient || kind === "client").map((day) => (
              <span key={day} className="lane__contact" style={{ insetInlineStart: place(day) }} />
            ))}
          </span>
        </div>
        {turn !== undefined && (
          <div className="lanes__turn" aria-hidden="true">
            <span style={{ insetInlineStart: place(turn) }}>{t("rehearsal.turn")}</span>
          </div>
        )}
      </div>
      <ul className="lanes__legend quiet">
        <li className="lanes__legend--contact">{t("rehearsal.legend.contact")}</li>
        {events.some(({ kind }) => kind === "stop") && (
          <li className="lanes__legend--stop">{t("rehearsal.legend.stop")}</li>
        )}
        <li className="lanes__legend--weekend">{t("rehearsal.legend.weekend")}</li>
      </ul>
    </section>
  );
};

const daysOf = (events: RehearsalEvent[], wanted: (event: RehearsalEvent) => boolean): number[] => [
  ...new Set(events.filter(wanted).map(({ day }) => day)),
];
