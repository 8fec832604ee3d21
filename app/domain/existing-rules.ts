import type { Catalogue } from "./catalogue.ts";
import { type Passage, passagesOf } from "./existing-rules/passages.ts";
import { type Ground, type Place, placesOf, type Ranked } from "./existing-rules/places.ts";
import type { Block } from "./wording.ts";

export { type Passage, passagesOf } from "./existing-rules/passages.ts";
export type { Place } from "./existing-rules/places.ts";

/**
 * A paragraph of the existing rules and where it was laid. `place` is null for a heading and for what fits no question;
 * `others` are the next best places, best first, at most three: what a person who disagrees would choose from.
 */
export type LaidPassage = Passage & { place: Place | null; others: Place[] };

/** What is in force now on one question: the draft's wording, and the paragraphs it is made of by their index. */
export type ExistingRule = { question: string; wording: Block[]; passages: number[] };

/**
 * The whole text, laid out. `passages` holds every paragraph exactly once, in the order of the text; `rules`, in the
 * order of the agenda, and `unplaced` are indexes into it. Headings are in neither, they stay with what is below them.
 */
export type ExistingRules = { passages: LaidPassage[]; rules: ExistingRule[]; unplaced: number[] };

/**
 * From this score on a paragraph is laid to its best question. Counted on 70 bare paragraphs of rules from other trades
 * and 24 that are no rules (tests/domain/house-rules.ts), and on the 115 clauses of the windows demo under its headings:
 *
 * | from | right, wrong of 70 | placed of 24 | clauses right, ru and en |
 * |------|--------------------|--------------|--------------------------|
 * | 0.08 | 58, 10             | 5            | 100, 102                 |
 * | 0.10 | 53, 9              | 3            | 100, 102                 |
 * | 0.12 | 49, 2              | 2            | 100, 102                 |
 * | 0.14 | 42, 2              | 1            | 100, 102                 |
 * | 0.20 | 26, 0              | 0            | 99, 101                  |
 *
 * A wrong draft costs the team a vote, an unplaced paragraph one choice of the facilitator: so the first line on which
 * nearly all that is placed is right.
 */
export const THRESHOLD = 0.12;

/** An item of a list leaves the question of its lead only when by itself it is so like another, and twice as like. */
const FIRM = 0.25;
const OTHERS = 3;

/**
 * Lays the paragraphs of a text, plain or Markdown, to the questions that a workshop asks. Nothing is left out: what is
 * like no question from `threshold` on is in `unplaced`.
 */
export const layExistingRules = (
  text: string,
  ground: Ground,
  sections: Catalogue["sections"],
  threshold = THRESHOLD,
): ExistingRules => {
  const places = placesOf(ground, sections);
  const laid: LaidPassage[] = [];
  const found = passagesOf(text);
  for (const passage of found) {
    const lead = passage.lead === null ? undefined : laid[passage.lead];
    const ranked = passage.kind === "heading" ? [] : places(passage, lead);
    const place = placeAmong(ranked, lead?.place ?? null, threshold);
    const others = ranked.filter(({ question }) => question !== place?.question).slice(0, OTHERS);
    laid.push({ ...passage, place, others: others.map(({ question, score }) => ({ question, score })) });
  }
  const laidTo = (key: string) => laid.flatMap(({ place }, at) => (place?.question === key ? [at] : []));
  return {
    passages: laid,
    rules: ground.asked
      .map(({ key }) => ({ question: key, passages: laidTo(key) }))
      .filter(({ passages }) => passages.length > 0)
      .map((rule) => ({ ...rule, wording: rule.passages.map((at) => blockOf(laid[at] as LaidPassage)) })),
    unplaced: laid.flatMap(({ kind, place }, at) => (kind !== "heading" && place === null ? [at] : [])),
  };
};

const placeAmong = (ranked: Ranked[], ofLead: Place | null, threshold: number): Place | null => {
  const [best] = ranked;
  const place = best && best.score >= threshold ? { question: best.question, score: best.score } : null;
  if (!ofLead) return place;
  const staying = ranked.find(({ question }) => question === ofLead.question)?.alone ?? 0;
  const isFirm = best !== undefined && best.alone >= Math.max(FIRM, 2 * staying);
  return isFirm ? place : ofLead;
};

const blockOf = ({ kind, text }: Passage): Block => ({
  kind: kind === "bullet" || kind === "numbered" ? kind : "paragraph",
  spans: [{ text }],
});
