import type { Course } from "#domain/course.ts";
import type { Db } from "./tables.ts";

/** When each question entered which phase, in the order in which it happened. */
export const courseOf = (db: Db, workshop: string): Promise<Course[]> =>
  db
    .selectFrom("course")
    .select(["question", "phase", "at"])
    .where("workshop", "=", workshop)
    .orderBy("position")
    .execute();

export const addCourse = async (db: Db, workshop: string, entry: Course): Promise<void> => {
  const { last } = await db
    .selectFrom("course")
    .select(({ fn }) => fn.max("position").as("last"))
    .where("workshop", "=", workshop)
    .executeTakeFirstOrThrow();
  await db
    .insertInto("course")
    .values({ workshop, position: (last ?? -1) + 1, ...entry })
    .execute();
};
