import type { Catalogue } from "../catalogue.ts";
import type { Question } from "../question.ts";
import { termsOf } from "../stems.ts";

/** How much the parts of a question say about a rule that answers it; tried out on the texts of tests/domain/house-rules.ts. */
const WEIGHT = { wording: 3, options: 2, hint: 1, followUps: 1, traps: 1 };

/** Terms with their weights, of length one: the product of two is their likeness, 0 to 1. */
type Vector = ReadonlyMap<string, number>;

/** How like a text is to a question by its words, and to the names of the sections that the question is printed in. */
export type Likeness = { to: (question: string) => number; toSections: (question: string) => number };

/**
 * The bank as vectors (tf-idf): a term counts the more, the fewer questions know it, and most when none does. Both
 * languages are in it, for the rules that a company brings need not be in the language of its workshop.
 */
export const bankOf = (
  questions: readonly Question[],
  sections: Catalogue["sections"],
): { likenessOf: (text: string) => Likeness } => {
  const counted = questions.map((question) => [question.id, countsOf(partsOf(question))] as const);
  const known = new Map<string, number>();
  for (const [, counts] of counted) for (const term of counts.keys()) known.set(term, (known.get(term) ?? 0) + 1);
  const rarity = (term: string) => Math.log(1 + questions.length / ((known.get(term) ?? 0) + 0.5));
  const vector = (counts: ReadonlyMap<string, number>): Vector => {
    const weighed = [...counts].map(([term, count]) => [term, Math.log(1 + count) * rarity(term)] as const);
    const length = Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
    return new Map(weighed.map(([term, weight]) => [term, weight / length]));
  };
  const words = indexOf(counted.map(([id, counts]) => [id, vector(counts)]));
  const names = indexOf(questions.map((question) => [question.id, vector(countsOf(namesOf(question, sections)))]));
  return {
    likenessOf: (text) => {
      const own = vector(countsOf([[text, 1]]));
      const [toWords, toNames] = [products(own, words), products(own, names)];
      return { to: (id) => toWords.get(id) ?? 0, toSections: (id) => toNames.get(id) ?? 0 };
    },
  };
};

/** For each term the questions that know it: most paragraphs share words with a few questions only. */
type Index = ReadonlyMap<string, readonly (readonly [question: string, weight: number])[]>;

const indexOf = (vectors: (readonly [string, Vector])[]): Index => {
  const index = new Map<string, [string, number][]>();
  for (const [id, vector] of vectors)
    for (const [term, weight] of vector) {
      const known = index.get(term);
      if (known) known.push([id, weight]);
      else index.set(term, [[id, weight]]);
    }
  return index;
};

const products = (own: Vector, index: Index): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const [term, weight] of own)
    for (const [id, other] of index.get(term) ?? []) sums.set(id, (sums.get(id) ?? 0) + weight * other);
  return sums;
};

const partsOf = ({ wording, hint, options, followUps, traps }: Question): [string, number][] =>
  (["ru", "en"] as const).flatMap((language): [string, number][] => [
    [wording[language], WEIGHT.wording],
    [hint[language], WEIGHT.hint],
    ...options.map(({ label }): [string, number] => [label[language], WEIGHT.options]),
    ...followUps.map(({ ask }): [string, number] => [ask[language], WEIGHT.followUps]),
    ...traps.map((trap): [string, number] => [trap[language], WEIGHT.traps]),
  ]);

const namesOf = (question: Question, sections: Catalogue["sections"]): [string, number][] =>
  sections
    .filter(({ id }) => question.sections.includes(id))
    .flatMap(({ name }): [string, number][] => [
      [name.ru, 1],
      [name.en, 1],
    ]);

const countsOf = (parts: [string, number][]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const [text, weight] of parts)
    for (const term of termsOf(text)) counts.set(term, (counts.get(term) ?? 0) + weight);
  return counts;
};
