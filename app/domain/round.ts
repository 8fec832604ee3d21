import { z } from "zod";
import type { Participant } from "./participant.ts";
import type { Proposal } from "./proposal.ts";
import { allowsOneDissent, QUORUM, requiredShare, Threshold } from "./threshold.ts";

export const Choice = z.enum(["agree", "reservation", "object", "abstain"]);
export type Choice = z.infer<typeof Choice>;

/** What came out of a ballot box: no person, no order, no time. `concern` is the one line of a reservation. */
export const Ballot = z.strictObject({ choice: Choice, concern: z.string().max(500).nullable() });
export type Ballot = z.infer<typeof Ballot>;

/** So many of the ballots were not cast by phone but shown by hands or written on slips, and entered by the facilitator. */
export const Counted = z.strictObject({ how: z.enum(["hands", "slips"]), ballots: z.number().int().positive() });
export type Counted = z.infer<typeof Counted>;

/** What a vote on trial is a vote on: the wording is in force until this date and is then judged by this figure. */
export const Trial = z.strictObject({ until: z.iso.date(), judgedBy: z.string().trim().min(1).max(500) });
export type Trial = z.infer<typeof Trial>;

/**
 * A secret vote on one version of a wording. `ballots` stay empty in the record until the round is closed. Rounds that
 * were held as one vote name the same `package`. `threshold` is the one that was agreed when it was opened, so that a later
 * change of the set-up does not turn an old result; rounds of older files have none and go by the workshop's.
 */
export const Round = z.strictObject({
  id: z.uuid(),
  question: z.string(),
  proposal: z.uuid(),
  number: z.number().int().positive(),
  status: z.enum(["open", "closed", "void"]),
  openedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  invited: z.number().int().nonnegative(),
  answered: z.number().int().nonnegative(),
  missingDepartments: z.array(z.string()),
  ballots: z.array(Ballot),
  package: z.uuid().optional(),
  counted: Counted.optional(),
  threshold: Threshold.optional(),
  trial: Trial.optional(),
});
export type Round = z.infer<typeof Round>;

export type Tally = Record<Choice, number>;

/** The arithmetic of a closed round, each figure of which is shown to everybody. `share` is NaN when nobody weighed in. */
export type Outcome = {
  tally: Tally;
  share: number;
  needed: number;
  invited: number;
  answered: number;
  quorum: boolean;
  missingDepartments: string[];
  openObjections: number;
  standAsides: number;
  verdict: "unanimous" | "almost-unanimous" | "objections-open" | "no-quorum" | "below-threshold";
};

export const tallyOf = (ballots: Ballot[]): Tally => {
  const tally: Tally = { agree: 0, reservation: 0, object: 0, abstain: 0 };
  for (const ballot of ballots) tally[ballot.choice]++;
  return tally;
};

/** Abstentions are answers but do not weigh (domain brief §6.4). */
export const shareOf = (tally: Tally): number =>
  (tally.agree + tally.reservation) / (tally.agree + tally.reservation + tally.object);

/** Above this part of the answers, abstaining or agreeing with reservations says something of its own (domain brief §6.4). */
export const MANY = 0.3;
/** Below this share a result is not called a consent at all. */
export const CONSENT = 0.75;

/** What a result is called beside its verdict: reservations or abstentions above 30 %, or less than 75 % in favour. */
export type Weakness = "weak" | "many-abstain" | "not-a-consent";

export const weaknessesOf = (tally: Tally): Weakness[] => {
  const weighing = tally.agree + tally.reservation + tally.object;
  return [
    ...(weighing > 0 && tally.reservation / weighing > MANY ? (["weak"] as const) : []),
    ...(tally.abstain / (weighing + tally.abstain) > MANY ? (["many-abstain"] as const) : []),
    ...(weighing > 0 && shareOf(tally) < CONSENT ? (["not-a-consent"] as const) : []),
  ];
};

/** The threshold that a round goes by. */
export const thresholdOf = (round: Pick<Round, "threshold">, workshop: { threshold: Threshold }): Threshold =>
  round.threshold ?? workshop.threshold;

/** So many of those invited must have answered. */
export const quorumOf = (invited: number): number => Math.ceil(invited * QUORUM);

export const hasQuorum = ({
  answered,
  invited,
  missingDepartments,
}: Pick<Round, "answered" | "invited" | "missingDepartments">): boolean =>
  answered >= quorumOf(invited) && missingDepartments.length === 0;

/**
 * Whether a round adopts its wording.
 * @param objections how many objections of the question are still open, and how many objectors stand aside.
 */
export const outcomeOf = (
  round: Round,
  threshold: Threshold,
  objections: { open: number; standAside: number },
): Outcome => {
  const tally = tallyOf(round.ballots);
  const share = shareOf(tally);
  const needed = requiredShare(threshold);
  const quorum = hasQuorum(round);
  const oneStandsAside = allowsOneDissent(threshold) && tally.object === 1 && objections.standAside <= 1;
  // 0.9 is not exact in binary: nine of ten must count as ninety per cent
  const reached = share >= needed - 1e-9 || (oneStandsAside && objections.open === 0);
  const verdict = !quorum
    ? "no-quorum"
    : objections.open > 0
      ? "objections-open"
      : !reached
        ? "below-threshold"
        : share === 1
          ? "unanimous"
          : "almost-unanimous";
  return {
    tally,
    share,
    needed,
    invited: round.invited,
    answered: round.answered,
    quorum,
    missingDepartments: round.missingDepartments,
    openObjections: objections.open,
    standAsides: objections.standAside,
    verdict,
  };
};

export const isAdopted = (outcome: Outcome): boolean =>
  outcome.verdict === "unanimous" || outcome.verdict === "almost-unanimous";

/** Departments that the rule binds and that have a voter, of whom none has answered. */
export const missingDepartments = (
  proposal: Proposal,
  voters: Participant[],
  answered: ReadonlySet<string>,
): string[] =>
  proposal.binds.filter((department) => {
    const people = voters.filter((person) => person.department === department);
    return people.length > 0 && !people.some((person) => answered.has(person.id));
  });
