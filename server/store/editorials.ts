import { Editorial } from "#domain/editorial.ts";
import type { Db } from "./tables.ts";

/** What was edited without a vote, in the order in which it was. */
export const editorialsOf = async (db: Db, workshop: string): Promise<Editorial[]> => {
  const rows = await db
    .selectFrom("editorials")
    .select("body")
    .where("workshop", "=", workshop)
    .orderBy("position")
    .execute();
  return rows.map(({ body }) => Editorial.parse(JSON.parse(body)));
};

export const addEditorial = async (db: Db, workshop: string, editorial: Editorial): Promise<void> => {
  const { last } = await db
    .selectFrom("editorials")
    .select(({ fn }) => fn.max("position").as("last"))
    .where("workshop", "=", workshop)
    .executeTakeFirstOrThrow();
  await db
    .insertInto("editorials")
    .values({ workshop, id: editorial.id, position: (last ?? -1) + 1, body: JSON.stringify(editorial) })
    .execute();
};
