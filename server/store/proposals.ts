import { Answer } from "#domain/answer.ts";
import type { Proposal } from "#domain/proposal.ts";
import { Wording } from "#domain/wording.ts";
import type { Db, RecordTables } from "./tables.ts";

const proposalOf = (row: RecordTables["proposals"]): Proposal => ({
  id: row.id,
  question: row.question,
  version: row.version,
  wording: Wording.parse(JSON.parse(row.wording)),
  answer: Answer.parse(JSON.parse(row.answer)),
  binds: JSON.parse(row.binds) as string[],
  hash: row.hash,
  madeAt: row.made_at,
});

export const proposalsOf = async (db: Db, workshop: string): Promise<Proposal[]> => {
  const rows = await db
    .selectFrom("proposals")
    .selectAll()
    .where("workshop", "=", workshop)
    .orderBy("question")
    .orderBy("version")
    .execute();
  return rows.map(proposalOf);
};

export const latestProposal = async (db: Db, workshop: string, question: string): Promise<Proposal | undefined> => {
  const row = await db
    .selectFrom("proposals")
    .selectAll()
    .where("workshop", "=", workshop)
    .where("question", "=", question)
    .orderBy("version", "desc")
    .executeTakeFirst();
  return row && proposalOf(row);
};

export const proposalById = async (db: Db, workshop: string, id: string): Promise<Proposal | undefined> => {
  const row = await db
    .selectFrom("proposals")
    .selectAll()
    .where("workshop", "=", workshop)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && proposalOf(row);
};

export const addProposal = async (db: Db, workshop: string, proposal: Proposal): Promise<void> => {
  await db
    .insertInto("proposals")
    .values({
      workshop,
      id: proposal.id,
      question: proposal.question,
      version: proposal.version,
      wording: JSON.stringify(proposal.wording),
      answer: JSON.stringify(proposal.answer),
      binds: JSON.stringify(proposal.binds),
      hash: proposal.hash,
      made_at: proposal.madeAt,
    })
    .execute();
};
