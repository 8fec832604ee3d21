import type { Round } from "#domain/round.ts";
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
});

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
    })
    .execute();
};

/** The rounds of the package that is voted on; none when no package is. */
export const openPackage = async (db: Db, workshop: string): Promise<KeptRound[]> => {
  const rows = await db
    .selectFrom("rounds")
    .selectAll()
    .where("workshop", "=", workshop)
    .where("status", "=", "open")
    .where("package", "is not", null)
    .orderBy("question")
    .execute();
  return rows.map(roundOf);
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
