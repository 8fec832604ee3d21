import Ajv from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readWorkshopFile, workshopSchema, writeWorkshopFile } from "#domain/workshop-file.ts";
import { windows } from "../story/windows.ts";

// biome-ignore lint/suspicious/noExplicitAny: the tests break the file on purpose, in ways that its type forbids
type Loose = any;

const text = writeWorkshopFile(windows());
const problemOf = (file: string) => {
  const read = readWorkshopFile(file);
  return "problem" in read ? read.problem : null;
};
/** The file with one thing in it changed. */
const changed = (change: (file: Loose) => void): string => {
  const file = JSON.parse(text);
  change(file);
  return JSON.stringify(file);
};

const BREAKAGES: [string, (file: Loose) => void, unknown, string, unknown][] = [
  [
    "another format",
    (file: Loose) => {
      file.format = "reglament.pipeline";
    },
    "format",
    '"reglament.workshop"',
    '"reglament.pipeline"',
  ],
  [
    "no format",
    (file: Loose) => {
      delete file.format;
    },
    "format",
    '"reglament.workshop"',
    "nothing",
  ],
  [
    "a later version",
    (file: Loose) => {
      file.version = 2;
    },
    "version",
    "1",
    "2",
  ],
  [
    "a word for a number",
    (file: Loose) => {
      file.rounds[0].number = "first";
    },
    "rounds[0].number",
    "a number",
    '"first"',
  ],
  [
    "a missing company",
    (file: Loose) => {
      delete file.workshop.company;
    },
    "workshop.company",
    "a string",
    "nothing",
  ],
  [
    "an unknown choice",
    (file: Loose) => {
      file.rounds[0].ballots[0].choice = "maybe";
    },
    "rounds[0].ballots[0].choice",
    "one of: agree, reservation, object, abstain",
    '"maybe"',
  ],
  [
    "a decision on a proposal that is not there",
    (file: Loose) => {
      file.decisions[0].proposal = "00000000-0000-4000-8000-000000000009";
    },
    "decisions[0].proposal",
    "the id of a proposal of this file",
    '"00000000-0000-4000-8000-000000000009", which is not there',
  ],
  [
    "a question asked about a stage that is not there",
    (file: Loose) => {
      file.asked.find((asked: Loose) => asked.stage === "delivery").stage = "teleport";
    },
    expect.stringMatching(/^asked\[\d+\]\.stage$/),
    "the id of a stage of this file",
    '"teleport", which is not there',
  ],
  [
    "the same participant twice",
    (file: Loose) => {
      file.participants.push(file.participants[0]);
    },
    "participants[11].id",
    "each id once",
    expect.stringContaining("for the second time"),
  ],
];

describe("a workshop file", () => {
  test("reads back as the record that it was written from", () => {
    expect(readWorkshopFile(text)).toEqual({ record: windows() });
  });

  test("is the same text whatever the order of the keys was", () => {
    const record = windows();
    const backwards = Object.fromEntries(Object.entries(record).reverse()) as typeof record;
    backwards.workshop = Object.fromEntries(Object.entries(record.workshop).reverse()) as typeof record.workshop;
    expect(writeWorkshopFile(backwards)).toBe(text);
  });

  test("is what its published schema describes", () => {
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(workshopSchema());
    expect(validate(JSON.parse(text)), JSON.stringify(validate.errors?.[0])).toBe(true);
  });

  test("is read with the mark that Windows editors put in front", () => {
    expect(problemOf(`\uFEFF${text}`)).toBeNull();
  });

  test.each([
    [
      "a missing comma",
      '{\n  "format": "reglament.workshop"\n  "version": 1\n}',
      "3:3",
      "запятая или закрывающая скобка",
      '"\\""',
    ],
    ["a file that breaks off", '{"format": "reglament.workshop",', "1:33", "ключ в кавычках", "конец файла"],
    ["a comma too many", "[1, 2,]", "1:7", "значение JSON", '"]"'],
    ["a text that is no JSON at all", "привет", "1:1", "значение JSON", '"п"'],
    ["an empty file", "", "1:1", "значение JSON", "конец файла"],
    ["two files in one", "{} {}", "1:4", "конец файла", '"{"'],
  ])("says in which line and column there is %s", (_, file, where, expected, got) => {
    const problem = problemOf(file);
    expect([problem?.where, problem?.expected.ru, problem?.got.ru]).toEqual([where, expected, got]);
  });

  test.each(BREAKAGES)(
    "names the key, what was expected and what is there when it has %s",
    (_, change, where, expected, got) => {
      const problem = problemOf(changed(change));
      expect([problem?.where, problem?.expected.en, problem?.got.en]).toEqual([where, expected, got]);
    },
  );

  test("names an unknown key and those that it knows in that place", () => {
    const problem = problemOf(
      changed((file: Loose) => {
        file.participants[2].nickname = "Аня";
      }),
    );
    expect(problem).toEqual({
      where: "participants[2].nickname",
      expected: {
        ru: "одно из: id, name, role, department, head, votes, observer, away",
        en: "one of: id, name, role, department, head, votes, observer, away",
      },
      got: { ru: "неизвестный ключ «nickname»", en: 'the unknown key "nickname"' },
    });
  });

  test("names an unknown key of an answer by the keys of its kind", () => {
    const problem = problemOf(
      changed((file: Loose) => {
        file.proposals[0].answer.norm = [];
      }),
    );
    expect([problem?.where, problem?.expected.en]).toEqual(["proposals[0].answer.norm", "one of: kind, norms"]);
  });

  test("never throws, however a file is cut or mangled", () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ maxLength: 3 }), (at, scrap) => {
        const mangled = text.slice(0, at) + scrap + text.slice(at + 1);
        const read = readWorkshopFile(mangled);
        expect("problem" in read ? read.problem.where.length : 1).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  test("finds the broken place exactly where cutting the file breaks it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4000 }), (length) => {
        const cut = text.slice(0, length).trimEnd();
        const problem = problemOf(cut);
        const [line, column] = (problem?.where ?? "0:0").split(":").map(Number);
        const lines = cut.split("\n");
        expect(line).toBeLessThanOrEqual(lines.length);
        expect(column).toBeLessThanOrEqual((lines[(line ?? 1) - 1]?.length ?? 0) + 1);
      }),
      { numRuns: 60 },
    );
  });

  test("holds no secret: nothing in it is named like a token, a code, a cookie or a password", () => {
    expect(text).not.toMatch(/"[^"]*(token|secret|cookie|password|joinCode|deviceKey|"tag")[^"]*":/i);
  });
});
