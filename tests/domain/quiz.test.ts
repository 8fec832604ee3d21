import { describe, expect, test } from "vitest";
import { markQuiz, quizOf, SITUATIONS } from "#domain/quiz.ts";
import { rulesOf } from "#domain/rule.ts";
import { questions } from "#question-bank";
import { catalogue, demoRecord } from "#templates";
import { answering, windows } from "../story/windows.ts";

const records = [windows("ru"), windows("en"), demoRecord("wholesale", "ru", questions)].flatMap((one) => one ?? []);

describe("the quiz", () => {
  test("has ten situations of different rules, each with one right answer among different ones", () => {
    for (const record of records)
      for (const { id: department } of record.workshop.departments) {
        const quiz = quizOf(record, catalogue, record.workshop.language, department);
        expect(quiz).toHaveLength(SITUATIONS);
        expect(new Set(quiz.map(({ id }) => id)).size).toBe(SITUATIONS);
        for (const { options, right, ask, clause } of quiz) {
          expect(options.length).toBeGreaterThan(1);
          expect(new Set(options.map(({ text }) => text.toLowerCase())).size).toBe(options.length);
          expect(options.map(({ id }) => id)).toContain(right);
          expect(ask).not.toMatch(/undefined|null|\{/);
          expect(clause).toMatch(/^\d+\.\d+\.\d+$/);
        }
      }
  });

  test("is the same each time, and has the same right answers in the other language", () => {
    const quiz = quizOf(windows(), catalogue, "ru", "production");
    expect(quizOf(windows(), catalogue, "ru", "production")).toEqual(quiz);
    expect(quizOf(windows(), catalogue, "en", "production").map(({ id }) => id)).toEqual(quiz.map(({ id }) => id));
  });

  test("asks a department first about what binds it", () => {
    const record = windows();
    const binds = new Map(rulesOf(record).map(({ question, proposal }) => [question, proposal.binds] as const));
    const [first] = quizOf(record, catalogue, "ru", "production");
    expect(binds.get(first?.id ?? "")).toContain("production");
  });

  test("takes the right answer from the rule and from nothing else", () => {
    const key = "first-contact-next-step";
    const turned = answering(
      windows(),
      rulesOf(windows()).find(({ questionId }) => questionId === key)?.question ?? "",
      "yesno",
      (answer) => ({
        ...answer,
        value: !answer.value,
      }),
    );
    const right = (record: ReturnType<typeof windows>) => {
      const found = quizOf(record, catalogue, "ru", "sales").find(({ id }) => id.startsWith(key));
      return found?.options.find(({ id }) => id === found.right)?.text;
    };
    expect(right(windows())).toBe("Да");
    expect(right(turned)).toBe("Нет");
  });

  test("is marked by what was answered; what was left out counts as wrong", () => {
    const quiz = quizOf(windows(), catalogue, "ru", "sales");
    const all = Object.fromEntries(quiz.map(({ id, right }) => [id, right]));
    expect(markQuiz(quiz, all)).toEqual({ right: 10, of: 10, wrong: [] });
    const { [quiz[0]?.id ?? ""]: _, ...rest } = all;
    expect(markQuiz(quiz, rest)).toEqual({ right: 9, of: 10, wrong: [quiz[0]?.id] });
  });

  test("has nothing to ask where nothing was adopted", () => {
    expect(quizOf({ ...windows(), decisions: [] }, catalogue, "ru", "sales")).toEqual([]);
  });
});
