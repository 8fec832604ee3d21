import type { Done } from "#context";
import type { AskedQuestion } from "#domain/agenda.ts";
import { checkedBallot } from "#domain/ballot-input.ts";
import { earlyReview } from "#domain/decision.ts";
import { firstWording } from "#domain/first-wording.ts";
import { ideaText } from "#domain/idea.ts";
import { mayBePacked, type PackageDraft, packageOutcome } from "#domain/package-vote.ts";
import { presentVoters, voters } from "#domain/participant.ts";
import { questionOf, type WorkshopRecord } from "#domain/record.ts";
import { strayReference } from "#domain/references.ts";
import { isRefusal, refuse } from "#domain/refusal.ts";
import { type Choice, isAdopted, missingDepartments } from "#domain/round.ts";
import { catalogue } from "#templates";
import { askedByKey } from "../store/agenda.ts";
import {
  addBallot,
  addParticipation,
  anonymise,
  ballotByTag,
  countedBallots,
  participationsIn,
  removeBallot,
} from "../store/ballots.ts";
import { addDecision } from "../store/decisions.ts";
import { addIdea } from "../store/ideas.ts";
import { heardOn } from "../store/objections.ts";
import { participantsOf } from "../store/participants.ts";
import { proposalById } from "../store/proposals.ts";
import { invitedTo, recordOf } from "../store/record.ts";
import { addRound, endRound, openPackage, roundById, roundsOn } from "../store/rounds.ts";
import { ballotTag } from "./ballots.ts";
import { type Act, byFacilitator, byParticipant, carryOut, DONE } from "./command.ts";
import { draftOf, wholeAnswer } from "./draft.ts";
import { begin, enterPhase, putForward, unlock } from "./entering.ts";
import type { Guest, House } from "./house.ts";
import { newRound, proposalOf, type Text, voidOpenRound } from "./rounds.ts";
import { startIn, startWording } from "./start.ts";

type Packed = { asked: AskedQuestion; text: Text; from: PackageDraft["from"] };

/**
 * The rules that could be voted on as a package: what was typed already, or else the rule in force now, what another
 * deal type settled, or what the template suggests. A question to which nobody can know the answer is not among them.
 */
const packable = (house: House, record: WorkshopRecord): Packed[] =>
  record.asked
    .filter((asked) => mayBePacked(asked, record))
    .flatMap((asked): Packed[] => {
      const draft = draftOf(house, record.workshop.id, asked.key);
      const { kind } = questionOf(record, asked);
      const typed = wholeAnswer(draft, kind);
      if (draft.wording.length > 0 && !isRefusal(typed))
        return [{ asked, text: { wording: draft.wording, answer: typed }, from: null }];
      const start = startIn(record, asked);
      const answer = isRefusal(typed) ? start.answer : typed;
      if (!answer || strayReference(answer, record.workshop) !== null) return [];
      return [
        {
          asked,
          text: { wording: start.wording ?? firstWording(record, asked, answer, catalogue), answer },
          from: start.from,
        },
      ];
    });

/** What the facilitator chooses from. */
export const packageDrafts = async (house: House, workshop: string): Promise<PackageDraft[]> => {
  const record = await recordOf(house.database, workshop);
  if (!record) return [];
  return packable(house, record).map(({ asked, text, from }) => ({
    question: asked.key,
    asked: questionOf(record, asked).wording,
    mode: questionOf(record, asked).mode,
    dealType: asked.dealType,
    stage: asked.stage,
    wording: text.wording,
    from,
  }));
};

/** Freezes the chosen rules and puts them before everybody at once. */
export const openPackageVote = async (
  house: House,
  guest: Guest,
  input: { id: string; questions: string[] },
): Promise<Done> => {
  if (!guest.isFacilitator) return refuse("not-allowed");
  // texts are read outside the transaction, as in openRound
  const record = await recordOf(house.database, guest.workshop);
  const packed = record ? packable(house, record).filter(({ asked }) => input.questions.includes(asked.key)) : [];
  return byFacilitator(house, guest, async (act) => {
    const { trx, workshop, kept, at } = act;
    const open = await openPackage(trx, workshop);
    if (open.length > 0) return open[0]?.package === input.id ? DONE : refuse("package-open");
    if (kept.current !== null) {
      const rounds = await roundsOn(trx, workshop, kept.current);
      if (rounds.some(({ status }) => status === "open")) return refuse("round-open");
    }
    if (kept.meeting.subgroups) return refuse("subgroups-open");
    const invited = presentVoters(await participantsOf(trx, workshop)).length;
    if (invited === 0) return refuse("no-voters");
    let count = 0;
    for (const { asked, text } of packed) {
      const now = await askedByKey(trx, workshop, asked.key);
      if (!now || !mayBePacked(now, { objections: await heardOn(trx, workshop, now.key) })) continue;
      const proposal = await proposalOf(act, now, text);
      const rounds = await roundsOn(trx, workshop, asked.key);
      await addRound(trx, workshop, {
        ...newRound(rounds, { invited, at, threshold: kept.workshop.threshold }),
        id: house.newId(),
        question: asked.key,
        proposal: proposal.id,
        package: input.id,
      });
      await enterPhase(act, asked.key, "round");
      count++;
    }
    if (count === 0) return refuse("package-empty");
    await begin(act);
    if (kept.current !== null) unlock(act, kept.current, false);
    await putForward(act, null);
    return DONE;
  });
};

/**
 * Takes one rule out, in the name of nobody. What is said with it becomes an idea of the question, sealed like any other
 * until the question is discussed.
 */
export const pullOut = (house: House, guest: Guest, input: { round: string; reason: string | null }): Promise<Done> =>
  (guest.isFacilitator ? carryOut : byParticipant)(house, guest, async (act: Act) => {
    const { trx, workshop } = act;
    const round = await roundById(trx, workshop, input.round);
    if (!round?.package) return refuse("no-such-thing");
    if (round.status === "void") return DONE;
    if (round.status === "closed") return refuse("round-closed");
    const text = input.reason?.trim() ? ideaText(input.reason) : null;
    if (isRefusal(text)) return text;
    await voidOpenRound(act, round.question);
    await enterPhase(act, round.question, "waiting");
    if (text === null) return DONE;
    await addIdea(trx, workshop, { id: house.newId(), question: round.question, text, group: null, seed: false }, null);
    return DONE;
  });

/** One ballot for all rules that stay. Nobody objects to a package: who is against a rule takes it out. */
export const castPackage = (
  house: House,
  guest: Guest,
  input: { choice: Exclude<Choice, "object">; concern: string | null },
): Promise<Done> =>
  byParticipant(house, guest, async ({ trx, workshop, person, key }) => {
    if (!person.votes) return refuse("not-a-voter");
    const cast = checkedBallot({ ...input, objection: null });
    if (isRefusal(cast)) return cast;
    const rounds = await openPackage(trx, workshop);
    if (rounds.length === 0) return refuse("round-closed");
    for (const round of rounds) {
      const tag = ballotTag(house, key, round.id);
      const before = await ballotByTag(trx, workshop, round.id, tag);
      const hasVoted = (await participationsIn(trx, workshop, round.id)).has(person.id);
      if (hasVoted !== (before !== undefined)) return refuse("ballot-on-other-device");
      if (before) await removeBallot(trx, workshop, round.id, before.id);
      else await addParticipation(trx, workshop, round.id, person.id);
      await addBallot(trx, workshop, round.id, { ...cast.ballot, id: house.newId(), tag });
    }
    return DONE;
  });

/** Counts the package. A rule whose departments were silent is not adopted and goes back to be worded. */
export const closePackageVote = (house: House, guest: Guest, input: { confirmed: boolean }): Promise<Done> =>
  byFacilitator(house, guest, async (act) => {
    const { trx, workshop, kept, at, afterwards } = act;
    const rounds = await openPackage(trx, workshop);
    const [first] = rounds;
    if (!first) return DONE;
    const participants = await participantsOf(trx, workshop);
    const answered = await participationsIn(trx, workshop, first.id);
    const invited = invitedTo(participants, answered);
    if (answered.size < invited && !input.confirmed) return refuse("not-all-ready", { count: invited - answered.size });
    for (const round of rounds) {
      const proposal = await proposalById(trx, workshop, round.proposal);
      if (!proposal) throw new Error(`round ${round.id} names a proposal that is not there`);
      await endRound(trx, workshop, round.id, {
        status: "closed",
        closedAt: at,
        invited,
        answered: answered.size,
        missingDepartments: missingDepartments(proposal, voters(participants), answered),
      });
      await anonymise(trx, workshop, round.id, house.newId);
    }
    const ballots = await countedBallots(trx, workshop);
    for (const { id } of rounds) {
      const round = await roundById(trx, workshop, id);
      if (!round) continue;
      const objections = await heardOn(trx, workshop, round.question);
      const outcome = packageOutcome(
        { ...round, ballots: ballots.get(id) ?? [] },
        { workshop: kept.workshop, objections },
      );
      if (isAdopted(outcome))
        await addDecision(trx, workshop, {
          kind: "consent",
          id: house.newId(),
          question: round.question,
          proposal: round.proposal,
          round: id,
          verdict: outcome.verdict === "unanimous" ? "unanimous" : "almost-unanimous",
          ...earlyReview(outcome, at),
          at,
        });
      await enterPhase(act, round.question, isAdopted(outcome) ? "decided" : "word");
      // a wording that was never typed, but came from the template or the rules so far, is there to be worded on
      const asked = isAdopted(outcome) ? null : await askedByKey(trx, workshop, round.question);
      if (asked) await startWording(act, asked);
    }
    afterwards(house.forgetOrder);
    return DONE;
  });

/** Takes the whole package back, as if it had not been opened. */
export const dropPackageVote = (house: House, guest: Guest): Promise<Done> =>
  byFacilitator(house, guest, async (act) => {
    for (const { question } of await openPackage(act.trx, act.workshop)) {
      await voidOpenRound(act, question);
      await enterPhase(act, question, "waiting");
    }
    return DONE;
  });
