import { type HandCount, votesIn } from "#domain/hand-count.ts";
import { type Counted, type Round, Trial } from "#domain/round.ts";
import { Threshold } from "#domain/threshold.ts";
import type { Db, RecordTables } from "./tables.ts";

/** A round without its ballots. */
export type KeptRound = Omit<Round, "ballots">;

const roundOf = (row: RecordTables["rounds"]): KeptRound => ({
  id: row.id,
  question: row.question,
  proposal: row.proposal,
  number: row.number,
  status: row.status,
  openedAt: row.opened_at,
  closedAt: row.closed_at,
  invited: row.invited,
  answered: row.answered,
  missingDepartments: JSON.parse(row.missing) as string[],
  ...(row.package !== null && { package: row.package }),
  ...(row.counted !== null && { counted: countedIn(JSON.parse(row.counted)) }),
  ...(row.threshold !== null && { threshold: Threshold.parse(JSON.parse(row.threshold)) }),
  ...(row.trial !== null && { trial: Trial.parse(JSON.parse(row.trial)) }),
});

/** What was entered is `{ how, tally, … }`; what came with a record that was brought in, `{ how, ballots }`. */
const countedIn = (kept: HandCount | Counted): Counted =>
  "ballots" in kept ? kept : { how: kept.how, ballots: votesIn(kept.tally) };

export const roundsOf = async (db: Db, workshop: string): Promise<KeptRound[]> => {
  const rows = await db
    .selectFrom("rounds")
    .selectAll()
    .where("workshop", "=", workshop)
    .orderBy("question")
    .orderBy("number")
    .execute();
  return rows.map(roundOf);
};

export const roundsOn = async (db: Db, workshop: string, question: string): Promise<KeptRound[]> => {
  const rows = await db
    .selectFrom("rounds")
    .selectAll()
    .where("workshop", "=", workshop)
    .where("question", "=", question)
    .orderBy("number")
    .execute();
  return rows.map(roundOf);
};

export const roundById = async (db: Db, workshop: string, id: string): Promise<KeptRound | undefined> => {
  const row = await db
    .selectFrom("rounds")
    .selectAll()
    .where("workshop", "=", workshop)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && roundOf(row);
};

export const addRound = async (db: Db, workshop: string, round: KeptRound): Promise<void> => {
  await db
    .insertInto("rounds")
    .values({
      workshop,
      id: round.id,
      question: round.question,
      proposal: round.proposal,
      number: round.number,
      status: round.status,
      opened_at: round.openedAt,
      closed_at: round.closedAt,
      invited: round.invited,
      answered: round.answered,
      missing: JSON.stringify(round.missingDepartments),
      package: round.package ?? null,
      counted: round.counted ? JSON.stringify(round.counted) : null,
      threshold: round.threshold ? JSON.stringify(round.threshold) : null,
      trial: round.trial ? JSON.stringify(round.trial) : null,
    })
    .execute();
};

/** The rounds of the package that is voted on, in the order of the agenda; none when no package is. */
export const openPackage = async (db: Db, workshop: string): Promise<KeptRound[]> => {
  const rows = await db
    .selectFrom("rounds")
    .innerJoin("asked", (on) =>
      on.onRef("asked.workshop", "=", "rounds.workshop").onRef("asked.key", "=", "rounds.question"),
    )
    .selectAll("rounds")
    .where("rounds.workshop", "=", workshop)
    .where("rounds.status", "=", "open")
    .where("rounds.package", "is not", null)
    .orderBy("asked.position")
    .execute();
  return rows.map(roundOf);
};

/** Keeps the votes that the facilitator entered, in the place of those entered before; null takes them back. */
export const setHandCount = async (db: Db, workshop: string, id: string, count: HandCount | null): Promise<void> => {
  await db
    .updateTable("rounds")
    .set({ counted: count && JSON.stringify(count) })
    .where("workshop", "=", workshop)
    .where("id", "=", id)
    .execute();
};

/** The votes that the facilitator entered for an open round. */
export const handCountOf = async (db: Db, workshop: string, id: string): Promise<HandCount | null> => {
  const row = await db
    .selectFrom("rounds")
    .select("counted")
    .where("workshop", "=", workshop)
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.counted ? (JSON.parse(row.counted) as HandCount) : null;
};

/** Ends a round with what was counted. */
export const endRound = async (
  db: Db,
  workshop: string,
  id: string,
  end: Pick<Round, "status" | "invited" | "answered" | "missingDepartments"> & { closedAt: string },
): Promise<void> => {
  await db
    .updateTable("rounds")
    .set({
      status: end.status,
      closed_at: end.closedAt,
      invited: end.invited,
      answered: end.answered,
      missing: JSON.stringify(end.missingDepartments),
    })
    .where("workshop", "=", workshop)
    .where("id", "=", id)
    .execute();
};
