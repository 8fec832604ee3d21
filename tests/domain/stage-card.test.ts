import { describe, expect, test } from "vitest";
import { contrastOnPaper } from "#domain/brand.ts";
import { composeLeaflets, composeRegulation, type Regulation, textOf } from "#domain/regulation.ts";
import { catalogue } from "#templates";
import { windows } from "../story/windows.ts";

const cardsOf = (regulation: Regulation) => {
  const items = regulation.parts.flatMap(({ sections }) => sections).find(({ id }) => id === "stages")?.items ?? [];
  return items.flatMap((item, at) => {
    const card = items[at + 1];
    return item.kind === "stage" && card?.kind === "table"
      ? [{ heading: item.text, rows: new Map(card.rows.map((row) => [textOf(row[0] ?? []), row])) }]
      : [];
  });
};

describe("the card of a stage", () => {
  const regulation = composeRegulation(windows("ru"), catalogue, "ru");
  const cards = cardsOf(regulation);
  const row = (stage: number, name: string) => textOf(cards[stage - 1]?.rows.get(name)?.[1] ?? []);

  test("stands under the heading of each stage, numbered along the chain", () => {
    expect(cards.map(({ heading }) => heading.replace(/\. .*/, ""))).toEqual(
      Array.from({ length: 11 }, (_, at) => `Этап ${at + 1}`),
    );
  });

  test("says when it begins, who, by when, with whom, what to fill in, the exit and what follows a refusal", () => {
    expect(row(4, "Начинается, когда")).toBe("Пройден этап «Замер назначен»");
    expect(row(4, "Отвечает")).toBe("Менеджер по продажам");
    expect(row(4, "Срок")).toContain(
      "напоминание за 1 рабочий час до срока, о просрочке узнаёт руководитель отдела продаж",
    );
    expect(row(4, "Делаем")).toMatch(/1\) .*\(в системе; срок — 15 минут;[\s\S]*2\) .*с клиентом/);
    // who answers for the stage is named once, others at their steps
    expect(row(4, "Делаем")).not.toContain("менеджер по продажам;");
    expect(row(5, "Делаем")).toContain("(инженер-расчётчик (технолог); с коллегой;");
    expect(row(10, "Проверяем")).not.toBe("");
    expect(row(4, "Обязательно заполнить")).toContain("Лист замера");
    expect(row(4, "Этап пройден, когда")).toContain("«выполнено»");
    expect(row(4, "Если результат не принят").split("\n").length).toBeGreaterThan(3);
  });

  test("says what is not allowed, in the words that were adopted", () => {
    expect(row(6, "Нельзя")).toContain("Без предоплаты заказ в цех не идёт.");
    expect(row(1, "Нельзя")).toContain("не выполнено условие выхода");
  });

  test("names the clauses it comes from, so that nothing stands there by itself", () => {
    const numbers = new Map(
      regulation.parts.flatMap(({ sections }) =>
        sections.flatMap(({ items }) =>
          items.flatMap((item) => (item.kind === "clause" ? [[item.id, item.number]] : [])),
        ),
      ) as [string, string][],
    );
    for (const { rows } of cards)
      for (const [name, cells] of rows) {
        if (name === "Начинается, когда") continue;
        expect(cells[2]?.filter(({ ref }) => ref).length).toBeGreaterThan(0);
        for (const { ref, text } of cells[2] ?? []) if (ref) expect(numbers.get(ref)).toBe(text);
      }
  });

  test("is there in English as well", () => {
    expect(cardsOf(composeRegulation(windows("en"), catalogue, "en"))).toHaveLength(11);
  });
});

describe("a clause beside its tables", () => {
  const text = (language: "ru" | "en") => JSON.stringify(composeRegulation(windows(language), catalogue, language));

  test("has limits with their cases: «до 3 календарных дней», «ответ за 2 рабочих часа»", () => {
    expect(text("ru")).toContain("до 3 календарных дней");
    expect(text("ru")).not.toMatch(/за 1 (?:минута|секунда)/);
  });

  test("has no column in which no row says anything", () => {
    const regulation = composeRegulation(windows("ru"), catalogue, "ru");
    const tables = [
      ...regulation.parts.flatMap(({ sections }) =>
        sections.flatMap(({ items }) => items.flatMap((item) => (item.kind === "clause" ? item.blocks : [item]))),
      ),
      ...regulation.annexes.filter(({ id }) => id !== "acknowledgement").flatMap(({ items }) => items),
    ].flatMap((block) => (block.kind === "table" ? [block] : []));
    expect(tables.length).toBeGreaterThan(25);
    for (const { columns, rows, caption } of tables) {
      expect(columns.reduce((sum, { share }) => sum + share, 0)).toBe(100);
      for (const [at] of columns.entries())
        expect([caption, rows.some((cells) => !["", "—"].includes(textOf(cells[at] ?? [])))]).toEqual([caption, true]);
    }
  });
});

describe("the sheets for walls and telephones", () => {
  test("hold the first part in brief, each sentence with its clause, and the whole chain", () => {
    const { summary, crib } = composeLeaflets(windows("ru"), catalogue, "ru");
    expect(summary.parts.map(({ title }) => title.slice(0, 3))).toEqual(["1.1", "1.2", "1.3", "1.4", "1.5", "1.6"]);
    for (const { block } of summary.parts)
      if (block.kind === "list") for (const item of block.items) expect(textOf(item)).toMatch(/[.!?] \(1\.\d\.\d+\)$/);
    const [chain] = crib.parts;
    expect(chain?.block.kind === "table" && chain.block.rows).toHaveLength(11);
    expect(crib.parts.length).toBeGreaterThan(3);
  });

  test.each([
    ["Скидка до 500 руб. без согласования. Дальше решает руководитель.", "Скидка до 500 руб. без согласования."],
    ["Порядок описан в гл. 2, см. п. 2.3. Остальное по договору.", "Порядок описан в гл. 2, см. п. 2.3."],
    ["Отвечаем за 5.5 минут! Потом звонит старший.", "Отвечаем за 5.5 минут!"],
    ["Первое слово клиенту", "Первое слово клиенту"],
  ])("take of «%s» the first sentence whole", (text, first) => {
    const story = windows("ru");
    const record = {
      ...story,
      proposals: story.proposals.map((one) =>
        one.question.startsWith("goals-why-crm")
          ? { ...one, wording: [{ kind: "paragraph" as const, spans: [{ text }] }] }
          : one,
      ),
    };
    const said = composeLeaflets(record, catalogue, "ru").summary.parts.flatMap(({ block }) =>
      block.kind === "list" ? block.items.map((item) => textOf(item).replace(/ \([\d.]+\)$/, "")) : [],
    );
    expect(said).toContain(first);
  });
});

test("a colour is measured against white paper", () => {
  expect(contrastOnPaper("#000000")).toBeCloseTo(21, 5);
  expect(contrastOnPaper("#ffffff")).toBeCloseTo(1, 5);
  expect(contrastOnPaper("#767676")).toBeGreaterThan(4.5);
});
