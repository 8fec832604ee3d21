import { z } from "zod";
import type { Participant } from "./participant.ts";
import type { Proposal } from "./proposal.ts";
import { QUORUM, requiredShare, type Threshold } from "./threshold.ts";

export const Choice = z.enum(["agree", "reservation", "object", "abstain"]);
export type Choice = z.infer<typeof Choice>;

/** What came out of a ballot box: no person, no order, no time. `concern` is the one line of a reservation. */
export const Ballot = z.strictObject({ choice: Choice, concern: z.string().max(500).nullable() });
export type Ballot = z.infer<typeof Ballot>;

/** So many of the ballots were not cast by phone but shown by hands or written on slips, and entered by the facilitator. */
export const Counted = z.strictObject({ how: z.enum(["hands", "slips"]), ballots: z.number().int().positive() });
export type Counted = z.infer<typeof Counted>;

/**
 * A secret vote on one version of a wording. `ballots` stay empty in the record until the round is closed. Rounds that
 * were held as one vote name the same `package`.
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
  const quorum = round.answered >= Math.ceil(round.invited * QUORUM) && round.missingDepartments.length === 0;
  const oneStandsAside =
    threshold.smallGroup && threshold.preset !== "unanimous" && tally.object === 1 && objections.standAside <= 1;
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
