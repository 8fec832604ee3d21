import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import { describe, expect, onTestFinished, test } from "vitest";
import { openAccounts } from "#server/access/accounts.ts";
import { openLimits } from "#server/access/limits.ts";
import { openDatabase } from "#server/store/database.ts";
import { dataFolder } from "./data-folder.ts";

const asking = (cookie?: string) => new Request("http://localhost/", { headers: cookie ? { cookie } : {} });
const marina = { name: "Марина Лебедева", email: "Marina@Example.org", password: "шесть тихих окон" };
const oleg = { name: "Олег Гришин", email: "oleg@example.org", password: "десять гудков" };

const open = (publicUrl?: string) => {
  const at = { now: new Date("2026-11-23T10:00:00Z") };
  const store = openDatabase(dataFolder());
  onTestFinished(() => store.close());
  const accounts = openAccounts({
    db: store.db,
    secret: "a secret of at least thirty-two characters",
    publicUrl,
    limits: openLimits(),
    now: () => at.now,
  });
  return { accounts, store, at };
};

const entered = (answer: object): string => {
  if (!("headers" in answer)) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return (answer.headers as Headers).getSetCookie().join("; ");
};

describe("facilitator accounts", () => {
  test("the first visitor of a fresh installation makes the first account and is signed in", async () => {
    const { accounts } = open();
    expect(await accounts.isFresh()).toBe(true);
    const cookies = entered(await accounts.signUp(marina, asking()));
    expect(await accounts.isFresh()).toBe(false);
    expect(await accounts.who(asking(cookies.split(";")[0]))).toMatchObject({
      name: marina.name,
      email: "marina@example.org",
    });
  });

  test("the cookie of an account cannot be read by scripts nor sent by other sites", async () => {
    const { accounts } = open();
    for (const cookie of [
      entered(await accounts.signUp(marina, asking())),
      entered(await accounts.signIn(marina, asking())),
    ]) {
      expect(cookie).toMatch(/HttpOnly/i);
      expect(cookie).toMatch(/SameSite=Lax/i);
      expect(cookie).not.toMatch(/Secure/i);
    }
  });

  test("the cookie of an account travels over TLS only where the site is served over TLS", async () => {
    const { accounts } = open("https://crm.example.org");
    const cookie = entered(await accounts.signUp(marina, asking()));
    expect(cookie).toMatch(/^__Secure-.*; Secure/i);
    expect(await accounts.who(asking(cookie.split(";")[0]))).toMatchObject({ name: marina.name });
  });

  test("signing out ends the session, also for who has copied its cookie", async () => {
    const { accounts } = open();
    const cookie = entered(await accounts.signUp(marina, asking())).split(";")[0];
    expect(entered(await accounts.signOut(asking(cookie)))).toMatch(/Max-Age=0/i);
    expect(await accounts.who(asking(cookie))).toBeNull();
  });

  test("nobody is signed in by a cookie that was made up", async () => {
    const { accounts } = open();
    const cookie = entered(await accounts.signUp(marina, asking())).split(";")[0] ?? "";
    expect(await accounts.who(asking())).toBeNull();
    expect(await accounts.who(asking(cookie.replace(/\.[^.]*$/, ".forged")))).toBeNull();
  });

  test("of two first visitors at once exactly one makes the account", async () => {
    const { accounts } = open();
    const answers = await Promise.all([accounts.signUp(marina, asking()), accounts.signUp(oleg, asking())]);
    expect(answers.filter((answer) => "headers" in answer)).toHaveLength(1);
    expect(answers.find((answer) => "refused" in answer)).toEqual({ refused: "sign-up-closed" });
  });

  test("a second account needs an invitation, which works once", async () => {
    const { accounts } = open();
    const cookies = entered(await accounts.signUp(marina, asking()));
    const who = await accounts.who(asking(cookies.split(";")[0]));
    expect(await accounts.signUp(oleg, asking())).toEqual({ refused: "sign-up-closed" });
    const { token } = await accounts.invite(who?.id ?? "", null);
    expect(await accounts.invitation(token)).toEqual({ email: null, by: marina.name });
    entered(await accounts.signUp({ ...oleg, invitation: token }, asking()));
    expect(await accounts.signUp({ ...oleg, email: "x@example.org", invitation: token }, asking())).toEqual({
      refused: "invitation-used",
    });
    expect(await accounts.invitation(token)).toBeNull();
  });

  test("an invitation for one address does not fit another, and lapses after a fortnight", async () => {
    const { accounts, at } = open();
    const who = await accounts.who(asking(entered(await accounts.signUp(marina, asking())).split(";")[0]));
    const { token } = await accounts.invite(who?.id ?? "", "oleg@example.org");
    expect(await accounts.signUp({ ...oleg, email: "x@example.org", invitation: token }, asking())).toEqual({
      refused: "invitation-other-email",
    });
    at.now = new Date("2026-12-08T10:00:00Z");
    expect(await accounts.signUp({ ...oleg, invitation: token }, asking())).toEqual({ refused: "invitation-expired" });
  });

  test("an invitation used by two at once lets one in", async () => {
    const { accounts } = open();
    const who = await accounts.who(asking(entered(await accounts.signUp(marina, asking())).split(";")[0]));
    const { token } = await accounts.invite(who?.id ?? "", null);
    const answers = await Promise.all(
      [oleg, { ...oleg, email: "vera@example.org" }].map((one) =>
        accounts.signUp({ ...one, invitation: token }, asking()),
      ),
    );
    expect(answers.filter((answer) => "headers" in answer)).toHaveLength(1);
    expect(answers).toContainEqual({ refused: "invitation-used" });
  });

  test("an invitation is listed for its maker only, and can be taken back by its maker only", async () => {
    const { accounts, store } = open();
    const who = await accounts.who(asking(entered(await accounts.signUp(marina, asking())).split(";")[0]));
    const { token } = await accounts.invite(who?.id ?? "", " Oleg@Example.org ");
    const [listed] = await accounts.invitations(who?.id ?? "");
    expect(listed).toMatchObject({ email: "oleg@example.org", usedAt: null, expiresAt: "2026-12-07T10:00:00.000Z" });
    expect(JSON.stringify(store.sqlite.prepare("select * from invitations").all())).not.toContain(token);
    expect(await accounts.invitations("somebody else")).toEqual([]);
    await accounts.revokeInvitation("somebody else", listed?.id ?? "");
    expect(await accounts.invitation(token)).not.toBeNull();
    await accounts.revokeInvitation(who?.id ?? "", listed?.id ?? "");
    expect(await accounts.signUp({ ...oleg, invitation: token }, asking())).toEqual({ refused: "invitation-unknown" });
  });

  test("an e-mail that has an account is not given away again", async () => {
    const { accounts } = open();
    const who = await accounts.who(asking(entered(await accounts.signUp(marina, asking())).split(";")[0]));
    const { token } = await accounts.invite(who?.id ?? "", null);
    expect(await accounts.signUp({ ...oleg, email: "MARINA@example.org", invitation: token }, asking())).toEqual({
      refused: "email-taken",
    });
    entered(await accounts.signUp({ ...oleg, invitation: token }, asking()));
  });

  test("an account that a power cut left without a password does not lock the installation", async () => {
    const { accounts, store } = open();
    store.sqlite
      .prepare(
        `insert into "user" values ('half', 'Марина', 'marina@example.org', 0, null, '2026-11-23', '2026-11-23')`,
      )
      .run();
    expect(await accounts.isFresh()).toBe(true);
    entered(await accounts.signUp(marina, asking()));
    entered(await accounts.signIn(marina, asking()));
  });

  test("a wrong password and an unknown address get the same answer, and too many tries have to wait", async () => {
    const { accounts } = open();
    await accounts.signUp(marina, asking());
    expect(await accounts.signIn({ email: marina.email, password: "not the password" }, asking())).toEqual({
      refused: "wrong-credentials",
    });
    expect(await accounts.signIn({ email: "nobody@example.org", password: "not the password" }, asking())).toEqual({
      refused: "wrong-credentials",
    });
    for (let tries = 0; tries < 9; tries++) await accounts.signIn({ email: marina.email, password: "wrong" }, asking());
    expect(await accounts.signIn(marina, asking())).toMatchObject({ refused: "too-many-attempts" });
  });

  test("a short password and a broken address are refused in words, not with an error", async () => {
    const { accounts } = open();
    expect(await accounts.signUp({ ...marina, password: "короткий" }, asking())).toEqual({
      refused: "password-too-short",
    });
    expect(await accounts.signUp({ ...marina, email: "marina" }, asking())).toEqual({ refused: "email-invalid" });
    expect(await accounts.isFresh()).toBe(true);
  });

  test("no password stands in the data", async () => {
    const { accounts, store } = open();
    await accounts.signUp(marina, asking());
    const dump = JSON.stringify(
      ["user", "account", "session"].flatMap((table) => store.sqlite.prepare(`select * from "${table}"`).all()),
    );
    expect(dump).toContain("marina@example.org");
    expect(dump).not.toContain(marina.password);
  });

  test("the tables are those that better-auth expects", async () => {
    const { store } = open();
    const { toBeCreated, toBeAdded } = await getMigrations(
      betterAuth({
        database: store.sqlite,
        secret: "a secret of at least thirty-two characters",
        baseURL: "http://localhost",
      }).options,
    );
    expect([...toBeCreated, ...toBeAdded]).toEqual([]);
  });
});
