import { describe, expect, test } from "vitest";
import { spreadOf } from "#domain/survey.ts";

const own = (...texts: string[]) => texts.map((text) => ({ text, seed: false }));

describe("the spread of answers", () => {
  test("counts what says the same in other forms as one opinion, and keeps figures apart", () => {
    expect(
      spreadOf(
        own("Перезванивать за 15 минут", "перезвонить за 15 минут", "Перезвонить за 2 часа", "Не перезванивать"),
      ),
    ).toEqual({
      answers: 4,
      different: 3,
      alike: [{ text: "перезвонить за 15 минут", count: 2 }],
      terms: { from: "15 минут", to: "2 часа" },
    });
  });

  test("names the shortest and the longest term in any unit, in both languages", () => {
    expect(spreadOf(own("через 3 дня", "за 90 минут", "1,6 часа")).terms).toEqual({ from: "90 минут", to: "3 дня" });
    expect(spreadOf(own("within 2 weeks", "in 4 hours")).terms).toEqual({ from: "4 hours", to: "2 weeks" });
    expect(spreadOf(own("за 2 рабочих дня", "1 день")).terms).toEqual({ from: "1 день", to: "2 рабочих дня" });
    expect(spreadOf(own("5 дней", "сразу")).terms).toBeNull();
  });

  test("knows nothing of what the facilitator added, and is the same whoever wrote first", () => {
    const ideas = own("Да", "да ", "Нет");
    expect(spreadOf([...ideas, { text: "Нет", seed: true }])).toMatchObject({ answers: 3, different: 2 });
    expect(spreadOf([...ideas].reverse())).toEqual(spreadOf(ideas));
  });
});
