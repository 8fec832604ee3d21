import { describe, expect, test } from "vitest";
import { layAgenda } from "#domain/agenda.ts";
import { Answer } from "#domain/answer.ts";
import type { WorkshopRecord } from "#domain/record.ts";
import { questionOf } from "#domain/record.ts";
import { strayReference } from "#domain/references.ts";
import { suggestAnswer } from "#domain/suggestion.ts";
import { questions } from "#question-bank";
import { newRecord } from "#server/commands/new-workshop.ts";
import { catalogue, dealTypeOf, templates } from "#templates";
import { NEW } from "../commands/held-workshop.ts";

const begun = (template: string, dealType: string): WorkshopRecord => {
  const record = newRecord(
    { ...NEW, template, dealType, depth: "deep" },
    { id: "w", facilitator: "Марина", createdAt: "2026-11-23T10:00:00.000Z", newId: () => crypto.randomUUID() },
  );
  if ("refused" in record) throw new Error(record.refused);
  return record;
};

describe("a suggested answer", () => {
  test.each(templates.map((template) => [template.id, template] as const))(
    "of %s is whole, of the question's kind, and names only roles and stages of the workshop",
    (id, template) => {
      const record = begun(id, template.dealTypes[0]?.id ?? "");
      for (const asked of record.asked) {
        const answer = suggestAnswer(record, asked, catalogue, template);
        expect(Answer.safeParse(answer).error?.message, asked.key).toBeUndefined();
        expect(answer.kind, asked.key).toBe(questionOf(record, asked).kind);
        expect(strayReference(answer, record.workshop), asked.key).toBeNull();
      }
    },
  );

  test("comes from the stage, the dictionaries and the template", () => {
    const record = begun("windows", "new-private");
    const suggest = (key: string) => {
      const asked = record.asked.find((item) => item.key === key);
      if (!asked) throw new Error(`${key} is not asked`);
      return suggestAnswer(
        record,
        asked,
        catalogue,
        templates.find(({ id }) => id === "windows"),
      );
    };
    expect(suggest("stage-time-norm@new-private.consultation")).toMatchObject({
      norms: [
        {
          what: "Консультация дана, вилка цены названа",
          limit: { value: 1, unit: "workDay" },
          escalateTo: "sales-head",
        },
      ],
    });
    expect(suggest("stage-responsible@new-private.prepaid")).toMatchObject({ accountable: "accountant" });
    expect(suggest("offer-discount-limits")).toMatchObject({
      limits: [
        { role: "sales-manager", max: 5, approverAbove: "sales-head" },
        { role: "sales-head", max: 10, approverAbove: "director" },
      ],
    });
    expect(suggest("deal-stage-chain@new-private")).toMatchObject({
      steps: dealTypeOf(templates[0] as never, "new-private", "ru")?.stages.map(({ id, name }) => ({
        text: name,
        stage: id,
      })),
    });
    expect(suggest("stage-rejected-result@new-private.measurement-result")).toMatchObject({
      steps: [
        { recordIn: "measure-result" },
        { recordIn: "measure-decline-reason" },
        { recordIn: "measure-new-date" },
        {},
      ],
    });
    expect(suggest("incentives-encouraged")).toMatchObject({
      pairs: expect.arrayContaining([{ left: "Рекомендация от клиента", right: "премия" }]),
    });
  });

  test("is there without a template too", () => {
    const record = begun("windows", "new-private");
    for (const asked of layAgenda(questions, record.workshop.dealTypes).slice(0, 40))
      expect(Answer.safeParse(suggestAnswer(record, asked, catalogue)).success, asked.key).toBe(true);
  });
});
