import { useEffect, useId, useState } from "react";
import { type Planned, replanned, type Slot, spentOn } from "#domain/clock.ts";
import { behind, type Pace as Reckoned } from "#domain/preparation.ts";
import type { SharedView } from "#domain/room.ts";
import { useWords } from "#words/context.tsx";

const MINUTE = 60_000;
const DAY = 24 * 3_600_000;

type Props = { pace: Reckoned; times: AgendaTimes; now: number; onEnd: (at: string | null) => void };

/** How a question stands in time: minutes that it has had, and those that are left for it. */
export type Times = { spent: number; slot: Slot | null };

export type AgendaTimes = ReadonlyMap<string, Times>;

/** The times of all questions, by key: what each has had, and what the replanned agenda leaves for it. */
export const timesOf = (shared: SharedView, now: number): AgendaTimes => {
  const { agenda, pace } = shared;
  if (!pace) return new Map();
  const state = { current: shared.now?.key ?? null, at: new Date(now).toISOString() };
  const clock = {
    since: pace.since,
    endsAt: pace.endsAt,
    spent: Object.fromEntries(agenda.map(({ key, spent }) => [key, spent])),
  };
  const spent = new Map(agenda.map(({ key }) => [key, spentOn(clock, key, state) / 60]));
  const open: Planned[] = agenda
    .filter(({ phase }) => phase !== "decided" && phase !== "parked")
    .map(({ key, minutes }) => ({ key, minutes: Math.max(0, minutes - (spent.get(key) ?? 0)) }));
  const available = pace.endsAt === null ? null : (Date.parse(pace.endsAt) - now) / MINUTE;
  const slots = new Map(replanned(open, available).map((slot) => [slot.key, slot]));
  return new Map(agenda.map(({ key }) => [key, { spent: spent.get(key) ?? 0, slot: slots.get(key) ?? null }]));
};

/** How much time the questions that are left would take, whether the meeting keeps to its reckoning, and when it ends. */
export const Pace = ({ pace, times, now, onEnd }: Props) => {
  const { t, minutes } = useWords();
  if (pace.left === 0) return null;
  const late = behind(pace, now);
  const out = [...times.values()].filter(({ slot }) => slot && !slot.fits).length;
  const reserve = pace.endsAt === null ? null : Math.round((Date.parse(pace.endsAt) - now) / MINUTE - pace.left);
  return (
    <section className="pace" aria-label={t("pace.title")}>
      <p>
        {t("pace.left", { time: minutes(Math.ceil(pace.left / 5) * 5) })}
        {late !== null && late >= 5 && <span className="pace__late">{t("pace.behind", { time: minutes(late) })}</span>}
        {late !== null && late <= -5 && <span className="quiet">{t("pace.ahead", { time: minutes(-late) })}</span>}
      </p>
      <End endsAt={pace.endsAt} now={now} onEnd={onEnd} />
      {reserve !== null && (
        <p className={out > 0 ? "pace__late" : "quiet"}>
          {out > 0
            ? t("pace.out", { count: out })
            : reserve >= 0
              ? t("pace.reserve", { time: minutes(reserve) })
              : t("pace.pressed", { time: minutes(-reserve) })}
        </p>
      )}
    </section>
  );
};

/** When people want to go. The server does not know the hour on their wall: it shows once the page lives. */
const End = ({ endsAt, now, onEnd }: { endsAt: string | null; now: number; onEnd: Props["onEnd"] }) => {
  const { t } = useWords();
  const id = useId();
  const [shown, setShown] = useState("");
  useEffect(() => setShown(endsAt ? clockTime(new Date(endsAt)) : ""), [endsAt]);
  return (
    <p className="pace__end">
      <label htmlFor={id}>{t("pace.end")}</label>
      <input
        id={id}
        key={shown}
        type="time"
        className="control"
        defaultValue={shown}
        onBlur={({ currentTarget: { value } }) => value !== shown && onEnd(value ? endAt(value, now) : null)}
        onKeyDown={({ key, currentTarget }) => key === "Enter" && currentTarget.blur()}
      />
    </p>
  );
};

/** `09:05`, by the clock on the wall. */
const clockTime = (date: Date): string =>
  `${String(date.getHours()).padStart(2, "0")}:${String(date.getMinutes()).padStart(2, "0")}`;

/** The next time that the clock on the wall shows this, as an ISO text; what has just gone by is meant for today. */
const endAt = (value: string, now: number): string => {
  const [hours = 0, minutes = 0] = value.split(":").map(Number);
  const end = new Date(now);
  end.setHours(hours, minutes, 0, 0);
  return new Date(now - end.getTime() > DAY / 2 ? end.getTime() + DAY : end.getTime()).toISOString();
};
