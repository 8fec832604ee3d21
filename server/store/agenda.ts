import type { AskedQuestion, Phase, Timer } from "#domain/agenda.ts";
import { Question } from "#domain/question.ts";
import type { Db, RecordTables } from "./tables.ts";
import { temperaturesOf } from "./temperatures.ts";

const askedOf = (row: RecordTables["asked"]): AskedQuestion => ({
  key: row.key,
  question: row.question,
  dealType: row.deal_type,
  stage: row.stage,
  position: row.position,
  phase: row.phase,
  timer:
    row.timer_ends_at !== null && row.timer_seconds !== null
      ? { endsAt: row.timer_ends_at, seconds: row.timer_seconds }
      : null,
});

export const agendaOf = async (db: Db, workshop: string): Promise<AskedQuestion[]> => {
  const rows = await db.selectFrom("asked").selectAll().where("workshop", "=", workshop).orderBy("position").execute();
  const temperatures = await temperaturesOf(db, workshop);
  return rows.map((row) => {
    const temperature = temperatures.get(row.key);
    return { ...askedOf(row), ...(temperature && { temperature }) };
  });
};

export const askedByKey = async (db: Db, workshop: string, key: string): Promise<AskedQuestion | undefined> => {
  const row = await db
    .selectFrom("asked")
    .selectAll()
    .where("workshop", "=", workshop)
    .where("key", "=", key)
    .executeTakeFirst();
  return row && askedOf(row);
};

/** The questions of the bank as they stood when the workshop was made. */
export const questionsOf = async (db: Db, workshop: string): Promise<Question[]> => {
  const rows = await db
    .selectFrom("questions")
    .select("body")
    .where("workshop", "=", workshop)
    .orderBy("position")
    .execute();
  return rows.map(({ body }) => Question.parse(JSON.parse(body)));
};

export const questionById = async (db: Db, workshop: string, id: string): Promise<Question | undefined> => {
  const row = await db
    .selectFrom("questions")
    .select("body")
    .where("workshop", "=", workshop)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && Question.parse(JSON.parse(row.body));
};

export const addQuestions = async (db: Db, workshop: string, questions: readonly Question[]): Promise<void> => {
  const rows = questions.map((question, position) => ({
    workshop,
    id: question.id,
    position,
    body: JSON.stringify(question),
  }));
  if (rows.length > 0) await db.insertInto("questions").values(rows).execute();
};

export const addAgenda = async (db: Db, workshop: string, agenda: readonly AskedQuestion[]): Promise<void> => {
  const rows = agenda.map((asked) => ({
    workshop,
    key: asked.key,
    question: asked.question,
    deal_type: asked.dealType,
    stage: asked.stage,
    position: asked.position,
    phase: asked.phase,
    timer_ends_at: asked.timer?.endsAt ?? null,
    timer_seconds: asked.timer?.seconds ?? null,
  }));
  // SQLite takes a limited number of values in one statement
  for (let at = 0; at < rows.length; at += 100)
    await db
      .insertInto("asked")
      .values(rows.slice(at, at + 100))
      .execute();
};

/** A new phase begins without a timer. */
export const setPhase = async (db: Db, workshop: string, key: string, phase: Phase): Promise<void> => {
  await db
    .updateTable("asked")
    .set({ phase, timer_ends_at: null, timer_seconds: null })
    .where("workshop", "=", workshop)
    .where("key", "=", key)
    .execute();
};

export const setTimer = async (db: Db, workshop: string, key: string, timer: Timer | null): Promise<void> => {
  await db
    .updateTable("asked")
    .set({ timer_ends_at: timer?.endsAt ?? null, timer_seconds: timer?.seconds ?? null })
    .where("workshop", "=", workshop)
    .where("key", "=", key)
    .execute();
};

/** Another agenda: what is not in it goes, what is new comes, the others take their new places. */
export const setAgenda = async (db: Db, workshop: string, agenda: readonly AskedQuestion[]): Promise<void> => {
  const before = new Map((await agendaOf(db, workshop)).map((asked) => [asked.key, asked]));
  const keys = new Set(agenda.map(({ key }) => key));
  for (const key of before.keys())
    if (!keys.has(key)) await db.deleteFrom("asked").where("workshop", "=", workshop).where("key", "=", key).execute();
  for (const { key, position } of agenda)
    if (before.has(key) && before.get(key)?.position !== position)
      await db.updateTable("asked").set({ position }).where("workshop", "=", workshop).where("key", "=", key).execute();
  await addAgenda(
    db,
    workshop,
    agenda.filter(({ key }) => !before.has(key)),
  );
};

/** The questions of this workshop, with those that came or were reworded. */
export const setQuestions = async (db: Db, workshop: string, questions: readonly Question[]): Promise<void> => {
  await db.deleteFrom("questions").where("workshop", "=", workshop).execute();
  await addQuestions(db, workshop, questions);
};
