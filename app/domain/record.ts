import { z } from "zod";
import { Acknowledgement } from "./acknowledgement.ts";
import { AskedQuestion } from "./agenda.ts";
import { Approval } from "./approval.ts";
import { Course } from "./course.ts";
import { Decision } from "./decision.ts";
import { Editorial } from "./editorial.ts";
import { Idea } from "./idea.ts";
import { Objection } from "./objection.ts";
import { Attendance, Participant } from "./participant.ts";
import { Proposal } from "./proposal.ts";
import { Question } from "./question.ts";
import { Round } from "./round.ts";
import { Workshop } from "./workshop.ts";

/**
 * The record of a workshop: everything that was asked, thought, proposed and decided, and nothing that is still
 * silent. The store leaves out sealed ideas, the ballots of open rounds and the objections they carry, so whoever
 * holds a record may show all of it: what must not be seen yet is not in it.
 * `decisions` stand in the order in which they were made; a later one on the same question supersedes the earlier. So do
 * `editorials`, and what came after the meeting: who approved an edition and who has read it.
 */
export const WorkshopRecord = z.strictObject({
  workshop: Workshop,
  participants: z.array(Participant),
  attendance: z.array(Attendance).default([]),
  course: z.array(Course).default([]),
  questions: z.array(Question),
  asked: z.array(AskedQuestion),
  ideas: z.array(Idea),
  proposals: z.array(Proposal),
  rounds: z.array(Round),
  objections: z.array(Objection),
  decisions: z.array(Decision),
  editorials: z.array(Editorial).default([]),
  approvals: z.array(Approval).default([]),
  acknowledgements: z.array(Acknowledgement).default([]),
});
export type WorkshopRecord = z.infer<typeof WorkshopRecord>;

export const askedOf = (record: WorkshopRecord, key: string): AskedQuestion | undefined =>
  record.asked.find((asked) => asked.key === key);

export const questionOf = (record: Pick<WorkshopRecord, "questions">, asked: AskedQuestion): Question => {
  const question = record.questions.find(({ id }) => id === asked.question);
  if (!question) throw new Error(`the record asks ${asked.key} but does not hold the question ${asked.question}`);
  return question;
};

export const proposalsOf = (record: WorkshopRecord, key: string): Proposal[] =>
  record.proposals.filter((proposal) => proposal.question === key).sort((a, b) => a.version - b.version);

export const roundsOf = (record: WorkshopRecord, key: string): Round[] =>
  record.rounds.filter((round) => round.question === key).sort((a, b) => a.number - b.number);

export const lastDecision = (record: WorkshopRecord, key: string): Decision | undefined =>
  record.decisions.findLast((decision) => decision.question === key);
