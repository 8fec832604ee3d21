import { lastDecision, type WorkshopRecord } from "./record.ts";
import { answersTo, type Rule, rulesOf } from "./rule.ts";

/**
 * A day on which something is looked at again: a trial ends, a decision of the head is reviewed, a parked question is due,
 * the whole regulation is reviewed for the first time and then `every` so many days. Days are ISO days.
 */
export type Review = {
  id: string;
  kind: "trial" | "head" | "parked" | "regulation";
  day: string;
  question: string | null;
  rule: string | null;
  /** What it is about, in the words of the workshop; empty for the whole regulation. */
  text: string;
  who: string | null;
  /** The figure by which a trial is judged, as the team agreed on it. */
  judgedBy?: string;
  every: number | null;
};

/** The first review of a regulation and those after it, in days (domain brief §6.8), where no rule says otherwise. */
const FIRST = 30;
const THEN = 91;
/** Shorter terms of the rule on reviews are terms for something else, for an answer to a proposal for instance. */
const SHORTEST = 14;

const dayAfter = (at: string, days: number): string =>
  new Date(Date.parse(at.slice(0, 10)) + days * 86_400_000).toISOString().slice(0, 10);

/** All days on which something is to be looked at again, the nearest first. */
export const reviewsOf = (record: WorkshopRecord, rules: readonly Rule[] = rulesOf(record)): Review[] => {
  return [
    ...rules.flatMap(ofRule),
    ...record.asked.flatMap(({ key }): Review[] => {
      const decision = lastDecision(record, key);
      if (decision?.kind !== "parked") return [];
      const { id, dueOn, owner, missing } = decision;
      return [
        { id, kind: "parked", day: dueOn, question: key, rule: null, text: missing, who: owner || null, every: null },
      ];
    }),
    ...ofRegulation(record, rules),
  ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1));
};

const ofRule = ({ decision, id: rule, question, text }: Rule): Review[] => {
  const about = { question, rule, text, every: null };
  if (decision.kind === "trial") {
    const { id, until, judgedBy } = decision;
    return [{ id, kind: "trial", day: until, who: null, judgedBy, ...about }];
  }
  if (decision.kind === "head")
    return [{ id: decision.id, kind: "head", day: decision.reviewOn, who: decision.decidedBy, ...about }];
  return [];
};

const ofRegulation = ({ workshop }: WorkshopRecord, rules: readonly Rule[]): Review[] => {
  const first = workshop.editions?.[0];
  if (!first) return [];
  const terms = answersTo(rules, "adoption-review", "duration")
    .flatMap(({ answer }) => answer.norms)
    .flatMap(({ limit: { value, unit } }) =>
      unit === "calDay" ? [value] : unit === "workDay" ? [(value * 7) / 5] : [],
    )
    .map(Math.round)
    .filter((days) => days >= SHORTEST)
    .sort((a, b) => a - b);
  return [
    {
      id: `${workshop.id}-review`,
      kind: "regulation",
      day: dayAfter(first.closedAt, terms[0] ?? FIRST),
      question: null,
      rule: rules.find(({ questionId }) => questionId === "adoption-review")?.id ?? null,
      text: "",
      who: null,
      every: terms[1] ?? THEN,
    },
  ];
};

/** The day that comes next: of a review that repeats, the first one that is not over. */
export const nextDay = ({ day, every }: Pick<Review, "day" | "every">, today: string): string => {
  if (every === null || day >= today) return day;
  const days = (Date.parse(today) - Date.parse(day)) / 86_400_000;
  return dayAfter(day, Math.ceil(days / every) * every);
};

/** A day that has passed and was not followed by a decision: the rule waits to be looked at. */
export const isOverdue = (review: Review, today: string): boolean => nextDay(review, today) < today;
