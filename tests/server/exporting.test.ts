import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aside, openExporter } from "#server/exporting/index.ts";
import { windows } from "../story/windows.ts";

const record = windows("ru");
const asked = { record, name: "instruction.md", language: "ru", making: {} } as const;

describe("the thread that makes files", () => {
  let folder: string;
  let program: URL;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "reglament-thread-"));
    const file = path.join(folder, "worker.mjs");
    // a thread that does what its file is called
    await writeFile(
      file,
      `import { parentPort, threadId } from "node:worker_threads";
       parentPort.on("message", ({ stop, call, given: { name } = {} }) => {
         if (stop) process.exit();
         if (name === "dies") process.exit(7);
         if (name === "throws") throw new Error("broken");
         if (name === "waits") return;
         if (name === "fails") return parentPort.postMessage({ call, error: new Error("cannot") });
         parentPort.postMessage({ call, step: "composing" });
         parentPort.postMessage({ call, step: "laying-out" });
         parentPort.postMessage({ call, answer: { thread: threadId, name } });
       });`,
    );
    program = pathToFileURL(file);
  });
  afterAll(() => rm(folder, { recursive: true }));

  const called = (name: string) => ({ ...asked, name });

  test("tells how far each file has got, and gives each to whoever asked for it", async () => {
    const exporter = aside(program);
    const steps: string[] = [];
    const both = await Promise.all([
      exporter.run("make", called("first"), (step) => steps.push(step)),
      exporter.run("make", called("second")),
    ]);
    expect(both).toMatchObject([{ name: "first" }, { name: "second" }]);
    expect(steps).toEqual(["composing", "laying-out"]);
    await exporter.close();
  });

  test("does not mind a listener that is gone", async () => {
    const exporter = aside(program);
    const gone = () => {
      throw new Error("the tab was closed");
    };
    expect(await exporter.run("make", called("first"), gone)).toMatchObject({ name: "first" });
    await exporter.close();
  });

  test("goes on after a file that cannot be made", async () => {
    const exporter = aside(program);
    await expect(exporter.run("make", called("fails"))).rejects.toThrow("cannot");
    expect(await exporter.run("make", called("next"))).toMatchObject({ name: "next" });
    await exporter.close();
  });

  test.each(["dies", "throws"])(
    "that %s takes its files with it, each with an error; the next one has a new thread",
    async (how) => {
      const exporter = aside(program);
      const first = await exporter.run("make", called("first"));
      const waiting = exporter.run("make", called("waits"));
      const doomed = exporter.run("make", called(how));
      await expect(waiting).rejects.toThrow();
      await expect(doomed).rejects.toThrow();
      const second = await exporter.run("make", called("second"));
      expect(second).toMatchObject({ name: "second" });
      expect(second).not.toMatchObject({ thread: (first as unknown as { thread: number }).thread });
      await exporter.close();
    },
  );

  test("does not wait for ever for a file that never ends, and goes on with a new thread", async () => {
    const exporter = aside(program, 3_000);
    await expect(exporter.run("make", called("waits"))).rejects.toThrow("longer than 3 s");
    expect(exporter.waiting("make")).toBe(0);
    expect(await exporter.run("make", called("next"))).toMatchObject({ name: "next" });
    await exporter.close();
  });

  test("ends with the server: whoever waits hears of it", async () => {
    const exporter = aside(program);
    const waiting = exporter.run("make", called("waits"));
    const refused = expect(waiting).rejects.toThrow("the server is stopping");
    await exporter.close();
    await refused;
  });
});

describe("without a built thread", () => {
  test("files are made in place, and what is expected to fail is an answer", async () => {
    const { run } = openExporter();
    const steps: string[] = [];
    expect(await run("make", asked)).toMatchObject({ type: "text/markdown; charset=utf-8" });
    expect(await run("make", { ...asked, name: "instruction.exe" })).toBeNull();
    expect(await run("make", { ...asked, name: "redline.docx" }, (step) => steps.push(step))).toMatchObject({
      why: { ru: "нет двух таких редакций, чтобы их сравнить" },
    });
    expect(await run("fill", { record, template: new TextEncoder().encode("no file"), address: null })).toHaveProperty(
      "refused",
    );
  });
});
