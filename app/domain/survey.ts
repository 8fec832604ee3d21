import type { AskedQuestion } from "./agenda.ts";
import { questionOf, type WorkshopRecord } from "./record.ts";
import { isAlike } from "./similar-ideas.ts";
import type { Workshop } from "./workshop.ts";

/** The questions that can be answered before the meeting: those of the mode `pre` that have not been opened yet. */
export const surveyed = (record: Pick<WorkshopRecord, "asked" | "questions">): AskedQuestion[] =>
  record.asked.filter(
    (asked) => asked.phase === "waiting" && questionOf(record as WorkshopRecord, asked).mode === "pre",
  );

/** Whether thoughts on a waiting question are taken just now. */
export const isSurveyed = (workshop: Pick<Workshop, "survey" | "status">, mode: string | undefined): boolean =>
  workshop.survey === true && workshop.status === "open" && mode === "pre";

export type Like = { text: string; count: number };
/**
 * How far people are apart on a question: how many answers there are, how many different ones, which of them several gave,
 * the most frequent first, and the shortest and the longest term that was named, as it was written.
 */
export type Spread = { answers: number; different: number; alike: Like[]; terms: { from: string; to: string } | null };

/**
 * The spread of what people wrote before they had heard each other; nobody's name is on it. Answers are one when they say
 * the same in nearly the same words; suggestions that the facilitator added later are nobody's answer.
 */
export const spreadOf = (ideas: readonly { text: string; seed: boolean }[]): Spread => {
  const answers = ideas.filter(({ seed }) => !seed).map(({ text }) => text.trim());
  const groups: string[][] = [];
  // in the order of the texts, so that the same answers always make the same groups
  for (const text of [...answers].sort()) {
    const group = groups.find(([first = ""]) => bare(first) === bare(text) || isAlike(first, text));
    if (group) group.push(text);
    else groups.push([text]);
  }
  return {
    answers: answers.length,
    different: groups.length,
    alike: groups
      .filter((group) => group.length > 1)
      .map((group) => ({ text: shortest(group), count: group.length }))
      .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1)),
    terms: termsIn(answers),
  };
};

const bare = (text: string): string => text.toLowerCase().replace(/\s+/g, " ");

const shortest = (group: readonly string[]): string =>
  group.reduce((best, text) => (text.length < best.length ? text : best));

/** Working minutes of a unit, by how its name begins. */
const UNITS: [RegExp, number][] = [
  [/^(?:мин|min)/i, 1],
  [/^(?:ч|h)/i, 60],
  [/^(?:д|сут|раб|day|work)/i, 8 * 60],
  [/^(?:нед|week)/i, 5 * 8 * 60],
  [/^(?:мес|month)/i, 21 * 8 * 60],
];
const TERM =
  /(\d+(?:[.,]\d+)?)\s*((?:мин|час|ч(?!\p{L})|рабоч\p{L}*\s+д|дн|день|сут|недел|месяц|min|hour|h(?!\p{L})|working\s+day|day|week|month)\p{L}*)/iu;

/** The first term that each answer names; null unless two of them differ. */
const termsIn = (answers: readonly string[]): Spread["terms"] => {
  const terms = answers.flatMap((text) => {
    const [written = "", value = "", unit = ""] = TERM.exec(text) ?? [];
    const [, minutes = 0] = UNITS.find(([start]) => start.test(unit)) ?? [];
    return minutes > 0 ? [{ written, minutes: Number(value.replace(",", ".")) * minutes }] : [];
  });
  const sorted = terms.sort((a, b) => a.minutes - b.minutes || (a.written < b.written ? -1 : 1));
  const [from, to] = [sorted[0], sorted.at(-1)];
  return from && to && from.minutes < to.minutes ? { from: from.written, to: to.written } : null;
};
