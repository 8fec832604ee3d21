import { describe, expect, test } from "vitest";
import { Answer } from "#domain/answer.ts";
import { suggestAnswer } from "#domain/suggestion.ts";
import type { Template } from "#domain/template.ts";
import { catalogue, dealTypeOf, templateById, templates } from "#templates";
import { begunOn } from "../story/as-suggested.ts";

const templateOf = (id: string): Template => {
  const template = templateById(id);
  if (!template) throw new Error(`there is no template ${id}`);
  return template;
};

/** What is suggested to a question of a new workshop on that template. */
const suggesting = (id: string, dealType: string) => {
  const template = templateOf(id);
  const record = begunOn(template, dealType, "ru");
  return (key: string) => {
    const asked = record.asked.find((item) => item.key === key);
    if (!asked) throw new Error(`${key} is not asked`);
    return suggestAnswer(record, asked, catalogue, template);
  };
};

describe("a suggested answer", () => {
  test("comes from the stage, the dictionaries and the template", () => {
    const suggest = suggesting("windows", "new-private");
    expect(suggest("stage-time-norm@new-private.consultation")).toMatchObject({
      norms: [
        {
          what: "Консультация дана, вилка цены названа",
          limit: { value: 1, unit: "workDay" },
          startEvent: "Потребность понятна",
          calendar: "working",
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
      pairs: expect.arrayContaining([
        {
          left: "Рекомендация от клиента",
          right: "премия",
          proof: "источник обращения в карточке",
        },
      ]),
    });
  });

  test("says of each chain what that chain collects, and no more", () => {
    const hotel = suggesting("hotel", "individual");
    expect(hotel("offer-payment-terms@individual")).toMatchObject({ limits: [{ role: "reservations", max: 0 }] });
    expect(suggesting("wholesale", "new-company")("offer-payment-terms@new-company")).toMatchObject({
      limits: [{ role: "sales-manager", max: 14, unit: "days", approverAbove: "sales-head" }],
    });
    expect(suggesting("education", "child")("offer-payment-terms@child")).toBeNull();
    expect(hotel("first-contact-prospect-rating@individual")).toBeNull();
    expect(suggesting("saas", "new-logo")("first-contact-prospect-rating@new-logo")).toMatchObject({
      optionIds: ["need-fit", "budget-fit", "date-known", "decider"],
    });
    expect(hotel("roles-single-or-handover@individual")).toMatchObject({ value: false });
    expect(suggesting("made-to-order", "sample")("roles-single-or-handover@sample")).toEqual({
      kind: "yesno",
      value: true,
      condition: "Менеджер по продажам",
      exceptions: [],
    });
  });

  test("gives the price to whoever leads the order when the price is agreed, not to whoever takes the call", () => {
    expect(suggesting("chain-prospect", "any")("offer-discount-limits")).toMatchObject({
      limits: [{ role: "sales-manager" }, { role: "sales-head" }],
    });
  });

  test("answers a request no later than the norm of the first stage", () => {
    expect(suggesting("hotel", "individual")("intake-first-response")).toMatchObject({
      norms: [{ limit: { value: 10, unit: "min" } }],
    });
  });

  test("is made of the chain and the bank where there is no template", () => {
    const record = begunOn(templateOf("windows"), "new-private", "ru");
    const bare = record.asked.map((asked) => [asked.key, suggestAnswer(record, asked, catalogue)] as const);
    for (const [key, answer] of bare) if (answer) expect(Answer.safeParse(answer).success, key).toBe(true);
    const without = new Map(bare);
    expect(without.get("stage-responsible@new-private.prepaid")).toMatchObject({ accountable: "accountant" });
    expect(without.get("outcome-loss-reasons@new-private")).toBeNull();
    expect(without.get("reports-operational")).toBeNull();
  });
});
