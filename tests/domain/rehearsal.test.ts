import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Language } from "#domain/language.ts";
import { rulesIn } from "#domain/pipeline/not-expressed.ts";
import type { WorkshopRecord } from "#domain/record.ts";
import { atWork, momentOf, START, whenOver, workingDaysBetween } from "#domain/rehearsal/calendar.ts";
import type { FindingCode } from "#domain/rehearsal/codes.ts";
import { FINDINGS } from "#domain/rehearsal/codes.ts";
import { BRANCHES, type Branch, type Rehearsal, rehearsalsOf, rehearse } from "#domain/rehearsal.ts";
import { questions } from "#question-bank";
import { catalogue, demoRecord } from "#templates";
import { answering, windows, without } from "../story/windows.ts";
import { ground } from "./generated-ground.ts";

const TYPE = "@new-private";
const at = (question: string, stage: string) => `${question}${TYPE}.${stage}`;
const walked = (record: WorkshopRecord, branch: Branch = "planned", language: Language = "ru"): Rehearsal => {
  const [rehearsal] = rehearsalsOf(record, catalogue, branch, language);
  if (!rehearsal) throw new Error("nothing was rehearsed");
  return rehearsal;
};
const wholesale = (language: Language = "ru"): WorkshopRecord => {
  const record = demoRecord("wholesale", language, questions);
  if (!record) throw new Error("the wholesale template has lost its demo workshop");
  return record;
};
const events = ({ days }: Rehearsal) => days.flatMap((day) => day.events);
const errors = ({ findings }: Rehearsal) => findings.filter(({ severity }) => severity === "error");
const turn = (rehearsal: Rehearsal) => events(rehearsal).filter(({ inTurn }) => inTurn);
const told = (rehearsal: Rehearsal) => turn(rehearsal).map(({ who, text }) => `${who ?? "–"}: ${text}`);
const codes = (rehearsal: Rehearsal) => rehearsal.findings.map(({ code }) => code);

describe("the time of a rehearsal", () => {
  test("four working hours from Friday afternoon end on Monday", () => {
    const friday = 4 * 24 * 60 + 15 * 60;
    expect(momentOf(whenOver(friday, { value: 4, unit: "workHour" }) ?? 0)).toEqual({
      day: 7,
      weekday: 0,
      time: "11:00",
    });
    expect(momentOf(whenOver(friday, { value: 3, unit: "workHour" }) ?? 0)).toEqual({
      day: 4,
      weekday: 4,
      time: "18:00",
    });
  });

  test("ten working days are two weeks, ten days of the calendar are ten", () => {
    expect(momentOf(whenOver(START, { value: 10, unit: "workDay" }) ?? 0)).toMatchObject({ day: 14, time: "10:00" });
    expect(momentOf(whenOver(START, { value: 10, unit: "calDay" }) ?? 0)).toMatchObject({ day: 10, weekday: 3 });
  });

  test("no work begins at night or on Sunday", () => {
    expect(momentOf(atWork(6 * 24 * 60))).toMatchObject({ day: 7, time: "10:00" });
    expect(momentOf(atWork(23 * 60))).toMatchObject({ day: 1, time: "10:00" });
  });

  test("working days are added as they are counted", () => {
    const clocks = fc.integer({ min: START, max: 400 * 24 * 60 }).map(atWork);
    fc.assert(
      fc.property(clocks, fc.integer({ min: 0, max: 500 }), (from, value) => {
        const to = whenOver(from, { value, unit: "workDay" }) ?? 0;
        expect(workingDaysBetween(from, to)).toBeCloseTo(value);
        expect(atWork(to)).toBe(to);
      }),
    );
  });
});

describe("the windows order, as planned", () => {
  const order = walked(windows());

  test("comes to its end in eleven stages without an error", () => {
    expect(errors(order)).toEqual([]);
    expect(order.title).toBe("Как задумано");
    expect(order.days.map(({ title }) => title).slice(0, 2)).toEqual(["День 0, понедельник", "День 1, вторник"]);
    expect(order.end).toEqual({ kind: "won", text: "Заказ дошёл до исхода «Заказ завершён»." });
    expect(order.passages.map(({ stage }) => stage)).toHaveLength(11);
    expect(order.passages.every(({ isBroken }) => !isBroken)).toBe(true);
    expect(order.length).toEqual({ days: 51, workingDays: 38, text: "Последний день: 51. Рабочих дней: 38." });
  });

  test("says who acts, what is filled in, what waits and by which rule", () => {
    const measured = events(order).filter(({ stage }) => stage === "measurement-scheduled");
    expect(measured.map(({ day, time, kind, who, text, rules }) => [day, time, kind, who, text, rules])).toEqual([
      [
        1,
        "10:15",
        "handover",
        "Менеджер по продажам",
        "Передаёт заказ, принимает замерщик. Срок приёма: 4 рабочих часа.",
        ["R-41", "R-76", "R-80"],
      ],
      [1, "10:15", "enter", "Замерщик", "Берёт заказ на этапе «Замер назначен».", ["R-80"]],
      [
        1,
        "10:15",
        "wait",
        null,
        "Выезд на замер: 3 рабочих дня. Крайний срок: день 4, пятница, 10:15. Считаем с момента «клиент подтвердил дату». Напоминание придёт заранее (1 рабочий день). О просрочке узнаёт руководитель отдела продаж.",
        ["R-81"],
      ],
      [1, "10:15", "step", "Замерщик", "На объекте показать образец.", ["R-60"]],
      [
        1,
        "11:15",
        "step",
        "Менеджер по продажам",
        "Предложите два окна времени, попросите освободить подход к окнам, поставьте задачу замерщику.",
        ["R-82"],
      ],
      [2, "10:15", "step", "Менеджер по продажам", "Накануне замера — подтвердить приезд.", ["R-52"]],
      [
        2,
        "10:15",
        "step",
        "Менеджер по продажам",
        "Накануне подтвердите приезд; не подтвердили — перенесите в тот же день.",
        ["R-82"],
      ],
      [
        4,
        "10:15",
        "leave",
        "Замерщик",
        "Закрывает этап «Замер назначен». Он пройден, когда: замерщик побывал на объекте, отметка о выезде в карточке.",
        ["R-79", "R-37"],
      ],
    ]);
    expect(measured.at(-1)?.fields).toEqual([{ name: "Дата замера", by: "Менеджер по продажам" }]);
  });

  test("shows what no list shows: a client who hears nothing between the offer and the start of the shop", () => {
    expect(order.findings).toEqual([
      {
        code: "silence-gap",
        severity: "warning",
        day: 9,
        stage: "offer-contract",
        message: "С дня 9 по день 21 клиент ничего от нас не слышит. Рабочих дней молчания: 8.",
        question: `feedback-moments${TYPE}`,
      },
    ]);
  });

  test("leaves out what is done only when a result is refused", () => {
    const said = events(order).map(({ text }) => text);
    expect(said.some((text) => text.includes("Замер не состоялся"))).toBe(false);
    expect(said).toContainEqual(expect.stringContaining("Пройдите с клиентом чек-лист"));
  });

  test("repeats every week what is to be done every week", () => {
    const weekly = events(order).filter(({ text }) => text === "Раз в неделю — сообщить, что с заказом.");
    expect(weekly.map(({ day }) => day)).toEqual([25, 32]);
  });
});

describe("the turns of the windows order", () => {
  test("a caller who wants a price only is registered, asked back, called five times and closed with a reason", () => {
    const order = walked(windows(), "price-only");
    expect(order.findings).toEqual([]);
    expect(told(order).slice(0, 3)).toEqual([
      "–: Клиент спрашивает только, сколько стоит. О себе не рассказывает и торопится.",
      "Менеджер по продажам: Решает, записывать ли обращение. Правило: любой вопрос о нашем товаре или услуге. Без контакта — отметка «ценовой запрос», в конверсию менеджера не входит.",
      "Менеджер по продажам: Отвечает на вопрос о цене: называем вилку и от чего она зависит, затем вопрос. Вилки обновляет руководитель отдела продаж раз в месяц.",
    ]);
    expect(told(order).at(-1)).toBe(
      "–: Закрывает сделку в исход «Отказ». Без причины CRM этого не позволит. Причина, например, «Не выходит на связь после всех попыток».",
    );
    expect(order.end.kind).toBe("lost");
  });

  test("a declined measurement gets its reason and a new date, the client is told, the order goes back and comes again", () => {
    const order = walked(windows(), "rejected", "en");
    const planned = walked(windows(), "planned", "en");
    expect(order.findings).toEqual([]);
    expect(order.end.kind).toBe("won");
    expect(order.passages.map(({ stage }) => stage).slice(2, 6)).toEqual([
      "measurement-scheduled",
      "measurement-result",
      "measurement-scheduled",
      "measurement-result",
    ]);
    expect(order.length.workingDays).toBeGreaterThan(planned.length.workingDays);
    expect(turn(order).map(({ stage }) => stage)).toContain("measurement-scheduled");
  });

  test("twelve per cent go from the manager to the head and on to the director, within hours", () => {
    const order = walked(windows("en"), "discount", "en");
    expect(order.findings).toEqual([]);
    expect(told(order)).toEqual([
      "–: The client is ready to sign, and asks for a discount of 12 %.",
      "Sales manager: Looks for a ground in the list: volume, full prepayment, off-season or a convenient slot, existing client.",
      "Sales manager: May give up to 5 %, which is not enough. Passes the request on to: head of sales. To be answered within 2 working hours. Not below: a margin after the discount of at least 18 %.",
      "Head of sales: May give up to 10 %, which is not enough. Passes the request on to: director. To be answered within 4 working hours. Not below: a margin after the discount of at least 18 %.",
      "Director: Decides whether to give 12 %. The answer and its ground stay in the card.",
    ]);
  });

  test("a change in production stops the work and moves the end by as much", () => {
    const order = walked(windows(), "change");
    expect(order.findings).toEqual([]);
    expect(told(order)).toEqual([
      "–: Клиент звонит и меняет заказ, который уже делают.",
      "Менеджер по продажам: Остановить работу задачей в CRM.",
      "Начальник производства: Сказать, можно ли ещё менять и чего это стоит.",
      "Менеджер по продажам: Подписать дополнение с новой ценой и датой.",
    ]);
    expect(order.length).toMatchObject({ days: 53, workingDays: 40 });
  });

  test("who cancels after the payment is asked why, the costs are counted, the refund is agreed", () => {
    const order = walked(windows(), "cancel");
    expect(order.findings).toEqual([]);
    expect(turn(order).map(({ who }) => who)).toEqual([
      null,
      "Менеджер по продажам",
      "Бухгалтер",
      "Руководитель отдела продаж",
      null,
    ]);
    expect(order.end).toEqual({ kind: "lost", text: "Сделка закрыта, исход «Отказ»." });
  });
});

describe("the order of the wholesaler", () => {
  test("is shipped and paid as planned", () => {
    const order = walked(wholesale("en"), "planned", "en");
    expect(errors(order)).toEqual([]);
    expect(order.end).toEqual({ kind: "won", text: "The order has come to its end: “Shipped and paid”." });
    expect(order.passages).toHaveLength(9);
  });

  test("has no result that can be refused, so the warehouse returns the package", () => {
    expect(told(walked(wholesale("en"), "rejected", "en"))).toEqual([
      "Warehouse: Looks through the package and returns the order: something is missing.",
      "Accountant: Completes the package and hands the order over again.",
    ]);
  });

  test("breaks where the team parked a question: nobody knows what to do about a cancellation", () => {
    expect(walked(wholesale(), "cancel").findings).toEqual([
      {
        code: "cancel-unsaid",
        severity: "error",
        day: 17,
        stage: "shipped",
        message: "Клиент отказывается после оплаты, а что делать, не решено.",
        question: "outcome-cancel-after-payment@new-company",
      },
    ]);
    expect(errors(walked(wholesale(), "discount"))).toEqual([]);
    expect(errors(walked(wholesale(), "change"))).toEqual([]);
    expect(errors(walked(wholesale(), "price-only"))).toEqual([]);
  });
});

const story = windows();
const ladder = (approver: string | undefined, decisionWithin: { value: number; unit: "workHour" } | undefined) =>
  answering(without(story, "offer-discount-approval"), "offer-discount-limits", "limit", () => ({
    kind: "limit",
    limits: [
      {
        role: "sales-manager",
        max: 5,
        unit: "percent",
        approverAbove: "sales-head",
        ...(decisionWithin && { decisionWithin }),
      },
      {
        role: "sales-head",
        max: 10,
        unit: "percent",
        ...(approver && { approverAbove: approver }),
        ...(decisionWithin && { decisionWithin }),
      },
    ],
  }));
const refusal = (keep: (step: { recordIn?: string | undefined; counterpart: string; text: string }) => boolean) =>
  answering(story, at("stage-rejected-result", "measurement-result"), "steps", (answer) => ({
    ...answer,
    steps: answer.steps.filter(keep),
  }));
const HOURS = { value: 2, unit: "workHour" } as const;

/** One defect each: what is taken away, the branch in which it shows, and the stage where the order stands. */
const DEFECTS: [FindingCode, Branch, string | null, () => WorkshopRecord][] = [
  ["no-chain", "planned", null, () => ({ ...story, decisions: [] })],
  ["stage-no-role", "planned", "delivery", () => without(story, at("stage-responsible", "delivery"))],
  ["owner-gap", "planned", "new-request", () => without(story, `roles-order-owner${TYPE}`)],
  ["stage-no-norm", "planned", "production", () => without(story, at("stage-time-norm", "production"))],
  [
    "norm-date-no-field",
    "planned",
    "delivery",
    () =>
      answering(story, at("stage-time-norm", "delivery"), "duration", () => ({
        kind: "duration",
        norms: [{ what: "Доставка", limit: { value: 0, unit: "untilDateField", dateField: "slot-date" } }],
      })),
  ],
  [
    "norm-unwatched",
    "planned",
    "delivery",
    () =>
      answering(
        without(
          story,
          "control-overdue-ladder",
          "control-who-tracks",
          "standards-phone",
          "adoption-review",
          "intake-first-response",
          `handoff-acceptance${TYPE}`,
          "feedback-complaints",
          `feedback-repeat-touch${TYPE}`,
        ),
        at("stage-time-norm", "delivery"),
        "duration",
        () => ({ kind: "duration", norms: [{ what: "Доставка", limit: { value: 3, unit: "workDay" } }] }),
      ),
  ],
  ["stage-no-exit", "planned", "consultation", () => without(story, at("stage-exit", "consultation"))],
  [
    "stage-dead-end",
    "planned",
    "prepaid",
    () =>
      answering(story, `deal-stage-chain${TYPE}`, "steps", (answer) => ({
        ...answer,
        steps: answer.steps.slice(0, 6),
      })),
  ],
  ["no-won", "planned", "aftercare", () => without(story, `deal-win-moment${TYPE}`)],
  [
    "required-never-collected",
    "planned",
    "production",
    () =>
      answering(story, `data-deal-card${TYPE}`, "fields", (answer) => ({
        ...answer,
        fields: [
          ...answer.fields,
          {
            fieldId: "colour-code",
            label: "Код цвета",
            type: "text",
            required: true,
            requiredFromStage: "production",
            auto: false,
            usedIn: [],
          },
        ],
      })),
  ],
  ["handoff-no-acceptance", "planned", "measurement-scheduled", () => without(story, `handoff-acceptance${TYPE}`)],
  [
    "package-incomplete",
    "planned",
    "production",
    () =>
      answering(story, `handoff-package${TYPE}`, "fields", (answer) => ({
        ...answer,
        fields: [
          ...answer.fields,
          { fieldId: "sketch", label: "Эскиз", type: "file", required: true, auto: false, usedIn: [] },
        ],
      })),
  ],
  [
    "step-no-doer",
    "planned",
    "installation",
    () =>
      answering(story, at("stage-do-steps", "installation"), "steps", (answer) => ({
        ...answer,
        steps: answer.steps.map(({ who: _, ...step }) => step),
      })),
  ],
  [
    "step-after-norm",
    "planned",
    "installation",
    () =>
      answering(story, at("stage-do-steps", "installation"), "steps", (answer) => ({
        ...answer,
        steps: answer.steps.map((step) => ({ ...step, due: { value: 9, unit: "workDay" as const } })),
      })),
  ],
  ["silence-gap", "planned", "offer-contract", () => without(story, `feedback-moments${TYPE}`)],
  [
    "reject-no-rule",
    "rejected",
    "measurement-result",
    () => without(story, at("stage-rejected-result", "measurement-result")),
  ],
  [
    "reject-no-reason",
    "rejected",
    "measurement-result",
    () => refusal(({ recordIn }) => recordIn !== "measure-decline-reason"),
  ],
  [
    "reject-no-retry",
    "rejected",
    "measurement-result",
    () => refusal(({ recordIn }) => recordIn !== "measure-new-date"),
  ],
  ["reject-loop-endless", "rejected", "measurement-result", () => refusal(({ text }) => !text.includes("второго"))],
  [
    "reject-client-untold",
    "rejected",
    "measurement-result",
    () => refusal(({ counterpart }) => counterpart !== "client"),
  ],
  ["registration-unsaid", "price-only", "new-request", () => without(story, `intake-registration-moment${TYPE}`)],
  [
    "registration-conflict",
    "price-only",
    "new-request",
    () =>
      answering(story, `intake-registration-moment${TYPE}`, "single", () => ({
        kind: "single",
        optionId: "invoice-request",
      })),
  ],
  ["price-only-unsaid", "price-only", "new-request", () => without(story, `intake-price-only${TYPE}`)],
  ["next-step-unsaid", "price-only", "new-request", () => without(story, "first-contact-next-step")],
  ["no-answer-unsaid", "price-only", "new-request", () => without(story, `intake-no-answer-cadence${TYPE}`)],
  ["no-loss-reasons", "cancel", "production", () => without(story, `outcome-loss-reasons${TYPE}`)],
  ["discount-unsaid", "discount", "offer-contract", () => without(story, "offer-discount-limits")],
  ["discount-no-approver", "discount", "offer-contract", () => ladder(undefined, HOURS)],
  ["discount-circle", "discount", "offer-contract", () => ladder("sales-manager", HOURS)],
  ["discount-no-sla", "discount", "offer-contract", () => ladder("director", undefined)],
  ["discount-no-ground", "discount", "offer-contract", () => without(story, "offer-discount-grounds")],
  ["change-unsaid", "change", "production", () => without(story, `handoff-order-change${TYPE}`)],
  [
    "change-client-untold",
    "change",
    "production",
    () =>
      answering(story, `handoff-order-change${TYPE}`, "steps", (answer) => ({
        ...answer,
        steps: answer.steps.filter(({ counterpart }) => counterpart !== "client"),
      })),
  ],
  ["cancel-unsaid", "cancel", "production", () => without(story, `outcome-cancel-after-payment${TYPE}`)],
];

/** A stage of the chain is always a place to go back to, unless the pipeline was made by something else. */
const ONLY_ELSEWHERE = ["reject-nowhere"];

describe("a rehearsal of broken rules", () => {
  test.each(DEFECTS)("comes upon %s (%s)", (code, branch, stage, broken) => {
    const record = broken();
    const found = walked(record, branch).findings.find((finding) => finding.code === code);
    expect(found).toMatchObject({ code, severity: FINDINGS[code].severity, stage });
    expect(record.asked.map(({ key }) => key)).toContain(found?.question);
    expect(walked(record, branch, "en").findings.find((finding) => finding.code === code)?.message).not.toBe(
      found?.message,
    );
  });

  test("knows no code without a defect in this file", () => {
    const tried = new Set<string>([...DEFECTS.map(([code]) => code), ...ONLY_ELSEWHERE]);
    expect(Object.keys(FINDINGS).filter((code) => !tried.has(code))).toEqual([]);
  });

  test("finds in a turn only what belongs to it", () => {
    expect(codes(walked(without(story, at("stage-responsible", "delivery")), "discount"))).toEqual([]);
  });

  test("goes on behind a gap, and marks the stage where the order would have stood", () => {
    const order = walked(without(story, at("stage-responsible", "delivery")));
    expect(order.end.kind).toBe("won");
    expect(order.passages.filter(({ isBroken }) => isBroken).map(({ stage }) => stage)).toEqual(["delivery"]);
    expect(
      events(order)
        .filter(({ kind }) => kind === "stop")
        .map(({ text }) => text),
    ).toEqual(["Этап «Доставка согласована и выполнена» никто не ведёт: заказ дошёл, а взять его некому."]);
  });

  test("ends where no way leads on", () => {
    expect(walked(without(story, at("stage-rejected-result", "measurement-result")), "rejected").end.kind).toBe(
      "stuck",
    );
    expect(walked({ ...story, decisions: [] }).end.kind).toBe("nothing");
  });
});

describe("a rehearsal of any pipeline", () => {
  const branches = fc.constantFrom(...BRANCHES);
  const languages = fc.constantFrom("ru" as const, "en" as const);

  test("ends, and names only stages and rules that there are, in the order of time", () => {
    fc.assert(
      fc.property(ground, branches, languages, (made, branch, language) => {
        const order = rehearse(made, branch, language);
        const stages = new Set(made.chain.stages.map(({ key }) => key));
        const rules = rulesIn(made);
        let last = -1;
        for (const { day, events: own } of order.days) {
          expect(day).toBeGreaterThan(last);
          last = day;
          for (const event of own) {
            expect(stages).toContain(event.stage);
            for (const rule of event.rules) expect(rules).toContain(rule);
            expect(event.text).not.toMatch(/undefined|null|NaN/);
            expect(event.day).toBe(day);
          }
          expect(own.map(({ time }) => time)).toEqual(own.map(({ time }) => time).sort());
        }
        for (const { stage, from, to } of order.passages) {
          expect(stages).toContain(stage);
          expect(to).toBeGreaterThanOrEqual(from);
        }
        for (const { stage } of order.findings) if (stage !== null) expect(stages).toContain(stage);
      }),
      { numRuns: 200 },
    );
  });

  test("is the same each time", () => {
    fc.assert(
      fc.property(ground, branches, (made, branch) => {
        expect(rehearse(made, branch, "ru")).toEqual(rehearse(structuredClone(made), branch, "ru"));
      }),
    );
  });

  test("tells when a refused result has nowhere to go back to", () => {
    const found = fc
      .sample(ground, { numRuns: 500, seed: 7 })
      .flatMap((made) => rehearse(made, "rejected", "ru").findings)
      .filter(({ code }) => code === "reject-nowhere");
    expect(found.length).toBeGreaterThan(0);
  });
});
