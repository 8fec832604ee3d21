import { describe, expect, test } from "vitest";
import type { Language } from "#domain/language.ts";
import { composeRegulation, type Regulation } from "#domain/regulation.ts";
import { writeDocx } from "#exports/docx/write.ts";
import { catalogue } from "#templates";
import { windows } from "../../story/windows.ts";
import { laidOut } from "../office.ts";

const bare = (text: string) => text.replace(/\s+/g, "");

/** The entries of the contents list as they are printed, each with the page it names and the page its heading is on. */
const entriesOf = (regulation: Regulation, pages: string[]) => {
  const titles = [
    ...regulation.parts.flatMap((part) => [
      `${part.number === null ? "" : `${part.number}.`}${part.title}`,
      ...part.sections.map(({ number, title }) => `${number}${title}`),
    ]),
    ...regulation.annexes.map(
      ({ letter, title }) => `${regulation.language === "ru" ? "Приложение" : "Annex"}${letter}.${title}`,
    ),
  ].map((title) => bare(title).slice(0, 30));
  const lines = pages.map((page) => page.split("\n").map(bare));
  return titles.map((title) => {
    const starts = lines.flatMap((page, at) => page.filter((row) => row.startsWith(title)).map((row) => ({ row, at })));
    const [entry, heading] = [starts.find(({ row }) => /\.{3,}\d+$/.test(row)), starts.at(-1)];
    return { title, says: Number(entry?.row.match(/\d+$/)?.[0]), stands: (heading?.at ?? -1) + 1 };
  });
};

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
