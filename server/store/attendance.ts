import type { Attendance } from "#domain/participant.ts";
import type { Db } from "./tables.ts";

/** Who came and who left, in the order in which it happened. */
export const attendanceOf = (db: Db, workshop: string): Promise<Attendance[]> =>
  db
    .selectFrom("attendance")
    .select(["participant", "what", "at"])
    .where("workshop", "=", workshop)
    .orderBy("position")
    .execute();

export const addAttendance = async (db: Db, workshop: string, entry: Attendance): Promise<void> => {
  const { last } = await db
    .selectFrom("attendance")
    .select(({ fn }) => fn.max("position").as("last"))
    .where("workshop", "=", workshop)
    .executeTakeFirstOrThrow();
  await db
    .insertInto("attendance")
    .values({ workshop, position: (last ?? -1) + 1, ...entry })
    .execute();
};
