import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wordDifference } from "#domain/word-difference.ts";

const words = fc.array(fc.constantFrom("срок", "не", "дольше", "10", "18", "дней", "для", "ламинации"), {
  maxLength: 30,
});
const spaced = (list: string[]) => list.join(" ");
const plain = (text: string) => text.replace(/\s+/g, " ").trim();

describe("the difference between two versions", () => {
  test("shows what was taken out and what was put in, and leaves the rest alone", () => {
    const runs = wordDifference("Не дольше 10 дней", "Не дольше 10 дней, 18 для ламинации");
    expect(runs.filter((run) => run.in === "both").map(({ text }) => text.trim())).toEqual(["Не дольше 10"]);
    expect(runs.filter((run) => run.in === "before").map(({ text }) => text.trim())).toEqual(["дней"]);
    expect(runs.filter((run) => run.in === "after").map(({ text }) => text.trim())).toEqual(["дней, 18 для ламинации"]);
  });

  test("is nothing where only spaces differ", () => {
    expect(wordDifference("за два  часа", "за два часа").map((run) => run.in)).toEqual(["both"]);
    expect(wordDifference("", "")).toEqual([]);
  });

  test("put together again is the former text and the later one, whatever they are", () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const runs = wordDifference(spaced(before), spaced(after));
        const of = (not: string) => plain(runs.flatMap((run) => (run.in === not ? [] : [run.text.trim()])).join(" "));
        expect(of("after")).toBe(spaced(before));
        expect(of("before")).toBe(spaced(after));
      }),
    );
  });
});
