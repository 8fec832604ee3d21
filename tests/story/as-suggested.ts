import { createHash } from "node:crypto";
import type { AskedQuestion } from "#domain/agenda.ts";
import type { Answer } from "#domain/answer.ts";
import { stageOf } from "#domain/deal-type.ts";
import { type Language, say } from "#domain/language.ts";
import { type NewPerson, newRecord } from "#domain/new-workshop.ts";
import { bound, hashedText } from "#domain/proposal.ts";
import { questionOf, type WorkshopRecord } from "#domain/record.ts";
import { suggestAnswer } from "#domain/suggestion.ts";
import type { Template } from "#domain/template.ts";
import { wordingOf } from "#domain/wording.ts";
import { questions as bank } from "#question-bank";
import { catalogue, dealTypeOf } from "#templates";

const DAY = "2026-11-23";

/** A new deep workshop on a template, as the server begins it, with a voter from each department of the chain. */
export const begunOn = (template: Template, dealType: string, language: Language): WorkshopRecord => {
  const type = dealTypeOf(template, dealType, language);
  if (!type) throw new Error(`${template.id} has no deal type ${dealType}`);
  const newId = counted();
  const record = newRecord(
    {
      company: language === "ru" ? "ООО «Пример»" : "Example Ltd",
      template: template.id,
      dealType,
      language,
      depth: "deep",
      threshold: { preset: "almost-unanimous", share: 0.9, smallGroup: false },
      people: peopleOf(template),
      order: null,
    },
    { template, dealType: type, order: null, bank, version: "0", catalogue },
    { id: template.id, facilitator: "Марина", createdAt: `${DAY}T07:00:00.000Z`, newId },
  );
  if ("refused" in record) throw new Error(`${template.id}: ${record.refused} ${record.where}`);
  return record;
};

/**
 * The same workshop in which the team agreed at once to every answer that was suggested, each worded as its question.
 * Questions to which nothing can be suggested wait.
 */
export const asSuggested = (template: Template, dealType: string, language: Language): WorkshopRecord => {
  const begun = begunOn(template, dealType, language);
  const newId = counted("d");
  const settled = begun.asked.flatMap((asked) => {
    const answer = suggestAnswer(begun, asked, catalogue, template);
    return answer ? [settledOn(begun, asked, answer, newId)] : [];
  });
  const keys = new Set(settled.map(({ proposal }) => proposal.question));
  return {
    ...begun,
    asked: begun.asked.map((asked) => (keys.has(asked.key) ? { ...asked, phase: "decided" } : asked)),
    proposals: settled.map(({ proposal }) => proposal),
    rounds: settled.map(({ round }) => round),
    decisions: settled.map(({ decision }) => decision),
  };
};

const settledOn = (record: WorkshopRecord, asked: AskedQuestion, answer: Answer, newId: () => string) => {
  const { workshop, participants } = record;
  const question = asked.key;
  const wording = wordingOf(say(questionOf(record, asked).wording, workshop.language));
  const at = `${DAY}T08:00:00.000Z`;
  const proposal = {
    id: newId(),
    question,
    version: 1,
    wording,
    answer,
    binds: bound(answer, stageOf(workshop.dealTypes, asked.dealType, asked.stage), workshop, participants),
    hash: createHash("sha256").update(hashedText(wording, answer)).digest("hex"),
    madeAt: at,
  };
  const voting = participants.filter(({ votes }) => votes).length;
  const round = {
    id: newId(),
    question,
    proposal: proposal.id,
    number: 1,
    status: "closed" as const,
    openedAt: at,
    closedAt: at,
    invited: voting,
    answered: voting,
    missingDepartments: [],
    ballots: Array.from({ length: voting }, () => ({ choice: "agree" as const, concern: null })),
  };
  const decision = {
    kind: "consent" as const,
    id: newId(),
    question,
    proposal: proposal.id,
    round: round.id,
    verdict: "unanimous" as const,
    at,
  };
  return { proposal, round, decision };
};

/** The head of sales, and somebody of each other role that answers for a stage. */
const peopleOf = (template: Template): NewPerson[] =>
  [...new Set(["sales-head", ...template.stages.map(({ role }) => role)])].map((role) => ({
    name: role,
    role,
    department: catalogue.roles[role]?.department ?? "",
    head: role === "sales-head",
    votes: true,
  }));

const counted = (kind = "a"): (() => string) => {
  let count = 0;
  return () => `00000000-0000-4000-8000-${kind}${(++count).toString(16).padStart(11, "0")}`;
};
