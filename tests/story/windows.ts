import type { Answer } from "#domain/answer.ts";
import type { Language } from "#domain/language.ts";
import type { WorkshopRecord } from "#domain/record.ts";
import { questions } from "#question-bank";
import { demoRecord } from "#templates";

/** The finished workshop of the windows company, the one story that the tests tell again and again. */
export const windows = (language: Language = "ru"): WorkshopRecord => {
  const record = demoRecord("windows", language, questions);
  if (!record) throw new Error("the windows template has lost its demo workshop");
  return structuredClone(record);
};

/** The same workshop in which another answer was adopted to a question. */
export const answering = <K extends Answer["kind"]>(
  record: WorkshopRecord,
  key: string,
  kind: K,
  change: (answer: Extract<Answer, { kind: K }>) => Answer,
): WorkshopRecord => {
  const decision = record.decisions.findLast(({ question }) => question === key);
  if (!decision || decision.kind === "parked") throw new Error(`${key} was not adopted`);
  return {
    ...record,
    proposals: record.proposals.map((proposal) =>
      proposal.id === decision.proposal && proposal.answer.kind === kind
        ? { ...proposal, answer: change(proposal.answer as Extract<Answer, { kind: K }>) }
        : proposal,
    ),
  };
};

/** The same workshop in which nothing was decided on the questions. */
export const without = (record: WorkshopRecord, ...keys: string[]): WorkshopRecord => ({
  ...record,
  decisions: record.decisions.filter(({ question }) => !keys.includes(question)),
});
