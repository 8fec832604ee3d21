import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Language } from "#domain/language.ts";
import type { WorkshopRecord } from "#domain/record.ts";
import { composeRegulation } from "#domain/regulation.ts";
import { writeDocx } from "#exports/docx/write.ts";
import { formatByName, type Making } from "#exports/index.ts";
import { catalogue } from "#templates";
import { windows } from "../../story/windows.ts";
import { lintOf } from "./lint.ts";
import { adoptedAnew, secondEdition } from "./made.ts";
import { validated } from "./validator.ts";

const folder = mkdtempSync(path.join(tmpdir(), "reglament-valid-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const faultsOf = (docx: Uint8Array, name: string) => {
  const file = path.join(folder, `${name}.docx`);
  writeFileSync(file, docx);
  return [...validated(file), ...lintOf(docx)];
};

const LOGO =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const branded = (record: WorkshopRecord): WorkshopRecord => ({
  ...record,
  workshop: { ...record.workshop, brand: { colour: "#1f5c4a", logo: LOGO } },
});

const made = (name: string, record: WorkshopRecord, language: Language, making: Making = {}) =>
  formatByName(name)?.make(record, catalogue, language, making) ?? Promise.reject(new Error(name));

describe("every Word file is one that Word opens without a word", { timeout: 240_000 }, () => {
  test.each([
    ["instruction", "ru", "gost-7.0.97-2025"],
    ["instruction", "en", "international"],
    ["summary", "ru", undefined],
    ["summary", "en", undefined],
    ["crib", "ru", undefined],
    ["crib", "en", undefined],
    ["redline", "ru", undefined],
    ["odoo-checklist", "ru", undefined],
    ["bitrix24-checklist", "en", undefined],
  ] as const)("%s in %s (%s)", async (name, language, profile) => {
    const story = branded(windows(language));
    const record = name === "redline" ? secondEdition(story) : story;
    const docx = await made(`${name}.docx`, record, language, { profile, address: "https://crm.example.org" });
    expect(faultsOf(docx, `${name}-${language}`)).toEqual([]);
  });

  test("with control characters, emoji, right-to-left text, a table of Excel and ten thousand letters in a rule", async () => {
    const hard = [
      `Тест\u0000\u000b😀 👩‍👩‍👧 שלום مرحبا \ud800 <w:p> & "кавычки" ]]> ${"длинно ".repeat(1430)}`,
      "Менеджер\t5 %\tв день\r\nДиректор\t10 %\tв неделю",
      "без-пробелов".repeat(900),
    ];
    const record = adoptedAnew(
      windows("ru"),
      "standards-phone",
      hard.map((text) => ({ kind: "bullet" as const, spans: [{ text }] })),
    );
    const docx = await writeDocx(composeRegulation(record, catalogue, "ru"));
    expect(faultsOf(docx, "hard")).toEqual([]);
  });
});

describe("our own lint", () => {
  test("finds what the validator misses", async () => {
    const { strFromU8, strToU8, unzipSync, zipSync } = await import("fflate");
    const parts = unzipSync(await made("crib.docx", windows("ru"), "ru"));
    const broken = (change: (xml: string) => string) =>
      lintOf(
        zipSync({
          ...parts,
          "word/document.xml": strToU8(change(strFromU8(parts["word/document.xml"] ?? new Uint8Array()))),
        }),
      );
    const inserting = (inside: string) => (xml: string) => xml.replace("<w:body>", `<w:body>${inside}`);
    const mark = '<w:p><w:bookmarkStart w:id="900" w:name="same"/><w:bookmarkEnd w:id="900"/></w:p>';
    expect(broken((xml) => xml)).toEqual([]);
    expect(broken(inserting(mark + mark))).toEqual(["bookmark named twice: same"]);
    expect(broken(inserting('<w:p><w:pPr><w:pStyle w:val="Nowhere"/></w:pPr></w:p>'))).toEqual([
      "no such style: Nowhere",
    ]);
    expect(broken(inserting('<w:p><w:pPr><w:numPr><w:numId w:val="777"/></w:numPr></w:pPr></w:p>'))).toEqual([
      "no such list: 777",
    ]);
    expect(broken(inserting('<w:p><w:hyperlink w:anchor="gone"/></w:p>'))).toEqual(["no such target: gone"]);
    expect(broken((xml) => xml.replace(/<w:tc>.*?<\/w:tc>/s, "<w:tc><w:tcPr/></w:tc>"))).toContain(
      "cell without a paragraph",
    );
    expect(broken((xml) => xml.replace("<w:tblHeader/>", ""))).toContain("table without a head that repeats");
    expect(broken((xml) => xml.replace("<w:cantSplit/>", ""))).toContain("row that may be torn");
    expect(broken((xml) => xml.replace(/<w:tblCaption[^>]*>/, ""))).toContain("table without a description");
    expect(broken((xml) => xml.replace("<w:body>", '<w:body w:dirty="true">'))).toContain(
      "asks to update fields when it is opened",
    );
  });
});
