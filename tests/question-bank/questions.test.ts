import { describe, expect, test } from "vitest";
import { blocks, questionById, questions, readQuestions } from "#question-bank";
import { catalogue } from "#templates";

describe("the question bank", () => {
  test("holds ninety questions in the eighteen blocks of the workshop, in their order", () => {
    expect(questions).toHaveLength(90);
    expect(blocks.map(({ id }) => id).join(" ")).toBe(
      "goals deals intake first-contact data roles stage-loop handoffs control offer objections outcomes feedback standards reports incentives access adoption",
    );
  });

  test("asks 49 questions of the company, 30 of a deal type and 11 of each stage, 18 of them in the express set", () => {
    const count = (scope: string) => questions.filter((question) => question.scope === scope).length;
    expect([count("workshop"), count("deal-type"), count("stage")]).toEqual([49, 30, 11]);
    expect(questions.filter(({ express }) => express)).toHaveLength(18);
  });

  test("names no id twice, neither of questions nor of the options of one question", () => {
    const repeated = (ids: string[]) => ids.filter((id, at) => ids.indexOf(id) !== at);
    expect(repeated(questions.map(({ id }) => id))).toEqual([]);
    expect(questions.filter(({ options }) => repeated(options.map(({ id }) => id)).length)).toEqual([]);
  });

  test("uses every kind of answer", () => {
    expect(new Set(questions.map(({ kind }) => kind)).size).toBe(12);
  });

  test("offers something to choose wherever one must choose", () => {
    const choice = questions.filter(({ kind }) => kind === "single" || kind === "multi");
    expect(choice.filter(({ options }) => options.length < 2)).toEqual([]);
  });

  test("links follow-ups only to questions that exist, and shows no ids in their text", () => {
    const followUps = questions.flatMap((question) => question.followUps);
    expect(followUps.filter(({ see }) => see && !questionById(see))).toEqual([]);
    expect(followUps.filter(({ ask }) => /→|[a-z]-[a-z]+-[a-z]/.test(ask.ru + ask.en))).toEqual([]);
    expect(followUps.filter(({ see }) => see)).toHaveLength(8);
  });

  test("feeds sections of the outline, and the outline lists each question where it says it goes", () => {
    for (const question of questions)
      for (const id of question.sections)
        expect(catalogue.sections.find((section) => section.id === id)?.questions, `${question.id} → ${id}`).toContain(
          question.id,
        );
    for (const section of catalogue.sections)
      for (const id of section.questions)
        expect(questionById(id)?.sections, `${section.id} ← ${id}`).toContain(section.id);
  });

  test("carries items S1 to S76 of the source and no others", () => {
    const numbers = questions.flatMap(({ seed }) => seed).map((item) => Number(item.slice(1)));
    expect(numbers.filter((number) => number < 1 || number > 76)).toEqual([]);
  });

  test("writes Russian in Russian and English without a Cyrillic letter", () => {
    for (const question of questions) {
      const texts = [question.wording, question.hint, ...question.traps, ...question.options.map(({ label }) => label)];
      for (const text of [...texts, ...question.followUps.map(({ ask }) => ask)]) {
        expect(text.ru, question.id).toMatch(/[а-яё0-9]/i);
        expect(text.en, question.id).not.toMatch(/[а-яё]/i);
        expect(text.ru + text.en, question.id).not.toContain("!");
      }
    }
  });
});

const file = (questionLines: string[]) =>
  ["letter: Z", "id: trial", "name: { ru: Проба, en: Trial }", "questions:", ...questionLines].join("\n");
const whole = [
  "  - id: trial-one",
  "    wording: { ru: Как?, en: How? }",
  "    scope: workshop",
  "    kind: text",
  "    priority: std",
  "    express: false",
  "    mode: live",
  "    sections: [purpose]",
  "    hint: { ru: Спросите, en: Ask }",
];
const reading = (lines: string[]) => () => readQuestions("question-bank/trial.yaml", file(lines));

describe("a file of the question bank", () => {
  test("may leave out what a question has not", () => {
    const [question] = reading(whole)().questions;
    expect(question).toMatchObject({
      id: "trial-one",
      block: "trial",
      options: [],
      followUps: [],
      traps: [],
      seed: [],
    });
  });

  test("with a missing condition is refused in one line that names file, place and what was expected", () => {
    expect(reading([...whole, "    followUps:", "      - ask: { ru: Да?, en: Yes? }"])).toThrow(
      /^question-bank\/trial\.yaml: questions\[0\]\.followUps\[0\]\.when: expected string, received undefined$/,
    );
  });

  test("with a mistyped key is refused by that key", () => {
    expect(reading([...whole, "    trap: []"])).toThrow(
      /^question-bank\/trial\.yaml: questions\[0\]: unknown key "trap"$/,
    );
  });

  test("with an unknown answer kind is told the kinds there are", () => {
    const wrong = whole.map((line) => line.replace("kind: text", "kind: essay"));
    expect(reading(wrong)).toThrow(/questions\[0\]\.kind: expected one of "text"\|"single"/);
  });

  test("without the English text is refused", () => {
    const wrong = whole.map((line) => line.replace(", en: How?", ""));
    expect(reading(wrong)).toThrow(/questions\[0\]\.wording\.en: expected string/);
  });

  test("that is not YAML is refused with the line", () => {
    expect(reading([...whole, "    traps: [ { ru: а"])).toThrow(/^question-bank\/trial\.yaml: line \d+: [^\n]+$/);
  });
});
