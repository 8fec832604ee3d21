import type { Language } from "#domain/language.ts";
import type { WorkshopRecord } from "#domain/record.ts";
import { type Review, reviewsOf } from "#domain/review.ts";
import { folded, text } from "./lines.ts";
import { WORDS } from "./words.ts";

const basic = (day: string): string => day.replaceAll("-", "");

const dayAfter = (day: string): string =>
  new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10).replaceAll("-", "");

/**
 * The days of review as a calendar (RFC 5545): all-day events with a reminder the day before at nine. Ids stay the same
 * when the file is made again, so that a calendar which imports it twice has each day once.
 */
export const writeCalendar = (record: WorkshopRecord, language: Language): string => {
  const { workshop } = record;
  const w = WORDS[language];
  // the same record gives the same bytes: the stamp is the day of what was said last, not now
  const stamp = (record.decisions.at(-1)?.at ?? workshop.createdAt).replace(/[-:]|\.\d+/g, "");
  const told = ({ text: rule, who, judgedBy }: Review): string =>
    [rule, who, judgedBy && `${w.judgedBy}: ${judgedBy}`].filter(Boolean).join("\n");
  const event = (review: Review): string[] => [
    "BEGIN:VEVENT",
    `UID:${review.id}@${workshop.id}.reglament`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${basic(review.day)}`,
    `DTEND;VALUE=DATE:${dayAfter(review.day)}`,
    ...(review.every === null ? [] : [`RRULE:FREQ=DAILY;INTERVAL=${review.every}`]),
    `SUMMARY:${text([w[review.kind], review.rule, workshop.company].filter(Boolean).join(" · "))}`,
    ...(told(review) ? [`DESCRIPTION:${text(told(review))}`] : []),
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${text(w[review.kind])}`,
    "TRIGGER:-PT15H",
    "END:VALARM",
    "END:VEVENT",
  ];
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Reglament//Reviews//RU",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${text(`${w.name} · ${workshop.company}`)}`,
    ...reviewsOf(record).flatMap(event),
    "END:VCALENDAR",
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join("");
};
