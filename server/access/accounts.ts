import { betterAuth } from "better-auth";
import { isAPIError } from "better-auth/api";
import type { Kysely } from "kysely";
import type { Account, AccountRefusal, Accounts, Entered } from "#context";
import { addressOf } from "./address.ts";
import { openInvitations } from "./invitations.ts";
import type { Limits } from "./limits.ts";
import type { AccountTables } from "./tables.ts";

type Parts = {
  db: Kysely<AccountTables>;
  secret: string;
  publicUrl: string | undefined;
  limits: Limits;
  now: () => Date;
};

const PASSWORD = { shortest: 10, longest: 128 };
const LONGEST_NAME = 80;
const MONTH_SECONDS = 30 * 24 * 3600;

/**
 * Facilitator accounts. better-auth hashes passwords and keeps sessions; it is called here and nowhere else, and none of
 * its own routes is mounted.
 */
export const openAccounts = ({ db, secret, publicUrl, limits, now }: Parts): Accounts => {
  const auth = betterAuth({
    database: { db, type: "sqlite" },
    secret,
    baseURL: publicUrl ?? "http://localhost",
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: PASSWORD.shortest,
      maxPasswordLength: PASSWORD.longest,
      autoSignIn: true,
    },
    // asking who somebody is writes nothing: cookie and row end together
    session: { expiresIn: MONTH_SECONDS, disableSessionRefresh: true },
    advanced: {
      cookiePrefix: "reglament",
      useSecureCookies: publicUrl?.startsWith("https:") ?? false,
      ipAddress: { disableIpTracking: true },
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/" },
    },
  });
  const invitations = openInvitations(db, now);
  const isFresh = async () => !(await db.selectFrom("account").select("id").limit(1).executeTakeFirst());
  let enrolling: Promise<unknown> = Promise.resolve();

  const enrol: Accounts["signUp"] = async ({ invitation, ...input }, request) => {
    const email = input.email.trim().toLowerCase();
    const name = input.name.trim().slice(0, LONGEST_NAME);
    if (!name) return refuse("name-missing");
    if (input.password.length < PASSWORD.shortest) return refuse("password-too-short");
    if (input.password.length > PASSWORD.longest) return refuse("password-too-long");
    const isFirst = await isFresh();
    const invited = invitation && !isFirst ? await invitations.check(invitation, email) : null;
    if (invited && "refused" in invited) return invited;
    if (!isFirst && !invited) return refuse("sign-up-closed");
    await forgetHalfMade(db, email);
    try {
      const { headers } = await auth.api.signUpEmail({
        body: { name, email, password: input.password },
        headers: request.headers,
        returnHeaders: true,
      });
      if (invited) await invitations.use(invited.id);
      return { headers };
    } catch (error) {
      return refusalOf(error);
    }
  };

  return {
    isFresh,
    async byEmail(email): Promise<Account | null> {
      const row = await db
        .selectFrom("user")
        .select(["id", "name", "email"])
        .where("email", "=", email.trim().toLowerCase())
        .executeTakeFirst();
      return row ?? null;
    },
    async who(request): Promise<Account | null> {
      if (!request.headers.get("cookie")?.includes("reglament.")) return null;
      const found = await auth.api.getSession({ headers: request.headers });
      return found && { id: found.user.id, name: found.user.name, email: found.user.email };
    },
    // one after the other: of two first visitors at once exactly one makes the first account
    signUp(input, request) {
      const turn = enrolling.then(() => enrol(input, request));
      enrolling = turn.catch(() => {});
      return turn;
    },
    async signIn({ email, password }, request): Promise<Entered | AccountRefusal> {
      const mail = email.trim().toLowerCase();
      const tooMany = await limits.signIn(addressOf(request), mail);
      if (tooMany) return { refused: "too-many-attempts", retryAfter: tooMany.count };
      try {
        const { headers } = await auth.api.signInEmail({
          body: { email: mail, password },
          headers: request.headers,
          returnHeaders: true,
        });
        await limits.signedIn(addressOf(request), mail);
        return { headers };
      } catch (error) {
        return refusalOf(error);
      }
    },
    async signOut(request) {
      const { headers } = await auth.api.signOut({ headers: request.headers, returnHeaders: true });
      return { headers };
    },
    invite: invitations.make,
    invitation: invitations.look,
    invitations: invitations.of,
    revokeInvitation: invitations.revoke,
  };
};

/**
 * better-auth writes a person and their password one after the other. A process that dies in between leaves a person
 * who cannot come in and who holds the e-mail.
 */
const forgetHalfMade = async (db: Kysely<AccountTables>, email: string): Promise<void> => {
  await db
    .deleteFrom("user")
    .where("email", "=", email)
    .where("id", "not in", db.selectFrom("account").select("userId"))
    .execute();
};

const refuse = (refused: string): AccountRefusal => ({ refused });

/** Codes of better-auth in our words; what it cannot say in a sentence of ours is a bug and is thrown on. */
const CODES: Record<string, string> = {
  USER_ALREADY_EXISTS: "email-taken",
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: "email-taken",
  INVALID_EMAIL: "email-invalid",
  VALIDATION_ERROR: "email-invalid",
  INVALID_EMAIL_OR_PASSWORD: "wrong-credentials",
  PASSWORD_TOO_SHORT: "password-too-short",
  PASSWORD_TOO_LONG: "password-too-long",
};

const refusalOf = (error: unknown): AccountRefusal => {
  const code = isAPIError(error) ? CODES[String(error.body?.code)] : undefined;
  if (!code) throw error;
  return refuse(code);
};
