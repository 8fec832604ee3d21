import type { Answer } from "./answer.ts";
import { linesOf } from "./follow-up/lines.ts";
import { PARTS, type Present, partIn, rolesIn } from "./follow-up/parts.ts";
import type { FollowUp, Question } from "./question.ts";

type Comparison = { sign: ">" | "<" | "="; than: number };
type Subject =
  | { of: "any" }
  | { of: "value"; value: boolean }
  | { of: "option"; id: string }
  | { of: "count" }
  | { of: "part"; name: string }
  | { of: "role"; id: string }
  | { of: "words"; beginnings: string[]; last: boolean };
type Term = { not: boolean; among: "some" | "only" | "without"; subject: Subject; compared: Comparison | null };

/** When a follow-up is asked: one of the alternatives, in which all terms hold. */
export type Condition = Term[][];

type Asked = Pick<Question, "kind" | "options">;

/** Thrown by `parseCondition` with what is wrong: `unknown answer part "cnt", expected any, count, …`. */
export class BadCondition extends Error {
  override name = "BadCondition";
}

/**
 * Reads a condition as question-bank/README.md describes it: `count > 10`, `without target`, `not says wait|delay`,
 * `wants-details or invoice-request`.
 * @param asked decides which options and answer parts there are to speak of.
 * @throws {BadCondition} with what was found and what was expected.
 */
export const parseCondition = (when: string, asked: Asked): Condition =>
  when
    .trim()
    .split(/\s+or\s+/)
    .map((alternative) => alternative.split(/\s+and\s+/).map((term) => termOf(term, asked)));

const termOf = (text: string, asked: Asked): Term => {
  const words = text.split(/\s+/).filter(Boolean);
  const take = (word: string) => words[0] === word && words.length > 1 && words.shift() !== undefined;
  const not = take("not");
  const among = take("without") ? "without" : take("only") ? "only" : "some";
  const subject = subjectOf(words, asked);
  const compared = words.length > 0 ? comparisonOf(words) : null;
  if (among !== "some" && (compared || (subject.of !== "part" && subject.of !== "words")))
    throw new BadCondition(`"${among}" expected an answer part or says …, received "${text}"`);
  if (compared && subject.of !== "count" && subject.of !== "part" && subject.of !== "words")
    throw new BadCondition(`only a count can be compared, received "${text}"`);
  if (subject.of === "count" && !compared)
    throw new BadCondition(`expected a comparison such as count > 4, received "${text}"`);
  return { not, among, subject, compared };
};

/** Takes what a term speaks of off the front of its words. */
const subjectOf = (words: string[], { kind, options }: Asked): Subject => {
  const word = words.shift() ?? "";
  if (word === "any") return { of: "any" };
  if (word === "count") return { of: "count" };
  if (kind === "yesno" && (word === "yes" || word === "no")) return { of: "value", value: word === "yes" };
  if (word === "last" && words[0] === "says") {
    words.shift();
    return { of: "words", beginnings: beginningsOf(words.shift()), last: true };
  }
  if (word === "says") return { of: "words", beginnings: beginningsOf(words.shift()), last: false };
  if (word === "role") {
    const id = words.shift();
    if (!id) throw new BadCondition(`"role" expected the id of a role`);
    return { of: "role", id };
  }
  const chosen = kind === "single" || kind === "multi" ? options.map(({ id }) => id) : [];
  if (chosen.includes(word)) return { of: "option", id: word };
  const parts = Object.keys(PARTS[kind]);
  if (parts.includes(word)) return { of: "part", name: word };
  const values = kind === "yesno" ? ["yes", "no"] : [];
  throw new BadCondition(
    `unknown answer part "${word}", expected ${["any", ...values, "count", "says", "role", ...parts, ...chosen].join(", ")}`,
  );
};

const beginningsOf = (list: string | undefined): string[] => {
  const beginnings = (list ?? "").split("|").filter(Boolean);
  if (beginnings.length === 0) throw new BadCondition(`"says" expected beginnings of words such as wait|delay`);
  return beginnings;
};

const comparisonOf = (words: string[]): Comparison => {
  const [sign, than, ...rest] = words;
  if (rest.length > 0 || !than || !/^\d+$/.test(than) || (sign !== ">" && sign !== "<" && sign !== "="))
    throw new BadCondition(`expected a comparison such as > 4, received "${words.join(" ")}"`);
  return { sign, than: Number(than) };
};

/** Does the condition hold for this answer? `present` are the roles that have somebody in the room. */
export const holds = (condition: Condition, answer: Answer, present: Present): boolean =>
  condition.some((terms) => terms.every((term) => holdsTerm(term, answer, present) !== term.not));

const holdsTerm = ({ subject, among, compared }: Term, answer: Answer, present: Present): boolean => {
  const all = linesOf(answer).length;
  const those = countOf(subject, answer, present);
  if (among === "without") return those < all;
  if (among === "only") return all > 0 && those === all;
  if (!compared) return those > 0;
  return compared.sign === ">"
    ? those > compared.than
    : compared.sign === "<"
      ? those < compared.than
      : those === compared.than;
};

/** How many items of the answer are what the subject speaks of. */
const countOf = (subject: Subject, answer: Answer, present: Present): number => {
  switch (subject.of) {
    case "any":
      return 1;
    case "value":
      return answer.kind === "yesno" && answer.value === subject.value ? 1 : 0;
    case "option":
      return chosenIn(answer).filter((id) => id === subject.id).length;
    case "count":
      return linesOf(answer).length;
    case "part":
      return partIn(answer, subject.name, present);
    case "role":
      return rolesIn(answer).has(subject.id) ? 1 : 0;
    case "words": {
      const lines = linesOf(answer);
      return (subject.last ? lines.slice(-1) : lines).filter((line) => says(line, subject.beginnings)).length;
    }
  }
};

const chosenIn = (answer: Answer): string[] =>
  answer.kind === "single" ? [answer.optionId] : answer.kind === "multi" ? answer.optionIds : [];

/** Does a word of the text begin so? Capital letters and ё make no difference. */
const says = (text: string, beginnings: string[]): boolean => {
  const words = folded(text).split(/[^\p{L}\p{N}%]+/u);
  return beginnings.some((beginning) => words.some((word) => word.startsWith(folded(beginning))));
};

const folded = (text: string): string => text.toLowerCase().replaceAll("ё", "е");

const read = new WeakMap<FollowUp, Condition>();

/** A record keeps the questions as they were asked: a condition of an older bank that says nothing today never holds. */
const conditionOf = (followUp: FollowUp, question: Asked): Condition => {
  const known = read.get(followUp);
  if (known) return known;
  let condition: Condition = [];
  try {
    condition = parseCondition(followUp.when, question);
  } catch (error) {
    if (!(error instanceof BadCondition)) throw error;
  }
  read.set(followUp, condition);
  return condition;
};

/** What to ask about this answer, in the order of the bank. */
export const firing = (question: Question, answer: Answer, present: Present): FollowUp[] =>
  question.followUps.filter((followUp) => holds(conditionOf(followUp, question), answer, present));
