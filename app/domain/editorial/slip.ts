/**
 * Words that turn a rule round when they come, go or are put in each other's place; they are often short, so that the
 * number of changed letters says nothing.
 */
const TURNING = new Set(
  (
    "не ни нет нельзя можно без и или либо если только кроме до от после перед более менее больше меньше выше ниже свыше " +
    "может должен должна должны обязан обязана вправе всегда никогда все каждый любой с по за через раньше позже " +
    "no not never none nor neither without and or if unless only except before after until from more less above below " +
    "over under may must shall should can cannot always all each every any by within than up to"
  ).split(" "),
);

const WORD = /[\p{L}\p{N}]+/gu;
const wordsOf = (text: string): string[] => text.toLowerCase().replaceAll("ё", "е").match(WORD) ?? [];
const turningIn = (text: string): string =>
  wordsOf(text)
    .filter((word) => TURNING.has(word))
    .sort()
    .join(" ");
const figuresIn = (text: string): string => (text.match(/\d+/g) ?? []).join(" ");

/** How many letters of a word a slip may touch. */
const LETTERS = 2;

/**
 * Whether one text differs from the other by a slip of spelling alone: figures and the words that turn a rule round are the
 * same, and where words differ they stand one for one (or two are one that was torn or run together) and by two letters at
 * most, short words by one.
 */
export const slipOf = (before: string, after: string, wrong: string, right: string): boolean => {
  if (figuresIn(before) !== figuresIn(after) || turningIn(before) !== turningIn(after)) return false;
  const a = wordsOf(wrong);
  const b = wordsOf(right);
  if (a.join("") === b.join("")) return Math.abs(a.length - b.length) <= 1;
  return a.length === b.length && a.every((word, at) => isNear(word, b[at] ?? ""));
};

const isNear = (one: string, other: string): boolean =>
  distance(one, other) <= (Math.min(one.length, other.length) < 5 ? 1 : LETTERS);

/** Letters put in, left out or changed between two words, neighbours that changed places counting once (Damerau). */
const distance = (a: string, b: string): number => {
  const rows: number[][] = Array.from({ length: a.length + 1 }, (_, i) => [i]);
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let j = 1; j <= b.length; j++) (rows[0] as number[])[j] = j;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      (rows[i] as number[])[j] = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (same ? 0 : 1),
        ...(swapped ? [at(i - 2, j - 2) + 1] : []),
      );
    }
  return at(a.length, b.length);
};
