import { describe, expect, test } from "vitest";
import { CODES, type GapCode } from "#domain/gaps/codes.ts";
import { countGaps, gapsOf, standingOf } from "#domain/gaps.ts";
import type { WorkshopRecord } from "#domain/record.ts";
import { composeRegulation } from "#domain/regulation.ts";
import { questions } from "#question-bank";
import { catalogue } from "#templates";
import { answering, windows, without } from "../story/windows.ts";

const TYPE = "@new-private";
const at = (question: string, stage: string) => `${question}${TYPE}.${stage}`;
const story = windows();
const found = (record: WorkshopRecord) => gapsOf(record, catalogue);
const stagesWith = (record: WorkshopRecord, code: GapCode) =>
  found(record)
    .filter((gap) => gap.code === code)
    .map(({ stage }) => stage);

const limits = (change: (max: { manager: number; head: number }) => void, approver?: string) => {
  const max = { manager: 5, head: 10 };
  change(max);
  return answering(without(story, "offer-discount-approval"), "offer-discount-limits", "limit", () => ({
    kind: "limit",
    limits: [
      { role: "sales-manager", max: max.manager, unit: "percent", approverAbove: "sales-head" },
      { role: "sales-head", max: max.head, unit: "percent", ...(approver && { approverAbove: approver }) },
    ],
  }));
};

const chainUntil = (stages: number) =>
  answering(story, `deal-stage-chain${TYPE}`, "steps", (answer) => ({
    ...answer,
    steps: answer.steps.slice(0, stages),
  }));

const requiring = (fieldId: string, stage: string, rest = {}) =>
  answering(story, `data-deal-card${TYPE}`, "fields", (answer) => ({
    ...answer,
    fields: [
      ...answer.fields,
      {
        fieldId,
        label: fieldId,
        type: "text",
        required: true,
        requiredFromStage: stage,
        auto: false,
        usedIn: [],
        ...rest,
      },
    ],
  }));

/** A question that the demo did not ask, adopted with the votes of another. */
const alsoAsked = (
  question: string,
  dealType: string | null,
  stage: string | null,
  answer: WorkshopRecord["proposals"][number]["answer"],
) => {
  const record = structuredClone(story);
  const key = dealType ? `${question}@${[dealType, stage].filter(Boolean).join(".")}` : question;
  const [decision] = record.decisions;
  const [proposal] = record.proposals;
  const like = record.questions.find(({ id }) => id === "stage-exit");
  if (decision?.kind !== "consent" || !proposal || !like) throw new Error("the story begins with a consent");
  const id = "00000000-0000-4000-8000-000000000001";
  record.questions.push({ ...like, id: question });
  record.asked.push({ key, question, dealType, stage, position: 999, phase: "decided", timer: null });
  record.proposals.push({ ...proposal, id, question: key, answer });
  record.decisions.push({ ...decision, id, question: key, proposal: id });
  return record;
};

const worded = (record: WorkshopRecord, key: string, text: string): WorkshopRecord => ({
  ...record,
  proposals: record.proposals.map((one) =>
    one.question === key ? { ...one, wording: [{ kind: "paragraph" as const, spans: [{ text }] }] } : one,
  ),
});

const roles = (rest: object) => ({ kind: "role" as const, legs: [], assignments: [], checks: [], ...rest });

/** One defect each; the eighteen of the domain brief §4.8 come first. */
const DEFECTS: [string, GapCode, () => WorkshopRecord][] = [
  ["nobody answers for the delivery", "stage-no-role", () => without(story, at("stage-responsible", "delivery"))],
  [
    "the salesperson and logistics both lead the delivery",
    "stage-two-leads",
    () =>
      answering(story, `roles-order-owner${TYPE}`, "role", (answer) => ({
        ...answer,
        legs: [...answer.legs, { fromStage: "delivery", toStage: "installation", role: "logistics" }],
      })),
  ],
  ["the consultation has no exit", "stage-no-exit", () => without(story, at("stage-exit", "consultation"))],
  ["production has no norm", "stage-no-norm", () => without(story, at("stage-time-norm", "production"))],
  [
    "a declined measurement has no rule",
    "reject-no-rule",
    () => without(story, at("stage-rejected-result", "measurement-result")),
  ],
  [
    "a declined measurement gets no new date",
    "reject-no-retry",
    () =>
      answering(story, at("stage-rejected-result", "measurement-result"), "steps", (answer) => ({
        ...answer,
        steps: answer.steps.filter(({ recordIn }) => recordIn !== "measure-new-date"),
      })),
  ],
  ["the chain breaks off before production", "stage-unreachable", () => chainUntil(6)],
  ["the chain ends at the prepayment", "stage-dead-end", () => chainUntil(6)],
  ["there are no loss reasons", "no-loss-reasons", () => without(story, `outcome-loss-reasons${TYPE}`)],
  ["nobody collects a required colour code", "required-never-collected", () => requiring("colour-code", "production")],
  [
    "a report is counted from a field that is not there",
    "report-no-source",
    () =>
      answering(story, "reports-operational", "metrics", (answer) => ({
        ...answer,
        metrics: [
          ...answer.metrics,
          { name: "Партнёры", sourceFields: ["partner-code"], audience: ["sales-head"], decision: "выбрать" },
        ],
      })),
  ],
  ["nobody approves above ten per cent", "discount-no-approver", () => limits(() => {})],
  [
    "the salesperson may give more than the head",
    "discount-gap",
    () => limits((max) => (max.manager = 12), "director"),
  ],
  [
    "people see their own deals only and are to be replaced",
    "visibility-conflict",
    () => answering(story, "access-visibility", "single", () => ({ kind: "single", optionId: "own" })),
  ],
  [
    "registration begins with the invoice, price callers get a card",
    "registration-conflict",
    () =>
      answering(story, `intake-registration-moment${TYPE}`, "single", () => ({
        kind: "single",
        optionId: "invoice-request",
      })),
  ],
  [
    "the site form is answered in two hours, the stage takes fifteen minutes",
    "sla-conflict",
    () =>
      answering(story, "intake-first-response", "duration", (answer) => ({
        ...answer,
        norms: [{ what: "Заявка с сайта", limit: { value: 2, unit: "workHour" } }],
      })),
  ],
  [
    "nobody from production is at the workshop",
    "dept-absent",
    () => ({ ...story, participants: story.participants.filter(({ department }) => department !== "production") }),
  ],
  [
    "the client hears nothing while the order is made",
    "silence-gap",
    () =>
      answering(story, `feedback-moments${TYPE}`, "steps", (answer) => ({
        ...answer,
        steps: answer.steps.filter(({ stage }) => stage !== "production"),
      })),
  ],
  [
    "a bad mood is a violation",
    "violation-no-proof",
    () =>
      answering(story, "incentives-punishable", "pairs", (answer) => ({
        ...answer,
        pairs: [...answer.pairs, { left: "Плохое настроение с клиентами", right: "штраф 500 ₽" }],
      })),
  ],
  [
    "a bad mood costs five hundred roubles",
    "violation-unlawful",
    () =>
      answering(story, "incentives-punishable", "pairs", (answer) => ({
        ...answer,
        pairs: [...answer.pairs, { left: "Плохое настроение с клиентами", right: "штраф 500 ₽" }],
      })),
  ],
  ["nobody leads the order", "owner-gap", () => without(story, `roles-order-owner${TYPE}`)],
  [
    "an exit is a feeling",
    "stage-exit-vague",
    () =>
      answering(story, at("stage-exit", "consultation"), "text", () => ({
        kind: "text",
        lines: ["Клиент заинтересован"],
      })),
  ],
  [
    "a norm is counted from nothing",
    "norm-no-start",
    () =>
      answering(story, at("stage-time-norm", "delivery"), "duration", () => ({
        kind: "duration",
        norms: [{ what: "Доставка", limit: { value: 3, unit: "workDay" } }],
      })),
  ],
  [
    "a norm waits for a date that nobody writes down",
    "norm-date-no-field",
    () =>
      answering(story, at("stage-time-norm", "delivery"), "duration", () => ({
        kind: "duration",
        norms: [{ what: "Доставка", limit: { value: 0, unit: "untilDateField", dateField: "slot-date" } }],
      })),
  ],
  ["nobody looks at the quality", "stage-no-quality", () => without(story, "control-who-tracks")],
  [
    "the crew lead checks the own installation",
    "quality-self",
    () =>
      alsoAsked(
        "stage-quality-check",
        "new-private",
        "installation",
        roles({ checks: [{ role: "installer-lead", signs: ["ровно"] }] }),
      ),
  ],
  [
    "a refused result has no reason",
    "reject-no-reason",
    () =>
      answering(story, at("stage-rejected-result", "measurement-result"), "steps", (answer) => ({
        ...answer,
        steps: answer.steps.filter(({ recordIn }) => recordIn !== "measure-decline-reason"),
      })),
  ],
  [
    "a result can be refused for ever",
    "reject-loop-endless",
    () => {
      const key = at("stage-rejected-result", "measurement-result");
      const changed = answering(story, key, "steps", (answer) => ({ ...answer, steps: answer.steps.slice(0, 4) }));
      return worded(changed, key, "Менеджер назначает новую дату.");
    },
  ],
  ["nothing wins a deal", "no-won", () => without(story, `deal-win-moment${TYPE}`)],
  [
    "deals are lost to «other»",
    "loss-other",
    () =>
      answering(story, `outcome-loss-reasons${TYPE}`, "lossReasons", (answer) => ({
        ...answer,
        reasons: [...answer.reasons, { id: "other", name: "Другое", group: "us", commentRequired: false }],
      })),
  ],
  [
    "there are thirteen reasons in one heap",
    "loss-too-many",
    () =>
      answering(story, `outcome-loss-reasons${TYPE}`, "lossReasons", () => ({
        kind: "lossReasons",
        reasons: Array.from({ length: 13 }, (_, n) => ({
          id: `r-${n}`,
          name: `Причина ${n}`,
          group: "us",
          commentRequired: false,
        })),
      })),
  ],
  [
    "every reason lies with somebody else",
    "loss-no-own",
    () =>
      answering(story, `outcome-loss-reasons${TYPE}`, "lossReasons", (answer) => ({
        ...answer,
        reasons: answer.reasons.filter(({ group }) => group !== "us"),
      })),
  ],
  ["a deal can be deferred without a date", "deferred-no-date", () => without(story, `outcome-deferred${TYPE}`)],
  [
    "a field is required before the step that fills it in",
    "required-too-early",
    () => requiring("photo-report", "consultation", { filledBy: "installer-lead" }),
  ],
  [
    "eight fields are typed at one stage",
    "required-too-many",
    () => requiring("margin-percent", "offer-contract", { filledBy: "estimator" }),
  ],
  [
    "a field is filled in for nobody",
    "field-unused",
    () => requiring("shoe-size", "production", { required: false, filledBy: "measurer" }),
  ],
  [
    "an answer of the client is written down nowhere",
    "question-no-field",
    () =>
      answering(story, `first-contact-clarifying-questions${TYPE}`, "steps", (answer) => ({
        ...answer,
        steps: [...answer.steps, { text: "Кто ещё решает?", mode: "do", counterpart: "client", mandatory: true }],
      })),
  ],
  [
    "nobody reads a report",
    "report-no-reader",
    () =>
      answering(story, "reports-operational", "metrics", (answer) => ({
        ...answer,
        metrics: [...answer.metrics, { name: "Для папки", sourceFields: ["source"], audience: [] }],
      })),
  ],
  [
    "an indicator has no formula",
    "kpi-no-formula",
    () =>
      answering(story, `reports-order-kpi${TYPE}`, "metrics", (answer) => ({
        ...answer,
        metrics: [...answer.metrics, { name: "Старание", sourceFields: ["source"], audience: [] }],
      })),
  ],
  [
    "a goal has no present value",
    "kpi-no-baseline",
    () =>
      answering(story, "goals-success-figures", "metrics", (answer) => ({
        ...answer,
        metrics: answer.metrics.map(({ baseline: _, ...metric }) => metric),
      })),
  ],
  ["an approval may take for ever", "discount-no-sla", () => limits(() => {}, "director")],
  ["a discount needs no ground", "discount-no-ground", () => without(story, "offer-discount-grounds")],
  [
    "a bonus has no limit",
    "bonus-no-limit",
    () =>
      answering(story, "offer-bonuses", "limit", () => ({
        kind: "limit",
        limits: [{ role: "sales-manager", max: 0, unit: "money", condition: "сетка в подарок" }],
      })),
  ],
  [
    "an order handed over may lie unaccepted",
    "handoff-no-acceptance",
    () => without(story, `handoff-acceptance${TYPE}`),
  ],
  ["an order is handed over without a package", "handoff-no-package", () => without(story, `handoff-package${TYPE}`)],
  [
    "the measurer assigns work to the shop",
    "assign-forbidden",
    () =>
      alsoAsked(
        "stage-assignments",
        "new-private",
        "production",
        roles({
          assignments: [
            { from: "measurer", to: "production-head", subject: "Переделать", due: { value: 1, unit: "workDay" } },
          ],
        }),
      ),
  ],
  [
    "an assignment has no date",
    "task-no-owner",
    () =>
      alsoAsked(
        "stage-assignments",
        "new-private",
        "production",
        roles({ assignments: [{ from: "sales-manager", to: "production-head", subject: "Запустить" }] }),
      ),
  ],
  [
    "nobody replaces the logistics coordinator",
    "no-substitute",
    () =>
      answering(story, "roles-substitution", "role", (answer) => ({
        ...answer,
        assignments: answer.assignments.filter(({ from }) => from !== "logistics"),
      })),
  ],
  ["nobody asks the client", "no-client-feedback", () => without(story, "feedback-goals")],
  ["an existing client belongs nowhere", "no-existing-client-path", () => without(story, "deal-new-vs-existing")],
  [
    "a reward hangs on nothing",
    "reward-no-kpi",
    () =>
      answering(story, "incentives-encouraged", "pairs", (answer) => ({
        ...answer,
        pairs: [...answer.pairs, { left: "Хорошее настроение", right: "благодарность" }],
      })),
  ],
  ["a section of the regulation is empty", "part-empty", () => without(story, "incentives-encouraged")],
  [
    "a rule fell short of the threshold",
    "rule-not-adopted",
    () => {
      const decision = story.decisions.find(({ question }) => question === "feedback-loop");
      const ballots = Array.from({ length: 10 }, (_, n) => ({
        choice: n < 5 ? ("agree" as const) : ("object" as const),
        concern: null,
      }));
      return {
        ...story,
        rounds: story.rounds.map((round) =>
          decision?.kind === "consent" && round.id === decision.round ? { ...round, ballots } : round,
        ),
      };
    },
  ],
  [
    "half of the voters did not answer",
    "quorum-missed",
    () => ({
      ...story,
      rounds: story.rounds.map((round) => (round.question === "feedback-loop" ? { ...round, answered: 5 } : round)),
    }),
  ],
  [
    "an objection to an adopted rule is open",
    "objection-open",
    () => ({
      ...story,
      objections: story.objections.map((objection) =>
        objection.question === "offer-discount-limits" ? { ...objection, disposition: "raised" as const } : objection,
      ),
    }),
  ],
  ["nobody looks at the regulation again", "no-review", () => without(story, "adoption-review")],
  [
    "there are thirteen stages",
    "stages-too-many",
    () =>
      answering(story, `deal-stage-chain${TYPE}`, "steps", (answer) => ({
        ...answer,
        steps: [
          ...answer.steps,
          ...["Ещё одно", "И ещё одно"].map((text) => ({
            text,
            mode: "do" as const,
            counterpart: "client" as const,
            mandatory: true,
          })),
        ],
      })),
  ],
  [
    "two stages end alike",
    "duplicate-stage",
    () => {
      const lines = { kind: "text" as const, lines: ["Акт подписан"] };
      return answering(
        answering(story, at("stage-exit", "delivery"), "text", () => lines),
        at("stage-exit", "installation"),
        "text",
        () => lines,
      );
    },
  ],
  [
    "a goal is chosen and no rule serves it",
    "goal-no-rule",
    () =>
      answering(
        without(story, "control-overdue-ladder", "intake-distribution"),
        "goals-why-crm",
        "multi",
        (answer) => ({
          ...answer,
          optionIds: ["automation"],
        }),
      ),
  ],
  [
    "the stages may take longer than the whole deal",
    "cycle-conflict",
    () =>
      answering(story, `deal-win-moment${TYPE}`, "single", (answer) => ({
        ...answer,
        note: "Вся сделка — не дольше 30 рабочих дней",
      })),
  ],
  [
    "a rule tells nobody when",
    "rule-passive",
    () =>
      worded(
        answering(story, "standards-office", "steps", () => ({
          kind: "steps",
          steps: [{ text: "Улыбнуться", mode: "do", counterpart: "client", mandatory: true }],
        })),
        "standards-office",
        "Гостям улыбаются.",
      ),
  ],
];

describe("the completeness check", () => {
  const clean = new Map(
    Object.keys(CODES).map((code) => [code, found(story).filter((gap) => gap.code === code).length]),
  );

  test.each(["ru", "en"] as const)("finds no error in the finished windows workshop (%s)", (language) => {
    expect(found(windows(language)).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test.each(DEFECTS)("notices that %s", (_, code, broken) => {
    expect(found(broken()).filter((gap) => gap.code === code).length).toBeGreaterThan(clean.get(code) ?? 0);
  });

  test("has a defect in this file for every code that it knows", () => {
    const tried = new Set(DEFECTS.map(([, code]) => code));
    expect(Object.keys(CODES).filter((code) => !tried.has(code as GapCode))).toEqual([]);
  });

  test("names the stage, and the question of the agenda that mends it", () => {
    const [gap] = found(without(story, at("stage-time-norm", "production"))).filter(
      ({ code }) => code === "stage-no-norm",
    );
    expect(gap).toEqual({
      code: "stage-no-norm",
      severity: "error",
      question: at("stage-time-norm", "production"),
      stage: "production",
      message: { ru: "У этапа нет нормы времени: Изделия готовы", en: "Stage has no time norm: Изделия готовы" },
    });
  });

  test("names every stage behind the break of the chain", () => {
    expect(stagesWith(chainUntil(6), "stage-unreachable")).toEqual([
      "production",
      "delivery",
      "installation",
      "acceptance",
      "aftercare",
    ]);
    expect(stagesWith(chainUntil(6), "stage-dead-end")).toEqual(["prepaid"]);
  });

  test("reads the norm of the whole deal in either language, and out of the target of its indicator", () => {
    const noted = (note: string) =>
      answering(story, `deal-win-moment${TYPE}`, "single", (answer) => ({ ...answer, note }));
    const aimed = (target: string) =>
      answering(story, `reports-order-kpi${TYPE}`, "metrics", (answer) => ({
        ...answer,
        metrics: [...answer.metrics, { name: "Длительность сделки", sourceFields: [], audience: [], target }],
      }));
    const conflicts = (record: WorkshopRecord) => found(record).filter(({ code }) => code === "cycle-conflict");
    expect(conflicts(noted("The whole cycle: 6 weeks at most"))).toHaveLength(1);
    expect(conflicts(noted("Вся сделка — не дольше 40 рабочих дней"))).toEqual([]);
    expect(conflicts(noted("Премия через 5 дней"))).toEqual([]);
    expect(conflicts(aimed("25 рабочих дней"))).toMatchObject([{ question: `deal-win-moment${TYPE}` }]);
    expect(conflicts(aimed("2 месяца"))).toEqual([]);
  });

  test("is silent on the finished story, but for the one department that was really not there", () => {
    const loud = found(story).filter(({ severity }) => severity !== "info");
    expect(loud.map(({ code, stage }) => [code, stage])).toEqual([["dept-absent", "aftercare"]]);
  });

  test("blocks «final» by an error alone, and never the draft", () => {
    expect(standingOf(found(story))).toBe("final");
    const broken = without(story, at("stage-time-norm", "production"));
    expect(standingOf(found(broken))).toBe("draft");
    expect(composeRegulation(broken, catalogue, "ru").rules).toBe(composeRegulation(story, catalogue, "ru").rules - 1);
    expect(standingOf(found(without(story, "adoption-review")).filter(({ code }) => code === "no-review"))).toBe(
      "final",
    );
  });

  test("gives every code a question of the bank that mends it, but for those on votes and sections", () => {
    const bank = new Set(questions.map(({ id }) => id));
    const loose = Object.entries(CODES).filter(([, { fix }]) => fix.length === 0);
    expect(loose.map(([code]) => code)).toEqual([
      "part-empty",
      "rule-not-adopted",
      "objection-open",
      "quorum-missed",
      "rule-passive",
    ]);
    for (const [code, { fix }] of Object.entries(CODES)) for (const id of fix) expect(bank, code).toContain(id);
    expect(Object.keys(CODES)).toHaveLength(61);
  });

  test.each(DEFECTS)("opens a question of the agenda when %s", (_, code, broken) => {
    const record = broken();
    const keys = record.asked.map(({ key }) => key);
    for (const gap of found(record).filter((one) => one.code === code)) expect(keys).toContain(gap.question);
  });

  test("takes a parked question for a section that is closed with «not agreed»", () => {
    const key = "incentives-encouraged";
    const parked = {
      ...without(story, key),
      decisions: [
        ...without(story, key).decisions,
        {
          kind: "parked" as const,
          id: "00000000-0000-4000-8000-000000000002",
          question: key,
          owner: "Олег Гришин",
          dueOn: "2026-12-01",
          missing: "",
          at: "2026-11-16T12:00:00Z",
        },
      ],
    };
    expect(found(parked).filter(({ code }) => code === "part-empty")).toEqual([]);
  });

  test("counts errors and warnings for the room, falling as rules are adopted", () => {
    const fresh = countGaps(found({ ...story, decisions: [] }));
    const done = countGaps(found(story));
    expect(fresh.errors).toBeGreaterThan(40);
    expect(done.errors).toBe(0);
    expect(done.warnings).toBeLessThan(3);
  });
});
