import { Decision } from "#domain/decision.ts";
import type { Db } from "./tables.ts";

const decisionOf = ({ body }: { body: string }): Decision => Decision.parse(JSON.parse(body));

/** The decisions in the order in which they were made. */
export const decisionsOf = async (db: Db, workshop: string): Promise<Decision[]> => {
  const rows = await db
    .selectFrom("decisions")
    .select("body")
    .where("workshop", "=", workshop)
    .orderBy("position")
    .execute();
  return rows.map(decisionOf);
};

export const decisionsOn = async (db: Db, workshop: string, question: string): Promise<Decision[]> => {
  const rows = await db
    .selectFrom("decisions")
    .select("body")
    .where("workshop", "=", workshop)
    .where("question", "=", question)
    .orderBy("position")
    .execute();
  return rows.map(decisionOf);
};

export const decisionById = async (db: Db, workshop: string, id: string): Promise<Decision | undefined> => {
  const row = await db
    .selectFrom("decisions")
    .select("body")
    .where("workshop", "=", workshop)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && decisionOf(row);
};

/** Adds a decision behind those that were made. */
export const addDecision = async (db: Db, workshop: string, decision: Decision): Promise<void> => {
  const { last } = await db
    .selectFrom("decisions")
    .select(({ fn }) => fn.max("position").as("last"))
    .where("workshop", "=", workshop)
    .executeTakeFirstOrThrow();
  await db
    .insertInto("decisions")
    .values({
      workshop,
      id: decision.id,
      question: decision.question,
      position: (last ?? -1) + 1,
      body: JSON.stringify(decision),
    })
    .execute();
};
