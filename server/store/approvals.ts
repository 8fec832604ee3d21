import { Approval } from "#domain/approval.ts";
import type { Db } from "./tables.ts";

/** Who approved which edition, in the order in which they did. */
export const approvalsOf = async (db: Db, workshop: string): Promise<Approval[]> => {
  const rows = await db
    .selectFrom("approvals")
    .select("body")
    .where("workshop", "=", workshop)
    .orderBy("position")
    .execute();
  return rows.map(({ body }) => Approval.parse(JSON.parse(body)));
};

export const addApproval = async (db: Db, workshop: string, approval: Approval): Promise<void> => {
  const { last } = await db
    .selectFrom("approvals")
    .select(({ fn }) => fn.max("position").as("last"))
    .where("workshop", "=", workshop)
    .executeTakeFirstOrThrow();
  await db
    .insertInto("approvals")
    .values({ workshop, id: approval.id, position: (last ?? -1) + 1, body: JSON.stringify(approval) })
    .execute();
};
