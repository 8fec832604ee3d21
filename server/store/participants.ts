import type { Participant } from "#domain/participant.ts";
import type { Db, RecordTables } from "./tables.ts";

const participantOf = (row: RecordTables["participants"]): Participant => ({
  id: row.id,
  name: row.name,
  role: row.role,
  department: row.department,
  head: row.head === 1,
  votes: row.votes === 1,
  ...(row.observer === 1 && { observer: true as const }),
  ...(row.away === 1 && { away: true as const }),
});

export const participantsOf = async (db: Db, workshop: string): Promise<Participant[]> => {
  const rows = await db
    .selectFrom("participants")
    .selectAll()
    .where("workshop", "=", workshop)
    .orderBy("position")
    .execute();
  return rows.map(participantOf);
};

export const participantById = async (db: Db, workshop: string, id: string): Promise<Participant | undefined> => {
  const row = await db
    .selectFrom("participants")
    .selectAll()
    .where("workshop", "=", workshop)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && participantOf(row);
};

/** Adds people behind those who are listed already. */
export const addParticipants = async (db: Db, workshop: string, people: readonly Participant[]): Promise<void> => {
  const { last } = await db
    .selectFrom("participants")
    .select(({ fn }) => fn.max("position").as("last"))
    .where("workshop", "=", workshop)
    .executeTakeFirstOrThrow();
  const first = (last ?? -1) + 1;
  const rows = people.map((person, at) => ({
    workshop,
    id: person.id,
    name: person.name,
    role: person.role,
    department: person.department,
    head: person.head ? 1 : 0,
    votes: person.votes ? 1 : 0,
    away: person.away ? 1 : 0,
    observer: person.observer ? 1 : 0,
    position: first + at,
  }));
  if (rows.length > 0) await db.insertInto("participants").values(rows).execute();
};

/** Takes a person off the list; what the person wrote stays, and what bore the name stays without it. */
export const removeParticipant = async (db: Db, workshop: string, id: string): Promise<void> => {
  await db
    .updateTable("objections")
    .set({ named: null })
    .where("workshop", "=", workshop)
    .where("named", "=", id)
    .execute();
  await db.updateTable("ideas").set({ named: null }).where("workshop", "=", workshop).where("named", "=", id).execute();
  await db.deleteFrom("attendance").where("workshop", "=", workshop).where("participant", "=", id).execute();
  await db.deleteFrom("readiness").where("workshop", "=", workshop).where("participant", "=", id).execute();
  await db.deleteFrom("participants").where("workshop", "=", workshop).where("id", "=", id).execute();
};

/** Notes that somebody left, or is there again. */
export const setAway = async (db: Db, workshop: string, id: string, isAway: boolean): Promise<void> => {
  await db
    .updateTable("participants")
    .set({ away: isAway ? 1 : 0 })
    .where("workshop", "=", workshop)
    .where("id", "=", id)
    .execute();
};
