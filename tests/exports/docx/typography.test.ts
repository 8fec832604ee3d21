import { execFileSync } from "node:child_process";
import { beforeAll, describe, expect, test } from "vitest";
import type { Language } from "#domain/language.ts";
import { composeRegulation, type Regulation, textOf } from "#domain/regulation.ts";
import { writeDocx } from "#exports/docx/write.ts";
import { catalogue } from "#templates";
import { windows } from "../../story/windows.ts";
import { asPdf } from "../laid-out.ts";

const bare = (text: string) => text.replace(/\s+/g, "");

describe.each(["ru", "en"] satisfies Language[])("the printed document in %s", (language) => {
  let regulation: Regulation;
  let pages: string[];
  let fonts: string[][];

  beforeAll(async () => {
    regulation = composeRegulation(windows(language), catalogue, language);
    const pdf = asPdf(await writeDocx(regulation));
    // in the order in which it was set: cell by cell
    pages = execFileSync("pdftotext", ["-raw", pdf, "-"], { encoding: "utf8", maxBuffer: 64 << 20 })
      .split("\f")
      .slice(0, -1);
    fonts = execFileSync("pdffonts", [pdf], { encoding: "utf8" })
      .split("\n")
      .slice(2)
      .filter(Boolean)
      .map((row) => row.split(/\s{2,}|\s(?=yes|no)/));
  });

  test("has no heading alone at the end of a page", () => {
    const headings = regulation.parts.flatMap((part) => [
      part.title,
      ...part.sections.flatMap((section) => [
        section.title,
        ...section.items.flatMap((item) => (item.kind === "stage" ? [item.text] : [])),
      ]),
    ]);
    const known = new Set(headings.map(bare));
    // the running line stands at the foot, the contents list is made of headings
    const lastLines = pages.slice(3).map((page) => bare(page.trim().split("\n").at(-2) ?? ""));
    expect(lastLines.length).toBeGreaterThan(20);
    for (const last of lastLines) expect(known).not.toContain(last.replace(/^[\d.]+/, ""));
  });

  test("tears no row of a table: every cell is whole on one page", () => {
    const tables = [
      ...regulation.parts.flatMap(({ sections }) => sections.flatMap(({ items }) => items)),
      ...regulation.annexes.flatMap(({ items }) => items),
    ].flatMap((item) => (item.kind === "table" ? [item] : []));
    const set = pages.map(bare);
    const cells = tables
      .flatMap(({ rows }) => rows.flat())
      .map((cell) => bare(textOf(cell)).replaceAll("₽", language === "ru" ? "руб." : "RUB"));
    expect(cells.length).toBeGreaterThan(300);
    expect(cells.filter((cell) => !set.some((page) => page.includes(cell)))).toEqual([]);
  });

  test("carries its fonts inside, and they are as wide as Times New Roman", () => {
    expect(fonts.length).toBeGreaterThan(1);
    for (const [name, ...rest] of fonts) {
      expect(name).toMatch(/^[A-Z]{6}\+LiberationSerif/);
      expect(rest.join(" ")).toMatch(/yes yes yes/);
    }
  });
});
