import path from "node:path";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { run } from "#server/cli/run.ts";
import { openDatabase } from "#server/store/database.ts";
import { openTextLog } from "#server/store/text-log.ts";
import { dataFolder } from "../access/data-folder.ts";

const call = async (folder: string, ...argv: string[]) => {
  let said = "";
  const take = async (text: string) => {
    said += text;
  };
  const code = await run(["repair", ...argv, "--lang", "en"], { DATA_DIR: folder }, { out: take, err: take });
  return { code, said };
};

/** A text of three words, of which the middle one was damaged on the disk, and a text beside it that is whole. */
const damaged = async (): Promise<string> => {
  const folder = dataFolder();
  const store = openDatabase(folder);
  const log = openTextLog(store.texts, { warn: () => undefined });
  for (const [index, word] of ["one", "two", "three"].entries()) {
    const doc = new Y.Doc();
    doc.getMap("words").set(word, true);
    log.append([{ room: "w1/norm", seq: index + 1, update: Y.encodeStateAsUpdate(doc) }]);
  }
  log.append([{ room: "w1/other", seq: 1, update: new Uint8Array([0, 0]) }]);
  store.texts.exec("update text_rows set bytes = zeroblob(length) where room = 'w1/norm' and seq = 2");
  await store.close();
  return folder;
};

const wordsOf = async (folder: string): Promise<string[]> => {
  const store = openDatabase(folder);
  try {
    const doc = new Y.Doc();
    const rows = openTextLog(store.texts, { warn: () => undefined }).load("w1/norm");
    for (const { update } of rows) Y.applyUpdate(doc, update);
    return [...doc.getMap("words").keys()].sort();
  } finally {
    await store.close();
  }
};

test("a text with a damaged middle opens again with all the rest, and the damaged row is kept apart", async () => {
  const folder = await damaged();
  await expect(wordsOf(folder)).rejects.toThrow("broken at row 2");
  expect(await call(folder, "--dry-run")).toMatchObject({
    code: 1,
    said: expect.stringContaining("w1/norm: damaged rows 1 of 3\n"),
  });
  await expect(wordsOf(folder)).rejects.toThrow("broken at row 2");
  expect((await call(folder)).code).toBe(0);
  expect(await wordsOf(folder)).toEqual(["one", "three"]);
  const store = openDatabase(folder);
  expect(store.texts.prepare("select seq, room from text_rows_broken").all()).toEqual([{ seq: 2, room: "w1/norm" }]);
  await store.close();
  expect(await call(folder, "--dry-run")).toEqual({ code: 0, said: "All texts are whole.\n" });
});

test("a folder without data is refused in one line", async () => {
  const { code, said } = await call(path.join(dataFolder(), "nothing"));
  expect(code).toBe(2);
  expect(said).toContain("expected a folder with the data of a server");
});
