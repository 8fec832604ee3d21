import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recordAt } from "#domain/edition.ts";
import { composeRegulation } from "#domain/regulation.ts";
import { write } from "#exports/docx/write.ts";
import { formatByName, makeFile, NotMade } from "#exports/index.ts";
import { catalogue } from "#templates";
import { windows } from "../../story/windows.ts";
import { secondEdition } from "./made.ts";

const folder = mkdtempSync(path.join(tmpdir(), "reglament-redline-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (docx: Uint8Array, changes: "accept" | "reject") => {
  const file = path.join(folder, "file.docx");
  writeFileSync(file, docx);
  return execFileSync("pandoc", ["-f", "docx", `--track-changes=${changes}`, "-t", "plain", "--wrap=none", file], {
    encoding: "utf8",
    maxBuffer: 64 << 20,
  });
};
/** The words of the rules, one after another; pandoc counts lists in its own way and drops references to clauses. */
const words = (text: string) => text.slice(text.indexOf("Мы вводим")).match(/\p{L}[\p{L}\p{N}]*/gu) ?? [];

describe("two editions compared", { timeout: 120_000 }, () => {
  const record = secondEdition(windows("ru"));
  const [first, second] = [1, 2].map((edition) => composeRegulation(recordAt(record, edition), catalogue, "ru"));
  let redline: Uint8Array;
  beforeAll(async () => {
    redline = await makeFile(formatByName("redline.docx") as never, record, catalogue, "ru", {});
  });

  test("are tracked changes with author and date, each with a number of its own", () => {
    const xml = strFromU8(unzipSync(redline)["word/document.xml"] ?? new Uint8Array());
    const marks = [...xml.matchAll(/<w:(?:ins|del) w:id="(\d+)" w:author="([^"]+)" w:date="([^"]+)"/g)];
    expect(marks.length).toBeGreaterThan(3);
    expect(new Set(marks.map(([, id]) => id)).size).toBe(marks.length);
    expect(new Set(marks.map(([, , author]) => author))).toEqual(new Set(["Редакция 2"]));
    expect(xml).toMatch(/<w:delText[^>]*>[^<]*третьего/);
    expect(xml).toMatch(/<w:ins [^>]*>(?:(?!<\/w:ins>).)*пятого/);
  });

  test("say the former edition when rejected and the later when accepted, word for word", async () => {
    if (!first || !second) throw new Error("no editions");
    const of = async (regulation: typeof first) =>
      // compared with itself a document has no changes, and stands as the comparison does
      read(await write({ kind: "redline", before: regulation, regulation, seal: null }), "accept");
    expect(words(read(redline, "reject"))).toEqual(words(await of(first)));
    expect(words(read(redline, "accept"))).toEqual(words(await of(second)));
  });

  test("can be any two, and are refused where there are not two", async () => {
    const format = formatByName("redline.docx");
    if (!format) throw new Error("no redline");
    expect((await makeFile(format, record, catalogue, "ru", { between: [2, 1] })).length).toBeGreaterThan(1000);
    await expect(makeFile(format, record, catalogue, "ru", { between: [1, 3] })).rejects.toThrow(NotMade);
    await expect(makeFile(format, windows("ru"), catalogue, "ru", {})).rejects.toThrow(NotMade);
  });
});
