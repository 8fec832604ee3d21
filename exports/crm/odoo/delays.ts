import { type Duration, minutesOf } from "#domain/duration.ts";
import type { Build } from "./build.ts";
import type { Value } from "./records.ts";

/** Working days are counted by this calendar, which every database begins with. */
const CALENDAR = { ref: "resource.resource_calendar_std" };
const SINCE_STAGE = { ref: "crm.field_crm_lead__date_last_stage_update" };

/** How long after a deal came to its stage: the conditions of a rule by time; null where Odoo cannot count so. */
export const since = ({ dealFields, pipeline }: Build, limit: Duration): Record<string, Value> | null => {
  const { unit, value } = limit;
  if (unit === "untilDateField") {
    const field = pipeline.fields.find(({ key }) => key === limit.dateField);
    const record = field && /^date/.test(field.type) ? dealFields.get(field.key)?.record : null;
    return record ? when({ ref: record }, 0, "day") : null;
  }
  if (unit === "rings" || unit === "sec") return null;
  if (!Number.isInteger(value)) return when(SINCE_STAGE, Math.round(minutesOf(limit)), "minutes");
  if (unit === "min") return when(SINCE_STAGE, value, "minutes");
  if (unit === "workHour") return when(SINCE_STAGE, value, "hour");
  return {
    ...when(SINCE_STAGE, value, "day"),
    ...(unit === "workDay" && { trg_date_calendar_id: CALENDAR }),
  };
};

const when = (date: Value, range: number, type: "minutes" | "hour" | "day"): Record<string, Value> => ({
  trigger: "on_time",
  trg_date_id: date,
  trg_date_range: range,
  trg_date_range_type: type,
});

/** So much before a limit: the length of time that is left of it, or null when the two cannot be subtracted. */
export const earlier = (limit: Duration, before: Duration): Duration | null => {
  if (limit.unit === before.unit) {
    const value = limit.value - before.value;
    return limit.unit !== "untilDateField" && value > 0 ? { value, unit: limit.unit } : null;
  }
  const minutes = Math.floor(minutesOf(limit) - minutesOf(before));
  return minutes > 0 ? { value: minutes, unit: "min" } : null;
};

/** Activities are due on days: whole days are kept, what is shorter is due at once. */
export const daysOf = (due: Duration | null): number =>
  due && (due.unit === "workDay" || due.unit === "calDay") ? Math.ceil(due.value) : 0;

export const isShorterThanDays = (due: Duration | null): boolean =>
  due !== null && due.unit !== "workDay" && due.unit !== "calDay";
