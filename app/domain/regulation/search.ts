import { termsOf } from "../stems.ts";
import { type Block, type Clause, clausesOf, type Regulation, textOf } from "./tree.ts";

/** A clause in which all words of a search occur; `snippet` is its text around the first of them. */
export type Hit = { id: string; number: string; snippet: string };

const textsOf = (block: Block): string[] => {
  if (block.kind === "paragraph") return [textOf(block.inlines)];
  if (block.kind === "list") return block.items.map(textOf);
  return block.rows.flatMap((row) => row.map(textOf));
};

const textOfClause = ({ blocks }: Clause): string => blocks.flatMap(textsOf).join(" ").replace(/\s+/g, " ").trim();

/** Enough to recognise a clause by. */
const AROUND = 90;

const plainly = (text: string): string => text.toLowerCase().replaceAll("ё", "е");

/**
 * The clauses that a reader may mean, in the order of the document: a number of a clause, an id of a rule, or words in any
 * form (`скидки` finds `скидка`), of which the last may be unfinished.
 */
export const searchClauses = (regulation: Regulation, query: string): Hit[] => {
  const asked = plainly(query).trim();
  if (asked.length < 2) return [];
  const named = /^(\d+(\.\d+)*\.?|r-?\d+)$/.exec(asked)?.[0].replace(/\.$/, "").replace(/^r-?/, "r-");
  const words = asked.split(/\s+/);
  const terms = termsOf(words.slice(0, -1).join(" "));
  const unfinished = words.at(-1) ?? "";
  const lastTerms = termsOf(unfinished);
  return clausesOf(regulation).flatMap((clause) => {
    const text = textOfClause(clause);
    if (named !== undefined)
      return clause.number === named || clause.number.startsWith(`${named}.`) || plainly(clause.rule) === named
        ? [{ id: clause.id, number: clause.number, snippet: around(text, 0) }]
        : [];
    const low = plainly(text);
    const stems = new Set(termsOf(text));
    const isLast = low.includes(unfinished) || (lastTerms.length > 0 && lastTerms.every((term) => stems.has(term)));
    if (!isLast || !terms.every((term) => stems.has(term))) return [];
    const at = low.indexOf(lastTerms[0] ?? unfinished);
    return [{ id: clause.id, number: clause.number, snippet: around(text, Math.max(0, at)) }];
  });
};

const around = (text: string, at: number): string => {
  const from = at < AROUND ? 0 : text.indexOf(" ", at - AROUND / 2) + 1;
  const until = text.length - from <= AROUND ? text.length : text.lastIndexOf(" ", from + AROUND);
  return `${from > 0 ? "… " : ""}${text.slice(from, until)}${until < text.length ? " …" : ""}`;
};
