import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strToU8 } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WorkshopRecord } from "#domain/record.ts";
import { composeRegulation, type Regulation } from "#domain/regulation.ts";
import { writeDocx } from "#exports/docx/write.ts";
import { converted } from "#exports/office/convert.ts";
import { destinationPages } from "#exports/office/destinations.ts";
import { NoOffice, OfficeFailed, paged, toPdf } from "#exports/office/index.ts";
import { officeProgram } from "#exports/office/program.ts";
import { undated } from "#exports/office/undated.ts";
import { catalogue } from "#templates";
import { windows } from "../../story/windows.ts";
import { entriesOf } from "../docx/contents-entries.ts";
import { laidOut } from "../laid-out.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "reglament-office-test-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const program = officeProgram() ?? "";
const composed = (record: WorkshopRecord): Regulation => composeRegulation(record, catalogue, "ru");

/** A story whose first clauses are of signs that the font does not have, so that nobody can count its lines beforehand. */
const inChinese = (): WorkshopRecord => {
  const story = windows("ru");
  return {
    ...story,
    proposals: story.proposals.map((proposal, at) =>
      at % 3 === 0
        ? { ...proposal, wording: [{ kind: "paragraph" as const, spans: [{ text: "銷售規則 😀 ".repeat(150) }] }] }
        : proposal,
    ),
  };
};

describe("where LibreOffice is installed", () => {
  test("the contents list names real pages even of a text whose pages could not be counted", async () => {
    const regulation = composed(inChinese());
    const counted = await writeDocx(regulation);
    const real = await paged(counted);
    const isOff = (docx: Uint8Array) =>
      entriesOf(regulation, laidOut(docx).pages).filter(({ says, stands }) => says !== stands);
    expect(isOff(counted)).not.toEqual([]);
    expect(isOff(real)).toEqual([]);
  });

  test("a list that was right stays what it was, to the byte", async () => {
    const docx = await writeDocx(composed(windows("ru")));
    expect(await paged(docx)).toBe(docx);
  });

  test("the PDF is tagged, says its language and its title, and is the same to the byte whenever it is made", async () => {
    const docx = await writeDocx(composed(windows("ru")));
    const pdf = await toPdf(docx, "2026-11-16");
    const file = path.join(folder, "instruction.pdf");
    writeFileSync(file, pdf);
    const said = execFileSync("pdfinfo", [file], { encoding: "utf8" });
    expect(said).toMatch(/Tagged: +yes/);
    expect(said).toMatch(/Title: +Инструкция по использованию CRM-системы/);
    expect(said).toMatch(/CreationDate: .*Nov 16 .*2026/);
    expect(Buffer.from(pdf).toString("latin1")).toContain("/Lang(ru-RU)");
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(undated(await converted(docx, { program }), "2026-11-16")).toEqual(pdf);
  });

  test("a program that never ends is stopped with all that it started", async () => {
    const endless = path.join(folder, "endless.sh");
    writeFileSync(endless, "#!/bin/sh\nsleep 4711 &\nsleep 4711\n");
    chmodSync(endless, 0o755);
    await expect(converted(strToU8("x"), { program: endless, timeLimit: 300 })).rejects.toThrow(OfficeFailed);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const running = execFileSync("ps", ["-eo", "args"], { encoding: "utf8" });
    expect(running).not.toContain("sleep 4711");
  });

  test("a program that gives nothing leaves the document as it was, and says so of the PDF", async () => {
    const nothing = path.join(folder, "nothing.sh");
    writeFileSync(nothing, "#!/bin/sh\nexit 0\n");
    chmodSync(nothing, 0o755);
    const docx = strToU8("not laid out yet");
    expect(await paged(docx, nothing)).toBe(docx);
    await expect(toPdf(docx, "2026-11-16", nothing)).rejects.toThrow("LibreOffice made no PDF");
  });
});

describe("where it is not", () => {
  test("the document is as we counted it, and a PDF is refused by name", async () => {
    const docx = strToU8("any");
    expect(officeProgram({ OFFICE: "none", PATH: process.env.PATH })).toBeNull();
    expect(await paged(docx, null)).toBe(docx);
    await expect(toPdf(docx, "2026-11-16", null)).rejects.toThrow(NoOffice);
  });
});

test("a PDF that is written in another way names no pages instead of wrong ones", () => {
  expect(destinationPages(strToU8("%PDF-2.0 /Type/ObjStm"))).toBeNull();
});
