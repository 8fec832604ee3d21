import { describe, expect, test } from "vitest";
import type { Answer } from "#domain/answer.ts";
import { LONG, plainWording } from "#domain/plain-wording.ts";

const workshop = { roles: [{ id: "sales-manager", name: "Менеджер по продажам", department: "sales" }] };
const yes: Answer = { kind: "yesno", value: true, exceptions: [] };
const of = (text: string, answer: Answer = yes, stage: string | null = null) =>
  plainWording({ text, answer, stage }, workshop);

describe("plain wording", () => {
  test("says who, by when and where it is seen", () => {
    expect(of("Менеджер перезванивает за 15 минут и отмечает это в карточке")).toMatchObject({
      who: true,
      when: true,
      where: true,
    });
    expect(of("Нужно перезванивать клиентам")).toMatchObject({ who: false, when: false, where: false });
  });

  test("says what is done, and words that nobody can check are named", () => {
    expect(of("Менеджер перезванивает за 15 минут")).toMatchObject({ what: true, vague: [] });
    expect(of("Ответ за 15 минут, лимит и бюджет")).toMatchObject({ what: false });
    expect(of("Отвечать клиенту оперативно, по возможности сразу").vague).toEqual(["оперативно", "по возможности"]);
    expect(of("The manager answers promptly")).toMatchObject({ what: true, vague: ["promptly"] });
  });

  test("takes from the typed answer what it says already", () => {
    const norm: Answer = {
      kind: "duration",
      norms: [{ what: "Ответ", limit: { value: 1, unit: "workHour" }, escalateTo: "sales-manager" }],
    };
    expect(of("Отвечаем быстро", norm)).toMatchObject({ who: true, when: true, where: null });
    expect(of("Отвечаем быстро", yes, "request")).toMatchObject({ who: true });
  });

  test("asks nothing of lists that tell nobody to do anything", () => {
    const list: Answer = { kind: "multi", optionIds: ["phone"], own: [] };
    expect(of("Каналы: телефон", list)).toMatchObject({ who: null, when: null, where: null });
  });

  test("counts the words of the longest sentence", () => {
    expect(of(`${"слово ".repeat(LONG + 1)}. Коротко`).longest).toBe(LONG + 1);
  });
});
