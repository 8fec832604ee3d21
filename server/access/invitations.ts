import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { AccountRefusal } from "#context";
import type { AccountTables } from "./tables.ts";
import { hashOfToken, makeToken } from "./tokens.ts";

const DAYS = 14;

/** Invitations to make a facilitator account: once, for a fortnight, of the token only its hash is kept. */
export const openInvitations = (db: Kysely<AccountTables>, now: () => Date) => {
  const byToken = (token: string) =>
    db.selectFrom("invitations").selectAll().where("token_hash", "=", hashOfToken(token)).executeTakeFirst();
  return {
    async make(by: string, email: string | null) {
      const token = makeToken();
      const expiresAt = new Date(now().getTime() + DAYS * 86_400_000).toISOString();
      await db
        .insertInto("invitations")
        .values({
          id: randomUUID(),
          token_hash: hashOfToken(token),
          invited_by: by,
          email: email?.trim().toLowerCase() || null,
          expires_at: expiresAt,
          used_at: null,
        })
        .execute();
      return { token, expiresAt };
    },
    /** What a person who holds the link may see; null when it cannot be used any more. */
    async look(token: string) {
      const found = await byToken(token);
      if (!found || found.used_at || found.expires_at < now().toISOString()) return null;
      const inviter = await db.selectFrom("user").select("name").where("id", "=", found.invited_by).executeTakeFirst();
      return { email: found.email, by: inviter?.name ?? "" };
    },
    async check(token: string, email: string): Promise<{ id: string } | AccountRefusal> {
      const found = await byToken(token);
      if (!found) return { refused: "invitation-unknown" };
      if (found.used_at) return { refused: "invitation-used" };
      if (found.expires_at < now().toISOString()) return { refused: "invitation-expired" };
      return found.email && found.email !== email ? { refused: "invitation-other-email" } : { id: found.id };
    },
    async use(id: string) {
      await db.updateTable("invitations").set({ used_at: now().toISOString() }).where("id", "=", id).execute();
    },
    async of(by: string) {
      const rows = await db
        .selectFrom("invitations")
        .selectAll()
        .where("invited_by", "=", by)
        .orderBy("expires_at", "desc")
        .execute();
      return rows.map((row) => ({ id: row.id, email: row.email, expiresAt: row.expires_at, usedAt: row.used_at }));
    },
    async revoke(by: string, id: string) {
      await db
        .deleteFrom("invitations")
        .where("invited_by", "=", by)
        .where("id", "=", id)
        .where("used_at", "is", null)
        .execute();
    },
  };
};
