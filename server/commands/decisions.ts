import type { Done } from "#context";
import { Decision, type DecisionInput, earlyReview, mayDecide } from "#domain/decision.ts";
import { isOpen } from "#domain/objection.ts";
import { refuse } from "#domain/refusal.ts";
import { type Outcome, outcomeOf, thresholdOf } from "#domain/round.ts";
import { askedByKey } from "../store/agenda.ts";
import { countedBallots } from "../store/ballots.ts";
import { addDecision, decisionById, decisionsOn } from "../store/decisions.ts";
import { heardOn, setDisposition } from "../store/objections.ts";
import { type KeptRound, roundsOn } from "../store/rounds.ts";
import { type Act, byFacilitator, DONE } from "./command.ts";
import { enterPhase } from "./entering.ts";
import type { Guest, House } from "./house.ts";

/** Settles a question by what its last round came to; nothing is opened in its place. */
export const decide = (
  house: House,
  guest: Guest,
  input: { id: string; question: string; decision: DecisionInput },
): Promise<Done> =>
  byFacilitator(house, guest, async (act) => {
    const { trx, workshop, at } = act;
    const before = await decisionById(trx, workshop, input.id);
    if (before) return before.question === input.question ? DONE : refuse("bad-input", { where: "id" });
    const asked = await askedByKey(trx, workshop, input.question);
    if (!asked) return refuse("no-such-thing");
    if (asked.phase === "decided" || asked.phase === "parked") return refuse("question-decided");
    const rounds = await roundsOn(trx, workshop, asked.key);
    if (rounds.some(({ status }) => status === "open")) return refuse("round-open");
    const closed = await roundsSinceDecision(act, asked.key, rounds);
    const round = closed.at(-1);
    // consent is given to the wording that was voted on; once it is taken up again, there is no consent to it
    const isDue = asked.phase === "round" || input.decision.kind === "parked" || input.decision.kind === "head";
    if (!isDue) return refuse("not-this-phase");
    const outcome = round ? await outcomeNow(act, round) : null;
    const no = mayDecide(input.decision, { outcome, rounds: closed.length, today: at.slice(0, 10) });
    if (no) return no;
    const decision = decisionOf(input, at, round, outcome);
    if (!decision) return refuse("bad-input", { where: "decision" });
    await addDecision(trx, workshop, decision);
    const left = decision.kind === "head" ? "escalated" : decision.kind === "parked" ? "parked" : null;
    if (left) {
      const open = (await heardOn(trx, workshop, asked.key)).filter(isOpen);
      await setDisposition(
        trx,
        workshop,
        open.map(({ id }) => id),
        left,
      );
    }
    await enterPhase(act, asked.key, decision.kind === "parked" ? "parked" : "decided");
    return DONE;
  });

/** The closed rounds that no decision has used yet, the oldest first. */
const roundsSinceDecision = async (
  { trx, workshop }: Act,
  question: string,
  rounds: KeptRound[],
): Promise<KeptRound[]> => {
  const used = (await decisionsOn(trx, workshop, question)).map((made) => (made.kind === "parked" ? null : made.round));
  const last = Math.max(0, ...rounds.filter(({ id }) => used.includes(id)).map(({ number }) => number));
  return rounds.filter(({ status, number }) => status === "closed" && number > last);
};

const outcomeNow = async ({ trx, workshop, kept }: Act, round: KeptRound): Promise<Outcome> => {
  const ballots = (await countedBallots(trx, workshop)).get(round.id) ?? [];
  const objections = await heardOn(trx, workshop, round.question);
  return outcomeOf({ ...round, ballots }, thresholdOf(round, kept.workshop), {
    open: objections.filter(isOpen).length,
    standAside: objections.filter(({ disposition }) => disposition === "stand-aside").length,
  });
};

const decisionOf = (
  { id, question, decision }: { id: string; question: string; decision: DecisionInput },
  at: string,
  round: KeptRound | undefined,
  outcome: Outcome | null,
): Decision | null => {
  const about = {
    id,
    question,
    at,
    ...(decision.kind !== "parked" && { round: round?.id, proposal: round?.proposal }),
  };
  if (decision.kind === "consent" && round?.trial)
    return Decision.safeParse({ kind: "trial", ...round.trial, ...about }).data ?? null;
  const verdict =
    decision.kind === "consent" && outcome ? { verdict: outcome.verdict, ...earlyReview(outcome, at) } : {};
  return Decision.safeParse({ ...decision, ...verdict, ...about }).data ?? null;
};
