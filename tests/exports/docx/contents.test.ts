import { describe, expect, test } from "vitest";
import type { Language } from "#domain/language.ts";
import { composeRegulation } from "#domain/regulation.ts";
import { countLines } from "#exports/docx/pages/lines.ts";
import { writeDocx } from "#exports/docx/write.ts";
import { catalogue } from "#templates";
import { windows } from "../../story/windows.ts";
import { laidOut } from "../laid-out.ts";
import { entriesOf } from "./contents-entries.ts";

const decided = (count: number, language: Language) => {
  const story = windows(language);
  return composeRegulation({ ...story, decisions: story.decisions.slice(0, count) }, catalogue, language);
};

test("a no-break space is as wide as any other and does not end a line", () => {
  const lines = (text: string, width: number) => countLines([{ text }], { size: 24, width });
  // a figure is 120 twips wide, a space 60
  expect(lines("150\u00a0000\u00a0руб. и 11", 1320)).toBe(2);
  expect(lines("11111 11111\u00a01", 1000)).toBe(2);
  expect(lines("11111\u00a011111", 1300)).toBe(1);
  expect(lines("1 11111\u00a011111", 1300)).toBe(2);
});

describe("without LibreOffice the contents list is counted by ourselves", () => {
  test.each([
    [0, "ru"],
    [25, "ru"],
    [60, "en"],
    [117, "ru"],
    [117, "en"],
  ] as const)("after %i decisions in %s it names the page of each heading", async (count, language) => {
    const regulation = decided(count, language);
    const { pages } = laidOut(await writeDocx(regulation));
    const entries = entriesOf(regulation, pages);
    expect(entries.length).toBeGreaterThan(20);
    expect(entries.filter(({ says, stands }) => says !== stands)).toEqual([]);
  });
});
