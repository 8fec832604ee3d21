import type { Messages } from "../message.ts";

/** What stands around a vote; a phone loads it with the parts that show votes, after the first paint. */
export const vote = {
  "result.many-abstain": "More than 30 % abstained: put the question differently, or ask only those whom it concerns",
  "result.not-a-consent": "This is not a consent: less than 75 % in favour",
  "result.weak": "A weak consent: more than 30 % with a reservation. The rule is reviewed in 30 days",
  "round.needs":
    "Adopted with at least {needed} in favour, {quorum} of {invited} answering and no objection left open.",
  "round.binds": "A ballot is needed from: {departments}",
  "round.smallGroup": "One dissent is allowed",
  "round.trial": "A vote on trial: in force until {until}, then judged by: {judgedBy}",
  "settled.review": "Review by {date}",
  "unsaid.ask": "The section is complete. Is anything left unsaid?",
  "unsaid.hint": "Without a name. Everybody sees the words at once",
  "unsaid.field": "What is left to say",
  "unsaid.send": "Say it",
  "unsaid.said": "Said at the end of the section",
  "objection.uphold": "I still object",
  "objection.asked": "Waiting for the objector, who may answer at any moment and alone can close this",
  "objection.silent": "A minute has passed without an answer. The objection stays open",
} as const satisfies Messages;
