import type { Duration } from "../duration.ts";

/**
 * Time in a rehearsal: minutes since the midnight of day 0, which is a Monday. The rules name no hours of work, so a
 * working day is taken to last from ten to six, Monday to Friday, without holidays.
 */
export type Clock = number;

/** A clock as people read it; `weekday` is 0 for Monday. */
export type Moment = { day: number; weekday: number; time: string };

const DAY = 24 * 60;
const OPENS = 10 * 60;
const SHIFT = 8 * 60;
const CLOSES = OPENS + SHIFT;
const WORKING_DAYS = 5;

/** Where a rehearsal begins: as soon as somebody is there to answer. */
export const START: Clock = OPENS;

export const dayOf = (at: Clock): number => Math.floor(at / DAY);

export const momentOf = (at: Clock): Moment => {
  const minute = Math.floor(at % DAY);
  const two = (value: number) => String(value).padStart(2, "0");
  return { day: dayOf(at), weekday: dayOf(at) % 7, time: `${two(Math.floor(minute / 60))}:${two(minute % 60)}` };
};

/** Working minutes between the start of day 0 and the clock. */
export const workedUntil = (at: Clock): number => {
  const day = dayOf(at);
  const weekday = day % 7;
  const today = weekday < WORKING_DAYS ? Math.min(Math.max((at % DAY) - OPENS, 0), SHIFT) : 0;
  return (Math.floor(day / 7) * WORKING_DAYS + Math.min(weekday, WORKING_DAYS)) * SHIFT + today;
};

/** How many days of work lie between two clocks, a day begun counted as a part of one. */
export const workingDaysBetween = (from: Clock, to: Clock): number => (workedUntil(to) - workedUntil(from)) / SHIFT;

/** The clock itself, or the next opening when nobody works then. */
export const atWork = (at: Clock): Clock => {
  const weekday = dayOf(at) % 7;
  const minute = at % DAY;
  if (weekday < WORKING_DAYS && minute >= OPENS && minute < CLOSES) return at;
  return opening(workedUntil(at));
};

/** When the duration is over; null when only a date that people write down can say so. */
export const whenOver = (
  at: Clock,
  { value, unit }: Duration,
  calendar?: "working" | "round-the-clock" | null,
): Clock | null => {
  switch (unit) {
    case "untilDateField":
      return null;
    case "calDay":
      return at + value * DAY;
    case "workDay":
      return opening(workedUntil(at) + value * SHIFT);
    default: {
      const minutes =
        unit === "workHour" ? value * 60 : unit === "min" ? value : unit === "sec" ? value / 60 : value / 10;
      return calendar === "round-the-clock" && unit !== "workHour"
        ? at + minutes
        : closing(workedUntil(at) + minutes, at);
    }
  }
};

/** The clock after so many working minutes: a day that is over gives way to the next morning. */
const opening = (worked: number): Clock => {
  const days = Math.floor(worked / SHIFT);
  return (Math.floor(days / WORKING_DAYS) * 7 + (days % WORKING_DAYS)) * DAY + OPENS + (worked % SHIFT);
};

/** The same, but a day that is just over stays the day: four hours from two in the afternoon end at six. */
const closing = (worked: number, from: Clock): Clock =>
  worked % SHIFT === 0 && worked > workedUntil(from) ? opening(worked - SHIFT) + SHIFT : opening(worked);
