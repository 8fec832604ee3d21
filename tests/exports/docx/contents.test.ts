import { describe, expect, test } from "vitest";
import type { Language } from "#domain/language.ts";
import { composeRegulation } from "#domain/regulation.ts";
import { writeDocx } from "#exports/docx/write.ts";
import { catalogue } from "#templates";
import { windows } from "../../story/windows.ts";
import { laidOut } from "../laid-out.ts";
import { entriesOf } from "./contents-entries.ts";

const decided = (count: number, language: Language) => {
  const story = windows(language);
  return composeRegulation({ ...story, decisions: story.decisions.slice(0, count) }, catalogue, language);
};

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
