import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "#server/cli/run.ts";
import { readEnv } from "#server/env.ts";
import { build } from "#server/services.ts";

type Seeded = {
  paths: { feed: string; rooms: string };
  rooms: string[];
  facilitator: { cookie: string };
  participants: { name: string; cookie: string }[];
};

let folder = "";
let seeded: Seeded;
const data = () => path.join(folder, "data");

const call = async (env: NodeJS.ProcessEnv, ...argv: string[]) => {
  let out = "";
  let err = "";
  const code = await run(argv, env, {
    out: async (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
};

/** As whom the server of a data folder lets the holder of a cookie into the seeded workshop. */
const enteredAs = async (folderOfData: string, cookie: string, secret: string) => {
  const services = await build({ ...readEnv({ DATA_DIR: folderOfData, SECRET: secret }), LOG_LEVEL: "silent" });
  try {
    const id = seeded.paths.feed.split("/").at(-1) ?? "";
    const request = new Request("http://localhost/", { headers: { cookie } });
    const door = await services
      .workshops({ origin: "http://localhost", phones: "http://localhost", address: "127.0.0.1" })
      .enter(id, request);
    return (
      door && { audience: door.audience, name: door.participant?.name, rules: (await door.record()).decisions.length }
    );
  } finally {
    await services.close();
  }
};

const SECRET = "a secret of the tests, long enough";

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "reglament-data-"));
  const { code, out, err } = await call({ DATA_DIR: data(), SECRET }, "seed", "--participants", "12", "--json");
  expect(err).toBe("");
  expect(code).toBe(0);
  seeded = JSON.parse(out);
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("seed", () => {
  test("gives a workshop in which one question is being worded, and a seat for everybody", () => {
    expect(seeded.participants.map(({ name }) => name)).toEqual(
      Array.from({ length: 12 }, (_, n) => `Participant ${n + 1}`),
    );
    expect(seeded.paths.feed).toMatch(/^\/feed\/[0-9a-f]+$/);
    expect(seeded.paths.rooms).toBe("/rooms");
    expect(seeded.rooms).toHaveLength(1);
  });

  test("makes cookies that the server of that folder knows", async () => {
    expect(await enteredAs(data(), seeded.participants[3]?.cookie ?? "", SECRET)).toMatchObject({
      audience: "participant",
      name: "Participant 4",
    });
    expect(await enteredAs(data(), seeded.facilitator.cookie, SECRET)).toMatchObject({ audience: "facilitator" });
    expect(await enteredAs(data(), "seat-x=forged", SECRET)).toBeNull();
  });

  test("can be called again where there are accounts already", async () => {
    const again = await call({ DATA_DIR: data(), SECRET }, "seed", "--participants", "1");
    expect(again.code).toBe(0);
    expect(JSON.parse(again.out).paths.feed).not.toBe(seeded.paths.feed);
  });
});

describe("backup and restore", () => {
  test("bring a whole installation into an empty folder, and never over another", async () => {
    const copy = path.join(folder, "copy.sqlite");
    const restored = path.join(folder, "restored");
    expect(await call({ DATA_DIR: data() }, "backup", copy)).toMatchObject({ code: 0 });
    expect((await stat(copy)).mode & 0o077).toBe(0);
    expect(await call({ DATA_DIR: restored }, "restore", copy)).toMatchObject({ code: 0 });
    const before = await enteredAs(data(), seeded.facilitator.cookie, SECRET);
    expect(before?.rules).toBeGreaterThan(100);
    expect(await enteredAs(restored, seeded.facilitator.cookie, SECRET)).toEqual(before);

    const twice = await call({ DATA_DIR: restored }, "restore", copy);
    expect(twice.code).toBe(2);
    expect(twice.err).toContain("expected a folder without data");
    expect((await call({ DATA_DIR: data() }, "backup", copy)).err).toContain("expected a file that does not exist yet");
  });

  test("leave no half copy where nothing can be written", async () => {
    const nowhere = path.join(folder, "missing", "copy.sqlite");
    const { code, err } = await call({ DATA_DIR: data() }, "backup", nowhere);
    expect(code).toBe(2);
    expect(err.split("\n")).toHaveLength(2);
    await expect(stat(nowhere)).rejects.toThrow();
  });
});
