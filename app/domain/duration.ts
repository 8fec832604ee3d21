import { z } from "zod";

/** Units a team really uses; `untilDateField` means «until the date written in that field». */
export const DurationUnit = z.enum(["rings", "sec", "min", "workHour", "workDay", "calDay", "untilDateField"]);
export type DurationUnit = z.infer<typeof DurationUnit>;

/** A length of time; `value` counts `unit`s and is 0 for `untilDateField`, where `dateField` names the field. */
export const Duration = z.strictObject({
  value: z.number().nonnegative().max(100_000),
  unit: DurationUnit,
  dateField: z.string().optional(),
});
export type Duration = z.infer<typeof Duration>;

const MINUTES: Record<DurationUnit, number> = {
  rings: 0.1,
  sec: 1 / 60,
  min: 1,
  workHour: 60,
  workDay: 8 * 60,
  calDay: 24 * 60,
  untilDateField: Number.NaN,
};

/** Working minutes, for comparing norms of different units; NaN when only a date in a field decides. */
export const minutesOf = (duration: Duration): number => duration.value * MINUTES[duration.unit];
