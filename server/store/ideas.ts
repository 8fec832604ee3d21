import { FearAnswer, type Idea } from "#domain/idea.ts";
import type { Db, RecordTables } from "./tables.ts";

const ideaOf = (row: Omit<RecordTables["ideas"], "workshop" | "tag">): Idea => ({
  id: row.id,
  question: row.question,
  text: row.text,
  group: row.leader,
  seed: row.seed === 1,
  ...(row.named !== null && { by: row.named }),
  ...(row.unsaid === 1 && { unsaid: true as const }),
  ...(row.answered !== null && { answered: FearAnswer.parse(JSON.parse(row.answered)) }),
});

/** The ideas that are not silent any more; those of questions that wait or are thought about are not read at all. */
export const revealedIdeas = async (db: Db, workshop: string): Promise<Idea[]> => {
  const rows = await db
    .selectFrom("ideas")
    .innerJoin("asked", (join) =>
      join.onRef("asked.workshop", "=", "ideas.workshop").onRef("asked.key", "=", "ideas.question"),
    )
    .select(["ideas.id", "ideas.question", "ideas.text", "ideas.leader", "ideas.seed", "ideas.named", "ideas.answered"])
    .select("ideas.unsaid")
    .where("ideas.workshop", "=", workshop)
    .where("asked.phase", "not in", ["waiting", "think"])
    .orderBy("ideas.id")
    .execute();
  return rows.map(ideaOf);
};

/** The marks that devices left on the ideas to a question; a device knows its own again, nobody knows another's. */
export const ideaTags = (db: Db, workshop: string, question: string): Promise<{ id: string; tag: string | null }[]> =>
  db
    .selectFrom("ideas")
    .select(["id", "tag"])
    .where("workshop", "=", workshop)
    .where("question", "=", question)
    .execute();

/** What a device may read of its own, sealed or not: `ids` are those whose tags it could name. */
export const ownIdeas = async (
  db: Db,
  workshop: string,
  ids: readonly string[],
): Promise<{ id: string; question: string; text: string }[]> =>
  ids.length === 0
    ? []
    : db
        .selectFrom("ideas")
        .select(["id", "question", "text"])
        .where("workshop", "=", workshop)
        .where("id", "in", ids)
        .orderBy("id")
        .execute();

/** An idea with its mark, for the command that checks whose it is. */
export const keptIdea = (db: Db, workshop: string, id: string): Promise<RecordTables["ideas"] | undefined> =>
  db.selectFrom("ideas").selectAll().where("workshop", "=", workshop).where("id", "=", id).executeTakeFirst();

export const addIdea = async (db: Db, workshop: string, idea: Idea, tag: string | null): Promise<void> => {
  const { id, question, text, group, seed, by, answered, unsaid } = idea;
  await db
    .insertInto("ideas")
    .values({
      workshop,
      id,
      question,
      text,
      leader: group,
      seed: seed ? 1 : 0,
      tag,
      named: by ?? null,
      answered: answered ? JSON.stringify(answered) : null,
      unsaid: unsaid ? 1 : 0,
    })
    .execute();
};

export const setIdeaText = async (db: Db, workshop: string, id: string, text: string): Promise<void> => {
  await db.updateTable("ideas").set({ text }).where("workshop", "=", workshop).where("id", "=", id).execute();
};

/** What became of a fear; null takes the answer back. */
export const answerIdea = async (db: Db, workshop: string, id: string, answer: FearAnswer | null): Promise<void> => {
  await db
    .updateTable("ideas")
    .set({ answered: answer && JSON.stringify(answer) })
    .where("workshop", "=", workshop)
    .where("id", "=", id)
    .execute();
};

export const removeIdea = async (db: Db, workshop: string, id: string): Promise<void> => {
  await db
    .updateTable("ideas")
    .set({ leader: null })
    .where("workshop", "=", workshop)
    .where("leader", "=", id)
    .execute();
  await db.deleteFrom("ideas").where("workshop", "=", workshop).where("id", "=", id).execute();
};

/** Puts an idea and those that it leads under a leader, so that a group never hangs on one that is led itself. */
export const groupIdea = async (db: Db, workshop: string, id: string, leader: string | null): Promise<void> => {
  await db.updateTable("ideas").set({ leader }).where("workshop", "=", workshop).where("id", "=", id).execute();
  if (leader !== null)
    await db.updateTable("ideas").set({ leader }).where("workshop", "=", workshop).where("leader", "=", id).execute();
};
