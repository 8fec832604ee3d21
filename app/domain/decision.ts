import { z } from "zod";
import { type Refusal, refuse } from "./refusal.ts";
import { hasQuorum, isAdopted, type Outcome, type Round, weaknessesOf } from "./round.ts";

/**
 * `consent` is adopted by a round; its nearness to unanimity is arithmetic, not a label that somebody chose. A consent with
 * many reservations is looked at again early (`reviewOn`). A `trial` is what a vote on trial adopted.
 */
export const Decision = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("consent"),
    id: z.uuid(),
    question: z.string(),
    proposal: z.uuid(),
    round: z.uuid(),
    verdict: z.enum(["unanimous", "almost-unanimous"]),
    reviewOn: z.iso.date().optional(),
    at: z.iso.datetime(),
  }),
  z.strictObject({
    kind: z.literal("trial"),
    id: z.uuid(),
    question: z.string(),
    proposal: z.uuid(),
    round: z.uuid(),
    until: z.iso.date(),
    judgedBy: z.string().min(1).max(500),
    at: z.iso.datetime(),
  }),
  z.strictObject({
    kind: z.literal("head"),
    id: z.uuid(),
    question: z.string(),
    proposal: z.uuid(),
    round: z.uuid(),
    decidedBy: z.string(),
    reason: z.string().min(1).max(1000),
    reviewOn: z.iso.date(),
    at: z.iso.datetime(),
  }),
  z.strictObject({
    kind: z.literal("parked"),
    id: z.uuid(),
    question: z.string(),
    owner: z.string().min(1).max(200),
    dueOn: z.iso.date(),
    missing: z.string().max(1000),
    at: z.iso.datetime(),
  }),
]);
export type Decision = z.infer<typeof Decision>;

/** How far ahead the review of a head's decision may lie, and that of a weak consent lies, in days (domain brief §6.4). */
export const REVIEW_DAYS = 30;

/** Above this part of the rules, head's decisions say that near-unanimity was not reached (domain brief §6.4). */
export const MANY_BY_HEAD = 0.2;

/** How often a wording is voted on before one of three must follow: a vote on trial, the head's decision, parking. */
export const ROUNDS = 2;

/** A decision as it is asked for; the server adds id and time. `consent` is to what was voted on, on trial or for good. */
export type DecisionInput =
  | { kind: "consent" }
  | { kind: "head"; decidedBy: string; reason: string; reviewOn: string }
  | { kind: "parked"; owner: string; dueOn: string; missing: string };

/**
 * May this decision be recorded after that outcome?
 * @param rounds how many rounds of the question were closed; the head decides only after two (or when nobody can vote).
 */
export const mayDecide = (
  input: DecisionInput,
  state: { outcome: Outcome | null; rounds: number; today: string },
): Refusal | null => {
  if (input.kind === "parked") {
    if (!input.owner.trim()) return refuse("owner-missing");
    if (!input.dueOn) return refuse("review-date-missing");
    return isPast(input.dueOn, state) ? refuse("date-past") : null;
  }
  if (!state.outcome) return refuse("not-adopted");
  if (input.kind === "consent") {
    if (state.outcome.openObjections > 0) return refuse("objections-open", { count: state.outcome.openObjections });
    return isAdopted(state.outcome) ? null : refuse("not-adopted");
  }
  if (state.rounds < ROUNDS) return refuse("not-this-phase");
  if (!input.reviewOn) return refuse("review-date-missing");
  if (isPast(input.reviewOn, state)) return refuse("date-past");
  return daysBetween(state.today, input.reviewOn) > REVIEW_DAYS
    ? refuse("review-too-late", { count: REVIEW_DAYS })
    : null;
};

/** The counted rounds of a question since it was last settled or parked; one without a quorum said nothing. */
export const roundsSpent = (rounds: readonly KeptRound[], decisions: readonly Decision[]): number => {
  const isBefore = (round: KeptRound) =>
    decisions.some((made) =>
      made.kind === "parked"
        ? round.closedAt !== null && round.closedAt <= made.at
        : round.number <= (rounds.find(({ id }) => id === made.round)?.number ?? 0),
    );
  return rounds.filter((round) => round.status === "closed" && hasQuorum(round) && !isBefore(round)).length;
};

type KeptRound = Omit<Round, "ballots">;

/** May a vote on trial be opened? It comes after two rounds, and its term lies ahead. */
export const mayTry = (until: string, state: { spent: number; today: string }): Refusal | null => {
  if (state.spent < ROUNDS) return refuse("not-this-phase");
  if (!until) return refuse("review-date-missing");
  return isPast(until, state) ? refuse("date-past") : null;
};

/** The day so many days after this one; both are ISO dates. */
const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** When a consent with many reservations is looked at again; nothing for any other. `at` is an ISO text. */
export const earlyReview = ({ tally }: Pick<Outcome, "tally">, at: string): { reviewOn?: string } =>
  weaknessesOf(tally).includes("weak") ? { reviewOn: daysAfter(at.slice(0, 10), REVIEW_DAYS) } : {};

const isPast = (day: string, { today }: { today: string }): boolean => daysBetween(today, day) < 0;

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
