import { Acknowledgement } from "#domain/acknowledgement.ts";
import type { Db } from "./tables.ts";

/** Who has read which edition, in the order in which they said so. */
export const acknowledgementsOf = async (db: Db, workshop: string): Promise<Acknowledgement[]> => {
  const rows = await db
    .selectFrom("acknowledgements")
    .select("body")
    .where("workshop", "=", workshop)
    .orderBy("position")
    .execute();
  return rows.map(({ body }) => Acknowledgement.parse(JSON.parse(body)));
};

export const addAcknowledgement = async (db: Db, workshop: string, acknowledgement: Acknowledgement): Promise<void> => {
  const { last } = await db
    .selectFrom("acknowledgements")
    .select(({ fn }) => fn.max("position").as("last"))
    .where("workshop", "=", workshop)
    .executeTakeFirstOrThrow();
  await db
    .insertInto("acknowledgements")
    .values({ workshop, id: acknowledgement.id, position: (last ?? -1) + 1, body: JSON.stringify(acknowledgement) })
    .execute();
};

/** Writes down how the quiz went, beside the acknowledgement that it belongs to. */
export const setQuiz = async (db: Db, workshop: string, acknowledgement: Acknowledgement): Promise<void> => {
  await db
    .updateTable("acknowledgements")
    .set({ body: JSON.stringify(acknowledgement) })
    .where("workshop", "=", workshop)
    .where("id", "=", acknowledgement.id)
    .execute();
};
