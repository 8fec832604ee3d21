import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CODES } from "#domain/gaps/codes.ts";
import { questionById, questions } from "#question-bank";
import { catalogue } from "#templates";

const rows = readFileSync("question-bank/COVERAGE.md", "utf8")
  .split("\n")
  .filter((line) => /^\| S\d+ \|/.test(line))
  .map((line) => {
    const [, item = "", source = "", asked = "", other = ""] = line.split("|").map((cell) => cell.trim());
    return { item, source, asked: named(asked), other: named(other), told: other };
  });

function named(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? "");
}

const known: Record<string, (id: string) => boolean> = {
  gap: (id) => id in CODES,
  section: (id) => catalogue.sections.some((section) => section.id === id),
  annex: (id) => catalogue.annexes.some((annex) => annex.id === id),
  part: (id) => catalogue.parts.some((part) => part.id === id),
};

/** A word such as `mode` names a key of the file that stands beside it in the same cell. */
const isThere = (name: string, cell: string[]): boolean => {
  const [of, id] = name.split(":");
  if (id !== undefined) return known[of ?? ""]?.(id) ?? false;
  if (/[/.]/.test(name)) return existsSync(name);
  return cell.some((file) => file.includes("/") && readFileSync(file, "utf8").includes(name));
};

describe("what of the source is honoured", () => {
  test("is listed for each item S1 to S76, once and in order", () => {
    expect(rows.map(({ item }) => item)).toEqual(Array.from({ length: 76 }, (_, at) => `S${at + 1}`));
    expect(rows.filter(({ source }) => source.length < 10)).toEqual([]);
  });

  test.each(rows)("$item ($source) by questions that say so themselves", ({ item, asked }) => {
    for (const id of asked) expect(questionById(id)?.seed, id).toContain(item);
    expect(questions.filter(({ id, seed }) => seed.includes(item) && !asked.includes(id))).toEqual([]);
  });

  test.each(rows)("$item ($source) by something that is there", ({ asked, other, told }) => {
    expect(asked.length + other.length).toBeGreaterThan(0);
    expect(told).not.toBe("");
    expect(other.filter((name) => !isThere(name, other))).toEqual([]);
  });
});
