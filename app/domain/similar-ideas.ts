import { termsOf } from "./stems.ts";

type Thought = { id: string; text: string; group: string | null };

/** Two ideas that may say the same; `share` is how much of their words they have in common, from 0 to 1. */
export type Likeness = { idea: string; like: string; share: number };

/** From this share on two ideas are offered as one; below it people would have to read twice why. */
const ALIKE = 0.6;

/**
 * Ideas that could be put together, the most alike first. Compared by the stems of their words (Dice's coefficient), so
 * the same ideas always give the same answer; nobody's text leaves the machine. Ideas that lead or belong to one group
 * already are not offered again.
 */
export const similarIdeas = (ideas: readonly Thought[]): Likeness[] => {
  const leads = ideas.filter(({ group }) => group === null);
  const words = new Map(leads.map(({ id, text }) => [id, wordsOf(text)]));
  const found = leads.flatMap((one, at) =>
    leads.slice(at + 1).map((other) => ({
      idea: other.id,
      like: one.id,
      share: shareOf(words.get(one.id) ?? NOTHING, words.get(other.id) ?? NOTHING),
    })),
  );
  return found
    .filter(({ share }) => share >= ALIKE)
    .sort((a, b) => b.share - a.share || (a.like + a.idea < b.like + b.idea ? -1 : 1));
};

/** Whether two texts say the same: most of their words and all of their figures are the same. */
export const isAlike = (one: string, other: string): boolean => {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  return a.figures === b.figures && shareOf(a, b) >= ALIKE;
};

type Words = { terms: ReadonlySet<string>; figures: string; denies: boolean };
const NOTHING: Words = { terms: new Set(), figures: "", denies: false };
const NO = /(?<!\p{L})(?:не|нет|без|никогда|no|not|never|without|don['’]t|doesn['’]t)(?!\p{L})/iu;

const wordsOf = (text: string): Words => ({
  terms: new Set(termsOf(text)),
  figures: (text.match(/\d+(?:[.,]\d+)?/g) ?? []).sort().join(" "),
  denies: NO.test(text),
});

/** «Call in 15 minutes», «call in 60 minutes» and «do not call» have their words in common, and are three opinions. */
const shareOf = (a: Words, b: Words): number => {
  if (a.terms.size === 0 || b.terms.size === 0 || a.denies !== b.denies) return 0;
  if (a.figures && b.figures && a.figures !== b.figures) return 0;
  const common = [...a.terms].filter((word) => b.terms.has(word)).length;
  return (2 * common) / (a.terms.size + b.terms.size);
};
