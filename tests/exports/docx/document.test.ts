import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { composeRegulation, type Regulation } from "#domain/regulation.ts";
import { writeDocx } from "#exports/docx/write.ts";
import { catalogue } from "#templates";
import { windows } from "../../story/windows.ts";
import { headings, laidOut } from "../laid-out.ts";
import { lintOf } from "./lint.ts";

const partOf = (docx: Uint8Array, name: string) => strFromU8(unzipSync(docx)[name] ?? new Uint8Array());

describe("the Word file of the windows company", () => {
  let regulation: Regulation;
  let docx: Uint8Array;
  let xml: string;

  beforeAll(async () => {
    regulation = composeRegulation(windows("ru"), catalogue, "ru");
    docx = await writeDocx(regulation);
    xml = partOf(docx, "word/document.xml");
  });

  test("is the same to the byte whenever it is made", async () => {
    expect(Buffer.from(await writeDocx(regulation)).equals(Buffer.from(docx))).toBe(true);
  });

  test("has real headings of parts, sections and stages", () => {
    const found = headings(docx);
    expect(found.filter(({ level }) => level === 2).map(({ text }) => text)).toEqual(
      regulation.parts.flatMap((part) => part.sections.map(({ title }) => title)),
    );
    expect(found.filter(({ level }) => level === 1)).toHaveLength(regulation.parts.length + regulation.annexes.length);
    expect(found.filter(({ level }) => level === 3)).toHaveLength(11);
  });

  test("is laid out in fonts as wide as Times New Roman, and counts its own pages right", () => {
    const { pages, fonts } = laidOut(docx);
    expect(fonts.every((font) => /LiberationSerif/.test(font))).toBe(true);
    expect(pages[4]).toMatch(new RegExp(`Страница 5 из ${pages.length}`));
  });

  test("asks nobody to update its fields", () => {
    expect(xml).not.toContain("w:dirty");
    expect(partOf(docx, "word/settings.xml")).not.toContain("w:updateFields");
  });

  test("gives every clause a bookmark of its own and refers to clauses by live fields", () => {
    const names = [...xml.matchAll(/<w:bookmarkStart[^>]*w:name="([^"]+)"/g)].map(([, name]) => name);
    expect(new Set(names).size).toBe(names.length);
    const targets = [...xml.matchAll(/REF (clause_\d+)/g)].map(([, name]) => name);
    expect(targets.length).toBeGreaterThan(10);
    for (const target of targets) expect(names).toContain(target);
  });

  test("numbers clauses by styles and lists that exist", () => {
    const styles = partOf(docx, "word/styles.xml");
    for (const [, id] of xml.matchAll(/<w:pStyle w:val="([^"]+)"/g)) expect(styles).toContain(`w:styleId="${id}"`);
    const lists = partOf(docx, "word/numbering.xml");
    for (const [, id] of xml.matchAll(/<w:numId w:val="([1-9]\d*)"/g))
      expect(lists).toContain(`<w:num w:numId="${id}"`);
  });

  test("has tables with a repeated head, whole rows and a description", () => {
    const tables = xml.split("<w:tbl>").slice(1);
    expect(tables.length).toBeGreaterThan(8);
    for (const table of tables) {
      expect(table).toContain("<w:tblHeader");
      expect(table).toMatch(/<w:tblCaption w:val="[^"]+"/);
      expect(table.match(/<w:cantSplit/g)?.length).toBe(table.split("</w:tbl>")[0]?.match(/<w:tr>|<w:tr /g)?.length);
    }
  });

  test("is in Russian for the spelling checker and says when it was made by its edition", () => {
    expect(partOf(docx, "word/styles.xml")).toContain('w:val="ru-RU"');
    expect(partOf(docx, "docProps/core.xml")).toContain(`${regulation.edition.date}T00:00:00Z`);
  });

  test("says how each rule was adopted", () => {
    expect(xml).toContain("принято единогласно");
    expect(xml).toContain("принято почти единогласно, особых мнений: 1");
    expect(xml).toContain("решение руководителя, пересмотр до");
  });
});

test("a rule with control characters, emoji, right-to-left text and ten thousand letters still makes a file that opens", async () => {
  const story = windows("ru");
  const [first, ...rest] = story.proposals;
  if (!first) throw new Error("the story has no proposal");
  const hard = `Тест\u0000\u000b😀 שלום مرحبا \ud800 <w:p> & "кавычки" ${"длинно ".repeat(1430)}`;
  const proposals = [{ ...first, wording: [{ kind: "paragraph" as const, spans: [{ text: hard }] }] }, ...rest];
  const decisions = story.decisions
    .filter((decision) => decision.kind !== "parked" && decision.proposal === first.id)
    .slice(0, 1);
  const record = { ...story, proposals, decisions: decisions.length > 0 ? decisions : story.decisions.slice(0, 1) };
  const docx = await writeDocx(composeRegulation(record, catalogue, "ru"));
  expect(headings(docx).length).toBeGreaterThan(20);
  expect(laidOut(docx).pages.length).toBeGreaterThan(3);
});

test("names of stages, roles and people with signs that no XML holds make a file that opens, its pictures and sheets too", async () => {
  const names = ["Замер назначен", "Менеджер по продажам", "Анна Юсупова"];
  const spoilt = names.reduce(
    (text, name) => text.replaceAll(name, name.replace(" ", "\\u000b\\u0001 ")),
    JSON.stringify(windows("ru")),
  );
  const regulation = composeRegulation(JSON.parse(spoilt), catalogue, "ru");
  expect(JSON.stringify(regulation)).toContain("\\u000b");
  const docx = await writeDocx(regulation);
  expect(lintOf(docx)).toEqual([]);
  const text = laidOut(docx).pages.join(" ").replace(/\s+/g, " ");
  for (const name of names) expect(text).toContain(name);
});
