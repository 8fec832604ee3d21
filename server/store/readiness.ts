import type { Db } from "./tables.ts";

/** The participants who said that they are ready with a question, in the phase that it is in. */
export const readyWith = async (db: Db, workshop: string, question: string): Promise<string[]> => {
  const rows = await db
    .selectFrom("readiness")
    .select("participant")
    .where("workshop", "=", workshop)
    .where("question", "=", question)
    .execute();
  return rows.map(({ participant }) => participant);
};

/** How many are ready with each question that anybody is ready with. */
export const readyCounts = async (db: Db, workshop: string): Promise<Map<string, number>> => {
  const rows = await db
    .selectFrom("readiness")
    .select(({ fn }) => ["question", fn.countAll<number>().as("ready")])
    .where("workshop", "=", workshop)
    .groupBy("question")
    .execute();
  return new Map(rows.map(({ question, ready }) => [question, Number(ready)]));
};

export const setReady = async (
  db: Db,
  workshop: string,
  question: string,
  participant: string,
  isReady: boolean,
): Promise<void> => {
  const row = { workshop, question, participant };
  if (isReady)
    await db
      .insertInto("readiness")
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  else
    await db
      .deleteFrom("readiness")
      .where("workshop", "=", workshop)
      .where("question", "=", question)
      .where("participant", "=", participant)
      .execute();
};

export const clearReadiness = async (db: Db, workshop: string, question: string): Promise<void> => {
  await db.deleteFrom("readiness").where("workshop", "=", workshop).where("question", "=", question).execute();
};
