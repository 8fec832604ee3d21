import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeWorkshopFile } from "#domain/workshop-file.ts";
import { formats } from "#exports/index.ts";
import { catalogue } from "#templates";
import { windows } from "../story/windows.ts";

/** What `npm test` has built before. */
const CLI = "build/server/cli.js";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "reglament-built-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const start = (...argv: string[]): ChildProcess =>
  spawn(process.execPath, [CLI, ...argv], {
    env: { ...process.env, LC_ALL: "C", DATA_DIR: path.join(folder, "data") },
  });

const ended = async (child: ChildProcess) => {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout?.on("data", (part) => out.push(part));
  child.stderr?.on("data", (part) => err.push(part));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
};

describe("the built command line", () => {
  test("takes the demo workshop all the way to the files that the browser downloads, byte for byte", async () => {
    const demo = await ended(start("demo", "windows", "--lang", "ru"));
    expect(demo).toMatchObject({ code: 0, err: "" });
    const file = path.join(folder, "w.json");
    await writeFile(file, demo.out);
    const out = path.join(folder, "out");
    expect(await ended(start("export", file, "--out", out))).toMatchObject({ code: 0, err: "" });
    for (const { name, make } of formats.filter(({ name }) => name !== "redline.docx"))
      expect(await readFile(path.join(out, name)), name).toEqual(
        Buffer.from(await make(windows("ru"), catalogue, "ru")),
      );
    expect((await ended(start("check", file))).code).toBe(0);
  }, 120_000);

  test("ends with 2 and one line on a file that is none", async () => {
    const file = path.join(folder, "broken.json");
    await writeFile(file, writeWorkshopFile(windows()).slice(0, 5000));
    const { code, err } = await ended(start("check", file));
    expect(code).toBe(2);
    expect(err).toMatch(/^.*broken\.json:\d+:\d+: expected .*, got the end of the file\n$/);
  });

  test("does not complain when its reader has seen enough", async () => {
    const child = start("demo", "windows");
    child.stdout?.once("data", () => child.stdout?.destroy());
    const { code, err } = await ended(child);
    expect([code, err]).toEqual([0, ""]);
  });
});
