import type { Ballot } from "#domain/round.ts";
import type { Db, RecordTables } from "./tables.ts";

const CHOICES = ["agree", "reservation", "object", "abstain"];

/** The ballots of closed rounds by round, in an order that follows from what they say and from nothing else. */
export const countedBallots = async (db: Db, workshop: string): Promise<Map<string, Ballot[]>> => {
  const rows = await db
    .selectFrom("ballots")
    .innerJoin("rounds", (join) =>
      join.onRef("rounds.workshop", "=", "ballots.workshop").onRef("rounds.id", "=", "ballots.round"),
    )
    .select(["ballots.round", "ballots.choice", "ballots.concern"])
    .where("ballots.workshop", "=", workshop)
    .where("rounds.status", "=", "closed")
    .execute();
  const byRound = new Map<string, Ballot[]>();
  for (const { round, choice, concern } of rows)
    byRound.set(round, [...(byRound.get(round) ?? []), { choice, concern }]);
  for (const ballots of byRound.values()) ballots.sort(byContent);
  return byRound;
};

const byContent = (a: Ballot, b: Ballot): number =>
  CHOICES.indexOf(a.choice) - CHOICES.indexOf(b.choice) ||
  ((a.concern ?? "") < (b.concern ?? "") ? -1 : (a.concern ?? "") > (b.concern ?? "") ? 1 : 0);

/** The ballot that a device has cast, known by the mark that only this device can name. */
export const ballotByTag = (
  db: Db,
  workshop: string,
  round: string,
  tag: string,
): Promise<RecordTables["ballots"] | undefined> =>
  db
    .selectFrom("ballots")
    .selectAll()
    .where("workshop", "=", workshop)
    .where("round", "=", round)
    .where("tag", "=", tag)
    .executeTakeFirst();

/** Who has voted in an open round. Nothing in it says what was voted. */
export const participationsIn = async (db: Db, workshop: string, round: string): Promise<Set<string>> => {
  const rows = await db
    .selectFrom("participations")
    .select("participant")
    .where("workshop", "=", workshop)
    .where("round", "=", round)
    .execute();
  return new Set(rows.map(({ participant }) => participant));
};

export const addBallot = async (
  db: Db,
  workshop: string,
  round: string,
  ballot: Ballot & { id: string; tag: string | null },
): Promise<void> => {
  await db
    .insertInto("ballots")
    .values({ workshop, round, id: ballot.id, choice: ballot.choice, concern: ballot.concern, tag: ballot.tag })
    .execute();
};

export const addParticipation = async (db: Db, workshop: string, round: string, participant: string): Promise<void> => {
  await db.insertInto("participations").values({ workshop, round, participant }).execute();
};

export const removeBallot = async (db: Db, workshop: string, round: string, id: string): Promise<void> => {
  await db
    .deleteFrom("ballots")
    .where("workshop", "=", workshop)
    .where("round", "=", round)
    .where("id", "=", id)
    .execute();
};

/**
 * Cuts the last ties of a round that is closed: the marks of the devices, who took part, and every place in the table
 * that could tell which ballot came first.
 * @param ids fresh random ids, at least as many as there are ballots; new places follow from them alone
 */
export const anonymise = async (db: Db, workshop: string, round: string, newId: () => string): Promise<void> => {
  const rows = await db
    .selectFrom("ballots")
    .select(["choice", "concern"])
    .where("workshop", "=", workshop)
    .where("round", "=", round)
    .execute();
  await emptyBox(db, workshop, round);
  const fresh = rows
    .map(({ choice, concern }) => ({ workshop, round, id: newId(), choice, concern, tag: null }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  if (fresh.length > 0) await db.insertInto("ballots").values(fresh).execute();
};

/** Removes everything that was put into the box of a round. */
export const emptyBox = async (db: Db, workshop: string, round: string): Promise<void> => {
  await db.deleteFrom("ballots").where("workshop", "=", workshop).where("round", "=", round).execute();
  await db.deleteFrom("participations").where("workshop", "=", workshop).where("round", "=", round).execute();
};
