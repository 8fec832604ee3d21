import type { AskedQuestion } from "./agenda.ts";
import { questionOf, type WorkshopRecord } from "./record.ts";
import type { Workshop } from "./workshop.ts";

/** The questions that can be answered before the meeting: those of the mode `pre` that have not been opened yet. */
export const surveyed = (record: Pick<WorkshopRecord, "asked" | "questions">): AskedQuestion[] =>
  record.asked.filter(
    (asked) => asked.phase === "waiting" && questionOf(record as WorkshopRecord, asked).mode === "pre",
  );

/** Whether thoughts on a waiting question are taken just now. */
export const isSurveyed = (workshop: Pick<Workshop, "survey" | "status">, mode: string | undefined): boolean =>
  workshop.survey === true && workshop.status === "open" && mode === "pre";

export type SameWords = { text: string; count: number };

/**
 * How often the same was written, without regard to case and space; thoughts that stand alone are left out. What people
 * picked from the suggestions before the meeting shows as a spread, and nobody's name is on it.
 */
export const spreadOf = (ideas: readonly { text: string; seed: boolean }[]): SameWords[] => {
  const counts = new Map<string, SameWords>();
  for (const { text, seed } of ideas) {
    if (seed) continue;
    const key = text.trim().toLowerCase().replace(/\s+/g, " ");
    const known = counts.get(key) ?? { text: text.trim(), count: 0 };
    counts.set(key, { ...known, count: known.count + 1 });
  }
  return [...counts.values()]
    .filter(({ count }) => count > 1)
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
};
