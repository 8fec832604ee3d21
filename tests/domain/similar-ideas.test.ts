import { describe, expect, test } from "vitest";
import { similarIdeas } from "#domain/similar-ideas.ts";

const ideas = (...texts: string[]) => texts.map((text, at) => ({ id: String(at), text, group: null as string | null }));

describe("ideas that may say the same", () => {
  test("are found across the forms of their words", () => {
    expect(
      similarIdeas(ideas("Перезванивать за 15 минут", "перезвонить через пятнадцать минут", "Автоответ клиенту")),
    ).toEqual([{ idea: "1", like: "0", share: expect.any(Number) }]);
  });

  test("are not those that only share small words", () => {
    expect(similarIdeas(ideas("Скидка за объём", "Звонок за три дня", "За всё отвечает склад"))).toEqual([]);
  });

  test("are not those that say another figure, or no, in the same words", () => {
    expect(similarIdeas(ideas("Перезвонить за 15 минут", "Перезвонить за 60 минут"))).toEqual([]);
    expect(similarIdeas(ideas("Скидку согласует руководитель", "Скидку не согласует руководитель"))).toEqual([]);
  });

  test("are not offered again once they stand in one group, and none is changed", () => {
    const [first, second] = ideas("Отвечать в тот же день", "Отвечаем в тот же день") as [
      ReturnType<typeof ideas>[number],
      ReturnType<typeof ideas>[number],
    ];
    expect(similarIdeas([first, second])).toHaveLength(1);
    expect(similarIdeas([first, { ...second, group: first.id }])).toEqual([]);
  });

  test("come in the same order whatever order the ideas stand in", () => {
    const list = ideas("Ответ за час", "Ответить за час", "Фото сборки заказа", "Фото собранного заказа");
    const pairs = (of: typeof list) => similarIdeas(of).map(({ idea, like }) => [idea, like].sort().join());
    expect(pairs([...list].reverse())).toEqual(pairs(list));
  });
});
