import { z } from "zod";

/**
 * How the time of a meeting is kept; none of it belongs to what was decided. `since` is when the present question was put
 * before everybody, `spent` the seconds that each question stood there before, by its key, `endsAt` when people want to go.
 */
export const Clock = z.strictObject({
  since: z.iso.datetime().nullable(),
  spent: z.record(z.string(), z.number().int().nonnegative()),
  endsAt: z.iso.datetime().nullable(),
});
export type Clock = z.infer<typeof Clock>;

export const UNWOUND: Clock = { since: null, spent: {}, endsAt: null };

/** Seconds; a question that stood longer was left open overnight, and nobody spent that time on it. */
const LONGEST = 4 * 3600;

/** Seconds from the one time to the other, 0 when that was no stretch of work. Both are ISO texts. */
const between = (from: string | null, to: string): number => {
  const seconds = from === null ? 0 : Math.round((Date.parse(to) - Date.parse(from)) / 1000);
  return seconds > 0 && seconds <= LONGEST ? seconds : 0;
};

/** Seconds that a question has stood before everybody so far; `current` is the one that stands there now. */
export const spentOn = (clock: Clock, key: string, { current, at }: { current: string | null; at: string }): number =>
  (clock.spent[key] ?? 0) + (key === current ? between(clock.since, at) : 0);

/** The question `from` is left and `to` is put before everybody; either may be none. */
export const turned = (
  clock: Clock,
  { from, to, at }: { from: string | null; to: string | null; at: string },
): Clock => ({
  ...clock,
  since: to === null ? null : at,
  spent: from === null ? clock.spent : { ...clock.spent, [from]: spentOn(clock, from, { current: from, at }) },
});

/** A question that is still to be settled, with the minutes reckoned for it. */
export type Planned = { key: string; minutes: number };
/** The same with the minutes that are left for it; `fits` is false for what there is no time for any more. */
export type Slot = Planned & { fits: boolean };

/** To less than half of its time no talk can be pressed; what does not fit then is better voted on as a package. */
const TIGHTEST = 0.5;

/**
 * Shares out the minutes until the end among the questions that are left, in their order: as reckoned where there is
 * enough time, else each its part, and where that is too little, as many as fit. `available` is null when no end is set.
 */
export const replanned = (open: readonly Planned[], available: number | null): Slot[] => {
  const sum = open.reduce((minutes, planned) => minutes + planned.minutes, 0);
  const share = available === null || sum === 0 ? 1 : Math.min(1, Math.max(TIGHTEST, available / sum));
  let left = available ?? Number.POSITIVE_INFINITY;
  let isFull = false;
  return open.map(({ key, minutes }) => {
    const slot = minutes * share;
    left -= slot;
    // a hair less than nothing is what dividing leaves over
    isFull ||= left < -0.01;
    return { key, minutes: slot, fits: !isFull };
  });
};
