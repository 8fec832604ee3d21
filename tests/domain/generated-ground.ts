import fc from "fast-check";
import type { Duration } from "#domain/duration.ts";
import type { Pipeline } from "#domain/pipeline.ts";
import type { Ground } from "#domain/rehearsal/ground.ts";

type Stage = Pipeline["pipelines"][number]["stages"][number];
type Task = Stage["tasks"][number];

const KEYS = ["a", "b", "c", "d", "e", "f"];
const ROLES = ["manager", "head", "director", "shop"];
const FIELDS = ["phone", "sum", "date", "discount-percent"];
const QUESTIONS = [
  "intake-price-only",
  "intake-registration-moment",
  "intake-no-answer-cadence",
  "first-contact-script",
  "first-contact-next-step",
  "handoff-order-change",
  "outcome-cancel-after-payment",
  "outcome-after-win",
  "offer-discount-grounds",
];
const RULES = QUESTIONS.map((_, at) => `R-${String(at + 1).padStart(2, "0")}`);
const RULE = fc.constantFrom(...RULES);

const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: null });
const text = fc.constantFrom(
  "Позвонить",
  "Раз в неделю сообщить",
  "After the second decline decide",
  "Закрыть",
  "Else",
);
const source = RULE.map((rule) => [{ rule, version: 1, adoption: "unanimous" as const }]);
const role = fc.constantFrom(...ROLES);
const field = fc.constantFrom(...FIELDS);
const duration: fc.Arbitrary<Duration> = fc.oneof(
  fc.record({
    value: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constantFrom(0, 0.5, 100_000)),
    unit: fc.constantFrom("rings", "sec", "min", "workHour", "workDay", "calDay"),
  }),
  fc.record({ value: fc.constant(0), unit: fc.constant("untilDateField" as const), dateField: field }),
);

const task: fc.Arbitrary<Task> = fc.record({
  key: fc.constantFrom("t1", "t2", "t3"),
  title: text,
  role: maybe(role),
  mode: fc.constantFrom("do", "control"),
  counterpart: fc.constantFrom("client", "colleague", "system"),
  recordIn: maybe(field),
  due: maybe(duration),
  mandatory: fc.boolean(),
  source,
});
const lines = maybe(fc.record({ lines: fc.array(text, { minLength: 1, maxLength: 2 }), source }));

/** Wild on purpose: moves to stages that are not there, roles that nobody has, circles of approvals. */
const stageOf = (key: string, order: number): fc.Arbitrary<Stage> =>
  fc.record({
    key: fc.constant(key),
    name: fc.constant(`Этап ${key}`),
    order: fc.constant(order),
    outcome: fc.constant("open" as const),
    entry: lines,
    exit: lines,
    responsible: maybe(fc.record({ role, source })),
    requiredFields: fc.array(fc.record({ field, to: fc.constantFrom("enter" as const, "leave" as const), source }), {
      maxLength: 3,
    }),
    norms: fc.array(
      fc.record({
        key: fc.constant("n"),
        about: fc.constant("stage-time-norm"),
        pipeline: fc.constant("p"),
        what: text,
        limit: duration,
        startEvent: maybe(text),
        calendar: maybe(fc.constantFrom("working" as const, "round-the-clock" as const)),
        warnBefore: maybe(duration),
        escalateTo: maybe(role),
        source,
      }),
      { maxLength: 2 },
    ),
    result: maybe(
      fc.record({
        field,
        rejected: text,
        reason: maybe(field),
        retry: maybe(field),
        returnTo: fc.constantFrom(...KEYS, "nowhere"),
        steps: fc.array(task, { maxLength: 3 }),
        source,
      }),
    ),
    tasks: fc.array(task, { maxLength: 4 }),
    checks: fc.array(
      fc.record({
        key: fc.constant("c"),
        about: text,
        pipeline: maybe(fc.constant("p")),
        role,
        signs: fc.constant(["ok"]),
        source,
      }),
      { maxLength: 1 },
    ),
    transitions: fc.array(
      fc.record({
        to: fc.constantFrom(...KEYS, "won", "nowhere"),
        kind: fc.constantFrom("forward" as const, "back" as const, "outcome" as const),
        source,
      }),
      { maxLength: 3 },
    ),
    guide: fc.constant([]),
    source,
  });

const outcomeOf = (outcome: "won" | "lost" | "deferred"): fc.Arbitrary<Stage> =>
  source.map((from) => ({
    key: outcome,
    name: `Исход ${outcome}`,
    order: 90,
    outcome,
    entry: null,
    exit: null,
    responsible: null,
    requiredFields: [],
    norms: [],
    result: null,
    tasks: [],
    checks: [],
    transitions: [],
    guide: [],
    source: from,
  }));

const setting = fc.record({
  key: fc.constant("s"),
  about: fc.constantFrom(...QUESTIONS),
  name: text,
  pipeline: maybe(fc.constant("p")),
  choices: fc.array(fc.record({ key: fc.constantFrom("any-contact", "wants-details"), name: text }), { maxLength: 2 }),
  yes: maybe(fc.boolean()),
  condition: maybe(text),
  exceptions: fc.array(text, { maxLength: 1 }),
  source,
});

/** Grounds on which no order should get lost in our code, however lost it is in its rules. */
export const ground: fc.Arbitrary<Ground> = fc
  .integer({ min: 0, max: KEYS.length })
  .chain((count) =>
    fc.record({
      work: fc.tuple(...KEYS.slice(0, count).map((key, at) => stageOf(key, at + 1))),
      ends: fc.tuple(...(["won", "lost", "deferred"] as const).map((end) => maybe(outcomeOf(end)))),
      won: maybe(
        fc.record({
          moment: text,
          stage: maybe(fc.constantFrom(...KEYS)),
          completedAt: maybe(fc.constantFrom(...KEYS)),
          source,
        }),
      ),
      owners: fc.array(fc.record({ role, from: fc.constantFrom(...KEYS), to: fc.constantFrom(...KEYS), source }), {
        maxLength: 2,
      }),
      filled: fc.array(maybe(role), { minLength: FIELDS.length, maxLength: FIELDS.length }),
      handoffs: fc.array(
        fc.record({
          key: fc.constant("h"),
          pipeline: fc.constant("p"),
          fromStage: fc.constantFrom(...KEYS),
          toStage: fc.constantFrom(...KEYS),
          fromRole: role,
          toRole: role,
          package: fc.array(field, { maxLength: 2 }),
          acceptWithin: maybe(duration),
          source,
        }),
        { maxLength: 4 },
      ),
      limits: fc.array(
        fc.record({
          key: fc.constant("l"),
          pipeline: maybe(fc.constantFrom("p", "other")),
          role,
          max: fc.integer({ min: 0, max: 50 }),
          unit: fc.constantFrom("percent" as const, "money" as const, "days" as const),
          condition: maybe(text),
          approverAbove: maybe(role),
          decisionWithin: maybe(duration),
          floor: maybe(text),
          source,
        }),
        { maxLength: 4 },
      ),
      procedures: fc.array(
        fc.record({
          key: fc.constant("pr"),
          name: text,
          pipeline: maybe(fc.constant("p")),
          steps: fc.array(task, { minLength: 1, maxLength: 3 }),
          source,
        }),
        { maxLength: 4 },
      ),
      settings: fc.array(setting, { maxLength: 4 }),
      refusable: fc.subarray(KEYS),
    }),
  )
  .map(({ work, ends, won, owners, filled, handoffs, limits, procedures, settings, refusable }) => {
    const stages = [...work, ...ends.filter((end) => end !== null)];
    const from = [{ rule: RULES[0] ?? "", version: 1, adoption: "unanimous" as const }];
    const chain = { key: "p", name: "Сделка", dealType: "p", stages, won, owners, source: from };
    return {
      chain,
      refusable: refusable.filter((key) => stages.some((stage) => stage.key === key)),
      questionOf: new Map(RULES.map((rule, at) => [rule, QUESTIONS[at] ?? ""])),
      pipeline: {
        format: "reglament.pipeline",
        version: "1.0.0",
        company: "ООО «Проба»",
        title: "Проба",
        language: "ru",
        edition: { date: "2026-01-01", rules: RULES.length },
        dealTypes: [],
        pipelines: [chain],
        fields: FIELDS.map((key, at) => ({
          key,
          name: `Поле ${key}`,
          type: "text",
          entity: "deal",
          options: [],
          required: false,
          auto: false,
          autoBy: null,
          filledBy: filled[at] ?? null,
          usedIn: [],
          source: from,
        })),
        roles: ROLES.map((key) => ({ key, name: `Роль ${key}`, department: null, responsibleFor: [], source: from })),
        assignments: [],
        handoffs,
        lossReasons: [],
        discountLimits: limits,
        bonuses: [],
        paymentTerms: [],
        permissions: [],
        checks: [],
        norms: [],
        automations: [],
        procedures,
        guides: [],
        intake: settings,
        settings: [],
        reports: [],
        kpis: [],
        notExpressed: [],
      },
    };
  });
