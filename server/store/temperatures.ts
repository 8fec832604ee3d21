import type { Temperature } from "#domain/agenda.ts";
import type { Db, RecordTables } from "./tables.ts";

/** The temperatures by question. Of one that is still open only the number of readings is read, never a reading. */
export const temperaturesOf = async (db: Db, workshop: string): Promise<Map<string, Temperature>> => {
  const taken = await db
    .selectFrom("temperatures")
    .leftJoin("readings", (join) =>
      join
        .onRef("readings.workshop", "=", "temperatures.workshop")
        .onRef("readings.question", "=", "temperatures.question"),
    )
    .select(({ fn }) => ["temperatures.question", "temperatures.status", fn.count("readings.id").as("answered")])
    .where("temperatures.workshop", "=", workshop)
    .groupBy(["temperatures.question", "temperatures.status"])
    .execute();
  const shown = await db
    .selectFrom("readings")
    .innerJoin("temperatures", (join) =>
      join
        .onRef("temperatures.workshop", "=", "readings.workshop")
        .onRef("temperatures.question", "=", "readings.question"),
    )
    .select(["readings.question", "readings.value"])
    .where("readings.workshop", "=", workshop)
    .where("temperatures.status", "=", "closed")
    .orderBy("readings.value")
    .execute();
  return new Map(
    taken.map(({ question, status, answered }) => [
      question,
      {
        status,
        answered: Number(answered),
        readings: shown.filter((reading) => reading.question === question).map(({ value }) => value),
      },
    ]),
  );
};

export const temperatureStatus = async (
  db: Db,
  workshop: string,
  question: string,
): Promise<Temperature["status"] | null> => {
  const row = await db
    .selectFrom("temperatures")
    .select("status")
    .where("workshop", "=", workshop)
    .where("question", "=", question)
    .executeTakeFirst();
  return row?.status ?? null;
};

export const setTemperature = async (
  db: Db,
  workshop: string,
  question: string,
  status: Temperature["status"],
): Promise<void> => {
  await db
    .insertInto("temperatures")
    .values({ workshop, question, status })
    .onConflict((conflict) => conflict.columns(["workshop", "question"]).doUpdateSet({ status }))
    .execute();
};

export const addReading = async (db: Db, reading: RecordTables["readings"]): Promise<void> => {
  await db.insertInto("readings").values(reading).execute();
};

/** The reading that a device gave, known by the mark that only this device can name. */
export const readingByTag = (
  db: Db,
  workshop: string,
  question: string,
  tag: string,
): Promise<RecordTables["readings"] | undefined> =>
  db
    .selectFrom("readings")
    .selectAll()
    .where("workshop", "=", workshop)
    .where("question", "=", question)
    .where("tag", "=", tag)
    .executeTakeFirst();

export const removeReading = async (db: Db, { workshop, question, id }: RecordTables["readings"]): Promise<void> => {
  await db
    .deleteFrom("readings")
    .where("workshop", "=", workshop)
    .where("question", "=", question)
    .where("id", "=", id)
    .execute();
};

/** Takes all readings out and gives their values back, in ascending order. */
export const emptyReadings = async (db: Db, workshop: string, question: string): Promise<number[]> => {
  const rows = await db
    .deleteFrom("readings")
    .where("workshop", "=", workshop)
    .where("question", "=", question)
    .returning("value")
    .execute();
  return rows.map(({ value }) => value).sort((a, b) => a - b);
};
