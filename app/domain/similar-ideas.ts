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
  const words = new Map(leads.map(({ id, text }) => [id, new Set(termsOf(text))]));
  const found = leads.flatMap((one, at) =>
    leads.slice(at + 1).map((other) => ({
      idea: other.id,
      like: one.id,
      share: shareOf(words.get(one.id) ?? new Set(), words.get(other.id) ?? new Set()),
    })),
  );
  return found
    .filter(({ share }) => share >= ALIKE)
    .sort((a, b) => b.share - a.share || (a.like + a.idea < b.like + b.idea ? -1 : 1));
};

const shareOf = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  if (a.size === 0 || b.size === 0) return 0;
  const common = [...a].filter((word) => b.has(word)).length;
  return (2 * common) / (a.size + b.size);
};
