import { z } from "zod";
import { type Refusal, refuse } from "./refusal.ts";
import { isAdopted, type Outcome } from "./round.ts";

/** `consent` is adopted by a round; its nearness to unanimity is arithmetic, not a label that somebody chose. */
export const Decision = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("consent"),
    id: z.uuid(),
    question: z.string(),
    proposal: z.uuid(),
    round: z.uuid(),
    verdict: z.enum(["unanimous", "almost-unanimous"]),
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

/** How far ahead the review of a head's decision may lie, in days (domain brief §6.4). */
export const REVIEW_DAYS = 30;

/** A decision as it is asked for; the server adds id and time. */
export type DecisionInput =
  | { kind: "consent" }
  | { kind: "trial"; until: string; judgedBy: string }
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
  if (input.kind === "trial") {
    if (state.outcome.openObjections > 0) return refuse("objections-open", { count: state.outcome.openObjections });
    if (!input.until) return refuse("review-date-missing");
    if (isPast(input.until, state)) return refuse("date-past");
    return state.outcome.share >= 0.75 ? null : refuse("not-adopted");
  }
  if (state.rounds < 2) return refuse("not-this-phase");
  if (!input.reviewOn) return refuse("review-date-missing");
  if (isPast(input.reviewOn, state)) return refuse("date-past");
  return daysBetween(state.today, input.reviewOn) > REVIEW_DAYS
    ? refuse("review-too-late", { count: REVIEW_DAYS })
    : null;
};

const isPast = (day: string, { today }: { today: string }): boolean => daysBetween(today, day) < 0;

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
