import type { Bilingual } from "../language.ts";
import type { WorkshopRecord } from "../record.ts";
import type { Problem } from "./problem.ts";

const there = (what: Bilingual, id: string, where: string): Problem => ({
  where,
  expected: { ru: `${what.ru} из этого файла`, en: `${what.en} of this file` },
  got: { ru: `«${id}», которого в файле нет`, en: `"${id}", which is not there` },
});

const QUESTION = { ru: "ключ вопроса", en: "the key of a question" };
const PROPOSAL = { ru: "id предложения", en: "the id of a proposal" };
const PERSON = { ru: "id участника", en: "the id of a participant" };
const ROUND = { ru: "id круга", en: "the id of a round" };

/** The first thing of a record that names another which is not in it, or that is there twice. */
export const danglingIn = (record: WorkshopRecord): Problem | null => {
  const bank = new Set(record.questions.map(({ id }) => id));
  const keys = new Set(record.asked.map(({ key }) => key));
  const proposals = new Set(record.proposals.map(({ id }) => id));
  const rounds = new Set(record.rounds.map(({ id }) => id));
  const ideas = new Set(record.ideas.map(({ id }) => id));
  const people = new Set(record.participants.map(({ id }) => id));
  const problems = (function* (): Generator<Problem> {
    for (const [list, ids] of Object.entries(identities(record))) yield* twice(list, ids);
    for (const [at, asked] of record.asked.entries()) {
      if (!bank.has(asked.question))
        yield there({ ru: "id вопроса банка", en: "the id of a question" }, asked.question, `asked[${at}].question`);
      const type = record.workshop.dealTypes.find(({ id }) => id === asked.dealType);
      if (asked.dealType !== null && !type)
        yield there({ ru: "id типа сделки", en: "the id of a deal type" }, asked.dealType, `asked[${at}].dealType`);
      if (asked.stage !== null && !type?.stages.some(({ id }) => id === asked.stage))
        yield there({ ru: "id этапа", en: "the id of a stage" }, asked.stage, `asked[${at}].stage`);
    }
    for (const [at, { participant }] of record.attendance.entries())
      if (!people.has(participant)) yield there(PERSON, participant, `attendance[${at}].participant`);
    for (const [at, { question, group, by, answered }] of record.ideas.entries()) {
      if (by !== undefined && !people.has(by)) yield there(PERSON, by, `ideas[${at}].by`);
      if (answered?.kind === "rule" && !keys.has(answered.question))
        yield there(QUESTION, answered.question, `ideas[${at}].answered.question`);
      if (!keys.has(question)) yield there(QUESTION, question, `ideas[${at}].question`);
      if (group !== null && !ideas.has(group))
        yield there({ ru: "id идеи", en: "the id of an idea" }, group, `ideas[${at}].group`);
    }
    for (const [at, { question }] of record.proposals.entries())
      if (!keys.has(question)) yield there(QUESTION, question, `proposals[${at}].question`);
    for (const [at, { question, proposal }] of record.rounds.entries()) {
      if (!keys.has(question)) yield there(QUESTION, question, `rounds[${at}].question`);
      if (!proposals.has(proposal)) yield there(PROPOSAL, proposal, `rounds[${at}].proposal`);
    }
    for (const [at, { question, round, by }] of record.objections.entries()) {
      if (!keys.has(question)) yield there(QUESTION, question, `objections[${at}].question`);
      if (!rounds.has(round)) yield there(ROUND, round, `objections[${at}].round`);
      if (by !== null && !people.has(by)) yield there(PERSON, by, `objections[${at}].by`);
    }
    for (const [at, decision] of record.decisions.entries()) {
      if (!keys.has(decision.question)) yield there(QUESTION, decision.question, `decisions[${at}].question`);
      if (decision.kind === "parked") continue;
      if (!proposals.has(decision.proposal)) yield there(PROPOSAL, decision.proposal, `decisions[${at}].proposal`);
      if (!rounds.has(decision.round)) yield there(ROUND, decision.round, `decisions[${at}].round`);
    }
    for (const [at, one] of record.editorials.entries()) {
      if (one.kind === "typo" && !proposals.has(one.proposal))
        yield there(PROPOSAL, one.proposal, `editorials[${at}].proposal`);
      if (one.kind === "recall" && !record.editorials.some(({ kind, id }) => kind === "typo" && id === one.typo))
        yield there({ ru: "id исправления", en: "the id of a correction" }, one.typo, `editorials[${at}].typo`);
    }
    const editions = record.workshop.editions?.length ?? 0;
    for (const list of ["approvals", "acknowledgements"] as const)
      for (const [at, { edition }] of record[list].entries())
        if (edition > editions)
          yield there(
            { ru: "номер редакции", en: "the number of an edition" },
            String(edition),
            `${list}[${at}].edition`,
          );
  })();
  return problems.next().value ?? null;
};

const identities = (record: WorkshopRecord): Record<string, string[]> => ({
  participants: record.participants.map(({ id }) => id),
  questions: record.questions.map(({ id }) => id),
  asked: record.asked.map(({ key }) => key),
  ideas: record.ideas.map(({ id }) => id),
  proposals: record.proposals.map(({ id }) => id),
  rounds: record.rounds.map(({ id }) => id),
  objections: record.objections.map(({ id }) => id),
  decisions: record.decisions.map(({ id }) => id),
  editorials: record.editorials.map(({ id }) => id),
  approvals: record.approvals.map(({ id }) => id),
  acknowledgements: record.acknowledgements.map(({ id }) => id),
});

function* twice(list: string, ids: string[]): Generator<Problem> {
  const seen = new Set<string>();
  for (const [at, id] of ids.entries()) {
    if (seen.has(id))
      yield {
        where: `${list}[${at}].${list === "asked" ? "key" : "id"}`,
        expected: { ru: "каждый id один раз", en: "each id once" },
        got: { ru: `«${id}» второй раз`, en: `"${id}" for the second time` },
      };
    seen.add(id);
  }
}
