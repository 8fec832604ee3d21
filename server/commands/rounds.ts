import { createHash } from "node:crypto";
import type { Done } from "#context";
import type { AskedQuestion } from "#domain/agenda.ts";
import type { Answer } from "#domain/answer.ts";
import { stageOf } from "#domain/deal-type.ts";
import { mayTry, ROUNDS, roundsSpent } from "#domain/decision.ts";
import { checkedCount, votesIn } from "#domain/hand-count.ts";
import { presentVoters, voters } from "#domain/participant.ts";
import { bound, hashedText, type Proposal } from "#domain/proposal.ts";
import { strayReference } from "#domain/references.ts";
import { isRefusal, type Refusal, refuse } from "#domain/refusal.ts";
import { missingDepartments, Trial } from "#domain/round.ts";
import type { Threshold } from "#domain/threshold.ts";
import type { Wording } from "#domain/wording.ts";
import { askedByKey, questionById } from "../store/agenda.ts";
import { addBallot, anonymise, emptyBox, participationsIn } from "../store/ballots.ts";
import { decisionsOn } from "../store/decisions.ts";
import { removeObjectionsOf } from "../store/objections.ts";
import { participantsOf } from "../store/participants.ts";
import { addProposal, latestProposal, proposalById } from "../store/proposals.ts";
import { invitedTo } from "../store/record.ts";
import { addRound, endRound, handCountOf, type KeptRound, roundById, roundsOn } from "../store/rounds.ts";
import { type Act, byFacilitator, DONE } from "./command.ts";
import { type Draft, draftOf, wholeAnswer } from "./draft.ts";
import { enterPhase } from "./entering.ts";
import type { Guest, House } from "./house.ts";

/** `trial`: the wording of the last round is voted on once more, in force until a date. */
type Opening = { id: string; question: string; seen: string; trial?: Trial | undefined };

/** Freezes what has been worded, or takes the wording of the last round for a vote on trial, and asks everybody who votes. */
export const openRound = async (house: House, guest: Guest, input: Opening): Promise<Done> => {
  if (!guest.isFacilitator) return refuse("not-allowed");
  // texts are read outside the transaction: reading commits what has just been typed, over a connection of its own
  const draft = draftOf(house, guest.workshop, input.question);
  return byFacilitator(house, guest, async (act) => {
    const { trx, workshop, kept, at } = act;
    const before = await roundById(trx, workshop, input.id);
    if (before) return before.question === input.question ? DONE : refuse("bad-input", { where: "id" });
    const asked = await askedByKey(trx, workshop, input.question);
    if (!asked) return refuse("no-such-thing");
    const rounds = await roundsOn(trx, workshop, asked.key);
    if (rounds.some(({ status }) => status === "open")) return refuse("round-open");
    if (asked.key !== kept.current) return refuse("question-not-open");
    const isAgain = asked.phase === "round" && input.trial !== undefined;
    if (asked.phase !== "word" && !isAgain)
      return refuse(asked.phase === "decided" ? "question-decided" : "not-this-phase");
    const spent = roundsSpent(rounds, await decisionsOn(trx, workshop, asked.key));
    const trial = termsOf(input.trial, spent, at);
    if (isRefusal(trial)) return trial;
    const last = isAgain ? rounds.findLast(({ status }) => status === "closed") : undefined;
    const text = last ? null : await frozen(act, asked, draft, input.seen);
    if (isRefusal(text)) return text;
    const invited = presentVoters(await participantsOf(trx, workshop)).length;
    if (invited === 0) return refuse("no-voters");
    await addRound(trx, workshop, {
      ...newRound(rounds, { invited, at, threshold: kept.workshop.threshold }),
      id: input.id,
      question: asked.key,
      proposal: last?.proposal ?? (await proposalOf(act, asked, text as Text)).id,
      ...trial,
    });
    await enterPhase(act, asked.key, "round");
    return DONE;
  });
};

/** A wording is voted on twice; the third time it is a vote on trial, whose terms are whole and lie ahead. */
const termsOf = (trial: Trial | undefined, spent: number, at: string): { trial?: Trial } | Refusal => {
  if (!trial) return spent >= ROUNDS ? refuse("rounds-spent", { count: ROUNDS }) : {};
  const terms = Trial.safeParse(trial);
  const no = mayTry(trial.until, { spent, today: at.slice(0, 10) });
  if (no) return no;
  return terms.success ? { trial: terms.data } : refuse("reason-missing");
};

/** A round that has just been opened, behind those that were before. */
export const newRound = (
  before: readonly KeptRound[],
  { invited, at, threshold }: { invited: number; at: string; threshold: Threshold },
) => ({
  number: (before.at(-1)?.number ?? 0) + 1,
  status: "open" as const,
  openedAt: at,
  closedAt: null,
  invited,
  answered: 0,
  missingDepartments: [],
  threshold,
});

export type Text = { wording: Wording; answer: Answer };

/** What can be voted on: a wording, a whole answer that names only what there is, and nothing but what was seen. */
const frozen = async (
  { trx, workshop, kept }: Act,
  asked: AskedQuestion,
  draft: Draft,
  seen: string,
): Promise<Text | Refusal> => {
  const question = await questionById(trx, workshop, asked.question);
  if (!question) return refuse("no-such-thing");
  const { wording } = draft;
  if (wording.length === 0) return refuse("wording-empty");
  const answer = wholeAnswer(draft, question.kind);
  if (isRefusal(answer)) return answer;
  const stray = strayReference(answer, kept.workshop);
  if (stray !== null) return refuse("answer-incomplete", { where: stray });
  return hashedText(wording, answer) === seen ? { wording, answer } : refuse("wording-moved");
};

/** The version of the question's proposal that says this, made now unless the last one does. */
export const proposalOf = async (
  { trx, workshop, kept, at, house }: Act,
  asked: AskedQuestion,
  text: Text,
): Promise<Proposal> => {
  const last = await latestProposal(trx, workshop, asked.key);
  const hash = createHash("sha256").update(hashedText(text.wording, text.answer)).digest("hex");
  if (last?.hash === hash) return last;
  const stage = stageOf(kept.workshop.dealTypes, asked.dealType, asked.stage);
  const proposal: Proposal = {
    id: house.newId(),
    question: asked.key,
    version: (last?.version ?? 0) + 1,
    ...text,
    binds: bound(text.answer, stage, kept.workshop, await participantsOf(trx, workshop)),
    hash,
    madeAt: at,
  };
  await addProposal(trx, workshop, proposal);
  return proposal;
};

/** Counts a round and cuts every tie between its ballots and those who cast them. */
export const closeRound = (house: House, guest: Guest, input: { round: string; confirmed: boolean }): Promise<Done> =>
  byFacilitator(house, guest, async ({ trx, workshop, at, afterwards }) => {
    const round = await roundById(trx, workshop, input.round);
    const proposal = round && (await proposalById(trx, workshop, round.proposal));
    if (!round || !proposal) return refuse("no-such-thing");
    if (round.status === "closed") return DONE;
    if (round.status === "void") return refuse("round-closed");
    if (round.package) return refuse("package-open");
    const participants = await participantsOf(trx, workshop);
    const answered = await participationsIn(trx, workshop, round.id);
    const count = await handCountOf(trx, workshop, round.id);
    const shown = count ? checkedCount(count, votesIn(count.tally)) : [];
    if (isRefusal(shown)) return shown;
    const all = answered.size + shown.length;
    const invited = Math.max(all, invitedTo(participants, answered));
    if (all < invited && !input.confirmed) return refuse("not-all-ready", { count: invited - all });
    const silent = missingDepartments(proposal, voters(participants), answered);
    await endRound(trx, workshop, round.id, {
      status: "closed",
      closedAt: at,
      invited,
      answered: all,
      missingDepartments: silent.filter((id) => !count?.departments.includes(id)),
    });
    for (const ballot of shown) await addBallot(trx, workshop, round.id, { ...ballot, id: house.newId(), tag: null });
    await anonymise(trx, workshop, round.id, house.newId);
    afterwards(house.forgetOrder);
    return DONE;
  });

/** A round whose wording is taken up again never was: its ballots and the objections among them go with it. */
export const voidOpenRound = async ({ house, trx, workshop, at, afterwards }: Act, question: string): Promise<void> => {
  const open = (await roundsOn(trx, workshop, question)).find(({ status }) => status === "open");
  if (!open) return;
  await emptyBox(trx, workshop, open.id);
  await removeObjectionsOf(trx, workshop, open.id);
  await endRound(trx, workshop, open.id, {
    status: "void",
    closedAt: at,
    invited: open.invited,
    answered: 0,
    missingDepartments: [],
  });
  afterwards(house.forgetOrder);
};
