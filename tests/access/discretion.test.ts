import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Database } from "#server/store/sqlite.ts";
import { type RunningServer, startServer } from "../e2e/server.ts";

const marina = { name: "Марина Лебедева", email: "marina@example.org", password: "шесть тихих окон" };

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ env: { LOG_LEVEL: "trace" } });
});
afterAll(() => server?.remove());

const post = (page: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${page}`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams(form),
    headers: { origin: server.url, ...headers },
  });
const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");

const kept = (query: string): string[] => {
  const sqlite = new Database(path.join(server.dataDir, "reglament.sqlite"), { readonly: true });
  try {
    return sqlite.prepare(query).pluck().all() as string[];
  } finally {
    sqlite.close();
  }
};

describe("what the server says in its most talkative log", () => {
  test("holds no password, hash, session, token, name or secret", async () => {
    const welcomed = await post("/welcome", marina);
    expect([welcomed.status, welcomed.headers.get("location")]).toEqual([302, "/"]);
    const cookie = cookiesOf(welcomed);
    expect((await post("/sign-in", { ...marina, password: "не тот пароль" })).status).toBe(409);
    expect((await post("/sign-in", marina)).status).toBe(302);
    await post("/invitations", { email: "oleg@example.org" }, { cookie });
    await fetch(`${server.url}/invitation/a-token-of-somebody`);
    await fetch(`${server.url}/join/ABC234`);
    await post("/sign-out", {}, { cookie });
    await server.stop();

    const [secret, hashes, sessions] = [
      readFileSync(path.join(server.dataDir, "secret"), "utf8").trim(),
      kept(`select "password" from "account"`),
      kept(`select "token" from "session"`),
    ];
    expect([hashes.length, sessions.length]).toEqual([1, 1]);
    const said = server.said();
    expect(said).toContain("/invitation/:token");
    for (const discreet of [
      secret,
      ...hashes,
      ...sessions,
      ...Object.values(marina),
      "не тот пароль",
      cookie.split("=")[1] ?? "",
      "a-token-of-somebody",
      "ABC234",
      "oleg@example.org",
    ])
      expect(said).not.toContain(discreet);
  });
});
