import type { Participant } from "#domain/participant.ts";
import { presentVoters } from "#domain/participant.ts";
import type { WorkshopRecord } from "#domain/record.ts";
import type { Round } from "#domain/round.ts";
import { acknowledgementsOf, addAcknowledgement } from "./acknowledgements.ts";
import { addAgenda, addQuestions, agendaOf, questionsOf } from "./agenda.ts";
import { addApproval, approvalsOf } from "./approvals.ts";
import { addAttendance, attendanceOf } from "./attendance.ts";
import { addBallot, countedBallots, participationsIn } from "./ballots.ts";
import { addCourse, courseOf } from "./course.ts";
import { addDecision, decisionsOf } from "./decisions.ts";
import { addEditorial, editorialsOf } from "./editorials.ts";
import { addIdea, revealedIdeas } from "./ideas.ts";
import { addObjection, heardObjections } from "./objections.ts";
import { addParticipants, participantsOf } from "./participants.ts";
import { addProposal, proposalsOf } from "./proposals.ts";
import { addRound, type KeptRound, roundsOf } from "./rounds.ts";
import type { Db } from "./tables.ts";
import { addReading, setTemperature } from "./temperatures.ts";
import { addWorkshop, workshopById } from "./workshops.ts";

/** How many are asked in a round: those who are there to vote, and those who voted before they left. */
export const invitedTo = (participants: Participant[], answered: ReadonlySet<string>): number =>
  new Set([...presentVoters(participants).map(({ id }) => id), ...answered]).size;

const shown = async (db: Db, workshop: string, round: KeptRound, participants: Participant[]): Promise<KeptRound> => {
  if (round.status !== "open") return round;
  const answered = await participationsIn(db, workshop, round.id);
  const all = answered.size + (round.counted?.ballots ?? 0);
  return { ...round, answered: all, invited: Math.max(all, invitedTo(participants, answered)) };
};

/**
 * The record of a workshop, null when there is none. Sealed ideas, ballots of open rounds and the objections that came
 * with them are not left out here: the queries never read them.
 */
export const recordOf = async (db: Db, workshop: string): Promise<WorkshopRecord | null> => {
  const kept = await workshopById(db, workshop);
  if (!kept) return null;
  const participants = await participantsOf(db, workshop);
  const ballots = await countedBallots(db, workshop);
  const rounds: Round[] = [];
  for (const round of await roundsOf(db, workshop))
    rounds.push({ ...(await shown(db, workshop, round, participants)), ballots: ballots.get(round.id) ?? [] });
  return {
    workshop: kept.workshop,
    participants,
    attendance: await attendanceOf(db, workshop),
    course: await courseOf(db, workshop),
    questions: await questionsOf(db, workshop),
    asked: await agendaOf(db, workshop),
    ideas: await revealedIdeas(db, workshop),
    proposals: await proposalsOf(db, workshop),
    rounds,
    objections: await heardObjections(db, workshop),
    decisions: await decisionsOf(db, workshop),
    editorials: await editorialsOf(db, workshop),
    approvals: await approvalsOf(db, workshop),
    acknowledgements: await acknowledgementsOf(db, workshop),
  };
};

/**
 * Keeps a whole record that came from outside under the id that it names, for an owner. Nobody's device knows its ideas
 * and objections again. Call it in a transaction.
 */
export const keep = async (
  db: Db,
  record: WorkshopRecord,
  to: { owner: string; code: string; newId: () => string; isDemo?: boolean },
): Promise<void> => {
  const { id } = record.workshop;
  const { owner, code, isDemo = false } = to;
  await addWorkshop(db, { workshop: record.workshop, owner, code, current: null, entrance: 1, screen: 1, isDemo });
  await addQuestions(db, id, record.questions);
  await addAgenda(db, id, record.asked);
  for (const { key, temperature } of record.asked) {
    if (!temperature) continue;
    await setTemperature(db, id, key, "closed");
    for (const value of temperature.readings)
      await addReading(db, { workshop: id, question: key, id: to.newId(), value, tag: null });
  }
  await addParticipants(db, id, record.participants);
  for (const entry of record.attendance) await addAttendance(db, id, entry);
  for (const entry of record.course) await addCourse(db, id, entry);
  for (const idea of record.ideas) await addIdea(db, id, idea, null);
  for (const proposal of record.proposals) await addProposal(db, id, proposal);
  for (const { ballots, ...round } of record.rounds) {
    await addRound(db, id, round);
    for (const ballot of ballots) await addBallot(db, id, round.id, { ...ballot, id: to.newId(), tag: null });
  }
  for (const objection of record.objections) await addObjection(db, id, objection, null);
  for (const decision of record.decisions) await addDecision(db, id, decision);
  for (const editorial of record.editorials) await addEditorial(db, id, editorial);
  for (const approval of record.approvals) await addApproval(db, id, approval);
  for (const acknowledgement of record.acknowledgements) await addAcknowledgement(db, id, acknowledgement);
};
