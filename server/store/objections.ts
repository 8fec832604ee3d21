import type { Disposition, Objection, Reply } from "#domain/objection.ts";
import type { Db, RecordTables } from "./tables.ts";

type Row = Omit<RecordTables["objections"], "workshop" | "tag">;

const objectionOf = (row: Row, replies: Reply[]): Objection => ({
  id: row.id,
  question: row.question,
  round: row.round,
  reason: row.reason,
  wish: row.wish,
  by: row.named,
  disposition: row.disposition,
  replies,
  ...(row.aloud === 1 && { aloud: true }),
  ...(row.late === 1 && { late: true }),
});

const repliesOf = async (db: Db, workshop: string): Promise<Map<string, Reply[]>> => {
  const rows = await db
    .selectFrom("replies")
    .select(["objection", "id", "sender", "text"])
    .where("workshop", "=", workshop)
    .orderBy("position")
    .execute();
  const byObjection = new Map<string, Reply[]>();
  for (const { objection, id, sender, text } of rows)
    byObjection.set(objection, [...(byObjection.get(objection) ?? []), { id, from: sender, text }]);
  return byObjection;
};

/** The objections of rounds that are closed; those that lie in an open ballot box are not read at all. */
export const heardObjections = async (db: Db, workshop: string): Promise<Objection[]> => {
  const rows = await db
    .selectFrom("objections")
    .innerJoin("rounds", (join) =>
      join.onRef("rounds.workshop", "=", "objections.workshop").onRef("rounds.id", "=", "objections.round"),
    )
    .select([
      "objections.id",
      "objections.question",
      "objections.round",
      "objections.reason",
      "objections.wish",
      "objections.named",
      "objections.disposition",
      "objections.aloud",
      "objections.late",
    ])
    .where("objections.workshop", "=", workshop)
    .where("rounds.status", "!=", "open")
    .orderBy("objections.id")
    .execute();
  const replies = await repliesOf(db, workshop);
  return rows.map((row) => objectionOf(row, replies.get(row.id) ?? []));
};

/** The objections to a question that are heard, without their letters. */
export const heardOn = async (db: Db, workshop: string, question: string): Promise<Objection[]> => {
  const rows = await db
    .selectFrom("objections")
    .selectAll()
    .where("workshop", "=", workshop)
    .where("question", "=", question)
    .where("round", "not in", (not) =>
      not.selectFrom("rounds").select("id").where("workshop", "=", workshop).where("status", "=", "open"),
    )
    .execute();
  return rows.map((row) => objectionOf(row, []));
};

/** The marks that devices left on the objections to a question. */
export const objectionTags = (
  db: Db,
  workshop: string,
  question: string,
): Promise<{ id: string; round: string; tag: string | null }[]> =>
  db
    .selectFrom("objections")
    .select(["id", "round", "tag"])
    .where("workshop", "=", workshop)
    .where("question", "=", question)
    .execute();

export const keptObjection = (db: Db, workshop: string, id: string): Promise<RecordTables["objections"] | undefined> =>
  db.selectFrom("objections").selectAll().where("workshop", "=", workshop).where("id", "=", id).executeTakeFirst();

export const addObjection = async (
  db: Db,
  workshop: string,
  objection: Objection,
  tag: string | null,
): Promise<void> => {
  const { id, question, round, reason, wish, by, disposition } = objection;
  await db
    .insertInto("objections")
    .values({
      workshop,
      id,
      question,
      round,
      reason,
      wish,
      named: by,
      disposition,
      tag,
      aloud: objection.aloud ? 1 : 0,
      late: objection.late ? 1 : 0,
    })
    .execute();
  for (const reply of objection.replies) await addReply(db, workshop, id, reply);
};

export const removeObjections = async (db: Db, workshop: string, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  await db.deleteFrom("objections").where("workshop", "=", workshop).where("id", "in", ids).execute();
};

/** Takes back the objections that the facilitator wrote down for a round. */
export const removeAloud = async (db: Db, workshop: string, round: string): Promise<void> => {
  await db
    .deleteFrom("objections")
    .where("workshop", "=", workshop)
    .where("round", "=", round)
    .where("aloud", "=", 1)
    .execute();
};

export const removeObjectionsOf = async (db: Db, workshop: string, round: string): Promise<void> => {
  await db.deleteFrom("objections").where("workshop", "=", workshop).where("round", "=", round).execute();
};

export const setDisposition = async (
  db: Db,
  workshop: string,
  ids: readonly string[],
  disposition: Disposition,
): Promise<void> => {
  if (ids.length === 0) return;
  await db
    .updateTable("objections")
    .set({ disposition })
    .where("workshop", "=", workshop)
    .where("id", "in", ids)
    .execute();
};

export const keptReply = (db: Db, workshop: string, id: string): Promise<RecordTables["replies"] | undefined> =>
  db.selectFrom("replies").selectAll().where("workshop", "=", workshop).where("id", "=", id).executeTakeFirst();

/** Adds a letter behind those that were written. */
export const addReply = async (db: Db, workshop: string, objection: string, reply: Reply): Promise<void> => {
  const { last } = await db
    .selectFrom("replies")
    .select(({ fn }) => fn.max("position").as("last"))
    .where("workshop", "=", workshop)
    .where("objection", "=", objection)
    .executeTakeFirstOrThrow();
  await db
    .insertInto("replies")
    .values({ workshop, objection, position: (last ?? 0) + 1, id: reply.id, sender: reply.from, text: reply.text })
    .execute();
};
