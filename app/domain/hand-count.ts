import { checkedBallot } from "./ballot-input.ts";
import { isRefusal, type Refusal, refuse } from "./refusal.ts";
import type { Ballot, Counted, Tally } from "./round.ts";

/**
 * Votes that the facilitator enters: shown by hands, or written on slips. One line for each reservation, reason and wish
 * for each objection; `departments` are those that took part in this way, as nobody's department is known otherwise.
 */
export type HandCount = {
  how: Counted["how"];
  tally: Tally;
  concerns: string[];
  objections: { id: string; reason: string; wish: string }[];
  departments: string[];
};

export const votesIn = ({ agree, reservation, object, abstain }: Tally): number =>
  agree + reservation + object + abstain;

/**
 * The ballots that a count amounts to.
 * @param left how many of those who vote have not answered by phone.
 */
export const checkedCount = (count: HandCount, left: number): Ballot[] | Refusal => {
  const all = votesIn(count.tally);
  if (all === 0 || all > left) return refuse("count-wrong", { count: left });
  if (count.concerns.length !== count.tally.reservation) return refuse("concern-missing");
  if (count.objections.length !== count.tally.object) return refuse("reason-missing");
  const plain = (choice: "agree" | "abstain"): Ballot[] =>
    Array.from({ length: count.tally[choice] }, () => ({ choice, concern: null }));
  const cast = [
    ...count.concerns.map((concern) => checkedBallot({ choice: "reservation", concern, objection: null })),
    ...count.objections.map((objection) =>
      checkedBallot({ choice: "object", concern: null, objection: { ...objection, named: false } }),
    ),
  ];
  const refused = cast.find(isRefusal);
  if (refused) return refused;
  return [...plain("agree"), ...plain("abstain"), ...cast.flatMap((one) => (isRefusal(one) ? [] : [one.ballot]))];
};
