import { describe, expect, test } from "vitest";
import type { Answer } from "#domain/answer.ts";
import { firing, holds, parseCondition } from "#domain/follow-up.ts";
import { questionById, questions, readQuestions } from "#question-bank";
import { catalogue } from "#templates";
import { answersTo } from "./kinds-of-answers.ts";

const nobody: ReadonlySet<string> = new Set();
const everybody: ReadonlySet<string> = new Set(Object.keys(catalogue.roles));
const all = questions.flatMap((question) => question.followUps.map((followUp) => ({ question, ...followUp })));
const conditional = all.filter(({ when }) => when !== "any");

const asked = (id: string, answer: Answer, present = everybody): string[] => {
  const question = questionById(id);
  if (!question) throw new Error(`no question ${id}`);
  return firing(question, answer, present).map(({ ask }) => ask.en);
};
const steps = (texts: string[]): Answer => ({
  kind: "steps",
  steps: texts.map((text) => ({ text, mode: "do", counterpart: "client", mandatory: true })),
});

describe("a follow-up of the bank", () => {
  test.each(conditional)("is asked after some answers to $question.id and not after others: $when", (followUp) => {
    const { question, when } = followUp;
    const condition = parseCondition(when, question);
    const words = [...when.matchAll(/says (\S+)/g)].flatMap(([, list]) => (list ?? "").split("|").slice(0, 1));
    const heard = answersTo(question, words).flatMap((answer) =>
      [nobody, everybody].map((present) => holds(condition, answer, present)),
    );
    expect(new Set(heard)).toEqual(new Set([true, false]));
  });

  test("is conditional in two cases of three at least", () => {
    expect(conditional.length / all.length).toBeGreaterThan(2 / 3);
  });

  test("names only roles of the dictionary", () => {
    const named = all.flatMap(({ when }) => [...when.matchAll(/role (\S+)/g)].map(([, id]) => id ?? ""));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((id) => !catalogue.roles[id])).toEqual([]);
  });

  test("listens for words in both languages", () => {
    const words = all.flatMap(({ when }) => [...when.matchAll(/says (\S+)/g)].map(([, list]) => list ?? ""));
    expect(words.filter((list) => list !== "us" && !(/[а-я]/.test(list) && /[a-z]/.test(list)))).toEqual([]);
  });
});

describe("what is asked further", () => {
  test("about a chain depends on its length, on its end and on what comes after the payment", () => {
    const long = steps(["Request", ...Array.from({ length: 10 }, (_, at) => `Stage ${at}`), "Balance paid"]);
    expect(asked("deal-stage-chain", long)).toHaveLength(3);
    expect(asked("deal-stage-chain", steps(["Request", "Balance paid", "Review asked for"]))).toEqual([]);
  });

  test("about a role is who can speak for it, when nobody of it came", () => {
    const answer: Answer = { kind: "role", accountable: "measurer", legs: [], assignments: [], checks: [] };
    expect(asked("stage-responsible", answer)).toEqual([]);
    expect(asked("stage-responsible", answer, nobody)).toHaveLength(1);
  });

  test("about a figure without a baseline is the baseline", () => {
    const metric = { name: "Answer time", sourceFields: [], audience: [] };
    const answer = (baseline?: string, target?: string): Answer => ({
      kind: "metrics",
      metrics: [{ ...metric, ...(baseline && { baseline }), ...(target && { target }) }],
    });
    expect(asked("goals-success-figures", answer())).toHaveLength(2);
    expect(asked("goals-success-figures", answer("40 min"))).toHaveLength(1);
    expect(asked("goals-success-figures", answer("40 min", "15 min"))).toEqual([]);
  });

  test("never breaks on a question whose record was written with a condition that means nothing today", () => {
    const question = { ...(questionById("deal-types-list") as NonNullable<ReturnType<typeof questionById>>) };
    const followUps = [{ when: "whenever we like", ask: { ru: "Что?", en: "What?" } }];
    expect(firing({ ...question, followUps }, { kind: "multi", optionIds: ["service"], own: [] }, nobody)).toEqual([]);
  });
});

describe("a condition", () => {
  const file = (kind: string, when: string, options: string[] = []) =>
    [
      "letter: Z",
      "id: trial",
      "name: { ru: Проба, en: Trial }",
      "questions:",
      "  - id: trial-one",
      "    wording: { ru: Как?, en: How? }",
      "    scope: workshop",
      `    kind: ${kind}`,
      "    priority: std",
      "    express: false",
      "    mode: live",
      "    sections: [purpose]",
      "    hint: { ru: Спросите, en: Ask }",
      `    options: [${options.map((id) => `{ id: ${id}, label: { ru: Да, en: Yes } }`).join(", ")}]`,
      "    followUps:",
      `      - { when: "${when}", ask: { ru: Да?, en: Yes? } }`,
    ].join("\n");
  const reading = (kind: string, when: string, options?: string[]) => () =>
    readQuestions("question-bank/first-contact.yaml", file(kind, when, options));

  test("on a part that the answer has not is refused with file, place, the word and the words there are", () => {
    expect(reading("metrics", "without cnt")).toThrow(
      /^question-bank\/first-contact\.yaml: questions\[0\]\.followUps\[0\]\.when: unknown answer part "cnt", expected any, count, .*baseline, target$/,
    );
  });

  test("on an option of another question is refused, on an own one it is read", () => {
    expect(reading("single", "by-phone", ["by-mail", "nobody"])).toThrow(/unknown answer part "by-phone".*by-mail/);
    expect(reading("single", "by-mail or not nobody", ["by-mail", "nobody"])).not.toThrow();
  });

  test("without a whole comparison is refused", () => {
    expect(reading("steps", "count")).toThrow(/expected a comparison such as count > 4/);
    expect(reading("steps", "count > many")).toThrow(/expected a comparison such as > 4, received "> many"/);
    expect(reading("steps", "any > 3")).toThrow(/only a count can be compared/);
    expect(reading("steps", "says")).toThrow(/"says" expected beginnings of words/);
  });

  test("finds words by their beginning, whatever their case, and in the last item where that is asked", () => {
    const when = (text: string, texts: string[]) =>
      holds(parseCondition(text, { kind: "steps", options: [] }), steps(texts), nobody);
    expect(when("says ждём|wait", ["Клиент ЖДЕТ"])).toBe(false);
    expect(when("says ждет|wait", ["Клиент ЖДЁТ"])).toBe(true);
    expect(when("says ждет|wait", ["не подождать"])).toBe(false);
    expect(when("last says pay", ["Payment", "Review"])).toBe(false);
    expect(when("last says pay", ["Review", "Payment"])).toBe(true);
    expect(when("only says pay", ["Review", "Payment"])).toBe(false);
    expect(when("without says pay", ["Review", "Payment"])).toBe(true);
    expect(when("count > 1 and not says pay or count = 1", ["Payment"])).toBe(true);
  });
});
