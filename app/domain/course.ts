import { z } from "zod";
import { Phase } from "./agenda.ts";

/** A question entered a phase; `at` is an ISO text. Who did what in it is not told by this. */
export const Course = z.strictObject({ question: z.string().min(1).max(200), phase: Phase, at: z.iso.datetime() });
export type Course = z.infer<typeof Course>;

/** The phases of one question as it went through them, each with its minutes; the last one only when it was an end. */
export type Stretch = { phase: Phase; at: string; minutes: number | null };

/**
 * How long a question was in each phase. A phase is over when the question enters another; what was left open over another
 * day counts no minutes.
 */
export const stretchesOf = (course: readonly Course[], question: string): Stretch[] => {
  const own = course.filter((entry) => entry.question === question);
  return own.map(({ phase, at }, index) => {
    const next = own[index + 1];
    const minutes = next ? (Date.parse(next.at) - Date.parse(at)) / 60_000 : Number.NaN;
    const isWork = phase !== "waiting" && phase !== "decided" && phase !== "parked";
    return { phase, at, minutes: isWork && minutes >= 0 && minutes <= LONGEST ? minutes : null };
  });
};

/** Minutes; what is longer was no meeting. */
const LONGEST = 8 * 60;

/** Minutes that the room worked on a question, rounded up; null when nobody noted it. */
export const minutesOn = (course: readonly Course[], question: string): number | null => {
  const known = stretchesOf(course, question).flatMap(({ minutes }) => (minutes === null ? [] : [minutes]));
  return known.length === 0 ? null : Math.ceil(known.reduce((sum, minutes) => sum + minutes, 0));
};
