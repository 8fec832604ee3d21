import type { WorkshopRecord } from "#domain/record.ts";
import { readWorkshopFile, writeWorkshopFile } from "#domain/workshop-file.ts";
import type { Db } from "./tables.ts";

export type OwnTemplate = { id: string; name: string; createdAt: string; record: WorkshopRecord };

/** The templates of an account, the newest first; nobody else's queries reach them. */
export const ownTemplatesOf = async (db: Db, owner: string): Promise<OwnTemplate[]> => {
  const rows = await db
    .selectFrom("own_templates")
    .selectAll()
    .where("owner", "=", owner)
    .orderBy("created_at", "desc")
    .orderBy("id")
    .execute();
  return rows.map(({ id, name, body, created_at }) => {
    const read = readWorkshopFile(body);
    if ("problem" in read) throw new Error(`the stored template ${id} cannot be read: ${read.problem.where}`);
    return { id, name, createdAt: created_at, record: read.record };
  });
};

export const addOwnTemplate = async (db: Db, owner: string, template: OwnTemplate): Promise<void> => {
  const { id, name, createdAt, record } = template;
  await db
    .insertInto("own_templates")
    .values({ id, owner, name, body: writeWorkshopFile(record), created_at: createdAt })
    .execute();
};

export const removeOwnTemplate = async (db: Db, owner: string, id: string): Promise<void> => {
  await db.deleteFrom("own_templates").where("owner", "=", owner).where("id", "=", id).execute();
};
