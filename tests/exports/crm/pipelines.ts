import fc from "fast-check";
import { FieldType } from "#domain/answer.ts";
import type { Duration } from "#domain/duration.ts";
import { composePipeline, Pipeline } from "#domain/pipeline.ts";
import { catalogue } from "#templates";
import { windows } from "../../story/windows.ts";

/** The pipeline of the windows story. */
export const windowsPipeline = (language: "ru" | "en" = "ru"): Pipeline =>
  composePipeline(windows(language), catalogue);

const source = [{ rule: "R-01", version: 1, adoption: "unanimous" as const }];
const name = fc.oneof(
  fc.constantFrom("Замер получен", "Предоплата", "Договор & счёт <срочно>", "Звонок «в день обращения»", "Offer sent"),
  fc.string({ minLength: 1, maxLength: 300, unit: "grapheme" }).filter((text) => text.trim().length > 0),
);
const duration: fc.Arbitrary<Duration> = fc.record({
  value: fc.integer({ min: 1, max: 90 }),
  unit: fc.constantFrom("min", "workHour", "workDay", "calDay"),
});
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const keys = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}-${index + 1}`);
const oneOf = (all: readonly string[]) => fc.constantFrom(...all);
const each = <T>(all: readonly string[], make: (key: string, index: number) => fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.tuple(...all.map(make)) as unknown as fc.Arbitrary<T[]>;

const task = (key: string, roles: string[], fields: string[]) =>
  fc.record({
    key: fc.constant(key),
    title: name,
    role: maybe(oneOf(roles)),
    mode: fc.constantFrom("do" as const, "control" as const),
    counterpart: fc.constantFrom("client" as const, "colleague" as const, "system" as const),
    recordIn: maybe(oneOf(fields)),
    due: maybe(duration),
    mandatory: fc.boolean(),
    source: fc.constant(source),
  });

const norm = (key: string, pipeline: string | null, roles: string[]) =>
  fc.record({
    key: fc.constant(key),
    about: fc.constant("stage-time-norm"),
    pipeline: fc.constant(pipeline),
    what: name,
    limit: duration,
    startEvent: maybe(name),
    calendar: maybe(fc.constantFrom("working" as const, "round-the-clock" as const)),
    warnBefore: maybe(duration),
    escalateTo: maybe(oneOf(roles)),
    source: fc.constant(source),
  });

type Outcome = "open" | "won" | "lost" | "deferred";

const onePipeline = (
  key: string,
  shape: { open: number; lost: number; deferred: number },
  roles: string[],
  fields: string[],
) => {
  const outcomes: Outcome[] = [
    ...Array<Outcome>(shape.open).fill("open"),
    "won",
    ...Array<Outcome>(shape.lost).fill("lost"),
    ...Array<Outcome>(shape.deferred).fill("deferred"),
  ];
  const stageKeys = outcomes.map((outcome, index) => `${outcome}-${index + 1}`);
  const stages = each(stageKeys, (stage, index) => {
    const isOpen = outcomes[index] === "open";
    const lines = maybe(fc.array(name, { minLength: 1, maxLength: 3 }).map((texts) => ({ lines: texts, source })));
    return fc.record({
      key: fc.constant(stage),
      name,
      order: fc.constant(index + 1),
      outcome: fc.constant(outcomes[index] as Outcome),
      color: fc.option(
        fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`),
        { nil: undefined },
      ),
      entry: isOpen ? lines : fc.constant(null),
      exit: isOpen ? lines : fc.constant(null),
      responsible: isOpen ? maybe(oneOf(roles).map((role) => ({ role, source }))) : fc.constant(null),
      requiredFields: fc
        .uniqueArray(fc.record({ field: oneOf(fields), to: fc.constantFrom("enter" as const, "leave" as const) }), {
          selector: ({ field, to }) => `${field} ${to}`,
          maxLength: 4,
        })
        .map((all) => all.map((one) => ({ ...one, source }))),
      norms: isOpen ? each(keys(`${key}-${stage}-norm`, 1), (one) => norm(one, key, roles)) : fc.constant([]),
      result: isOpen
        ? maybe(
            fc.record({
              field: oneOf(fields),
              rejected: name,
              reason: maybe(oneOf(fields)),
              retry: maybe(oneOf(fields)),
              returnTo: fc.constant(stageKeys[0] as string),
              steps: each(keys(`${stage}-again`, 1), (one) => task(one, roles, fields)),
              source: fc.constant(source),
            }),
          )
        : fc.constant(null),
      tasks: isOpen ? each(keys(`${stage}-task`, 2), (one) => task(one, roles, fields)) : fc.constant([]),
      checks: fc.constant([]),
      transitions: fc.constant(
        isOpen && stageKeys[index + 1]
          ? [{ to: stageKeys[index + 1] as string, kind: "forward" as const, source }]
          : [],
      ),
      guide: fc.array(fc.record({ text: name, source: fc.constant(source) }), { maxLength: 3 }),
      source: fc.constant(source),
    });
  });
  return fc.record({
    key: fc.constant(key),
    name,
    dealType: fc.constant(key),
    stages,
    won: maybe(name.map((moment) => ({ moment, stage: null, completedAt: null, source }))),
    owners: fc.constant([
      { role: roles[0] as string, from: stageKeys[0] as string, to: stageKeys[0] as string, source },
    ]),
    source: fc.constant(source),
  });
};

const field = (key: string, roles: string[]) =>
  fc.record({
    key: fc.constant(key),
    name,
    type: fc.constantFrom(...FieldType.options),
    entity: fc.constantFrom("contact" as const, "company" as const, "deal" as const),
    options: fc
      .uniqueArray(name, { maxLength: 5 })
      .map((names) => names.map((one, index) => ({ key: `${key}-option-${index + 1}`, name: one }))),
    required: fc.boolean(),
    auto: fc.boolean(),
    autoBy: maybe(name),
    filledBy: maybe(oneOf(roles)),
    usedIn: fc.constant([]),
    source: fc.constant(source),
  });

/** Pipelines of every shape that the published schema allows, small enough to be made by the hundred. */
export const anyPipeline: fc.Arbitrary<Pipeline> = fc
  .record({
    pipelines: fc.array(
      fc.record({
        open: fc.integer({ min: 1, max: 6 }),
        lost: fc.integer({ min: 0, max: 2 }),
        deferred: fc.integer({ min: 0, max: 1 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    roles: fc.integer({ min: 1, max: 4 }),
    fields: fc.integer({ min: 1, max: 8 }),
  })
  .chain((shape) => {
    const roles = keys("role", shape.roles);
    const fields = keys("field", shape.fields);
    const about = (prefix: string) => ({
      key: fc.constant(`${prefix}-1`),
      about: fc.constant(prefix),
      pipeline: fc.constant(null),
    });
    const measure = (prefix: string) =>
      fc.record({
        ...about(prefix),
        name,
        formula: maybe(name),
        sources: fc.constant(["sys.createdAt"]),
        missing: fc.constant([]),
        audience: oneOf(roles).map((role) => [role]),
        frequency: maybe(name),
        decision: maybe(name),
        baseline: maybe(name),
        target: maybe(name),
        source: fc.constant(source),
      });
    const limit = (prefix: string) =>
      fc.record({
        key: fc.constant(`${prefix}-1`),
        pipeline: fc.constant(null),
        role: oneOf(roles),
        max: fc.integer({ min: 0, max: 50 }),
        unit: fc.constantFrom("percent" as const, "money" as const, "days" as const),
        condition: maybe(name),
        approverAbove: maybe(oneOf(roles)),
        decisionWithin: maybe(duration),
        floor: maybe(name),
        source: fc.constant(source),
      });
    const setting = (prefix: string) =>
      fc.record({
        ...about(prefix),
        name,
        choices: name.map((one) => [{ key: "one", name: one }]),
        yes: maybe(fc.boolean()),
        condition: maybe(name),
        exceptions: fc.array(name, { maxLength: 1 }),
        source: fc.constant(source),
      });
    const some = <T>(arbitrary: fc.Arbitrary<T>) =>
      fc.oneof(
        fc.constant([]),
        arbitrary.map((one) => [one]),
      );
    const firstStage = "open-1";
    return fc.record({
      format: fc.constant("reglament.pipeline" as const),
      version: fc.constant("1.0.0" as const),
      company: name,
      title: name,
      language: fc.constantFrom("ru" as const, "en" as const),
      edition: fc.constant({ date: "2026-11-23", rules: 1 }),
      dealTypes: each(keys("pipeline", shape.pipelines.length), (key) =>
        fc.record({
          key: fc.constant(key),
          name,
          pipeline: fc.constant(key),
          example: maybe(name),
          specifics: fc.array(name, { maxLength: 2 }),
          source: fc.constant(source),
        }),
      ),
      pipelines: each(keys("pipeline", shape.pipelines.length), (key, index) =>
        onePipeline(key, shape.pipelines[index] ?? { open: 1, lost: 0, deferred: 0 }, roles, fields),
      ),
      fields: each(fields, (key) => field(key, roles)),
      roles: each(roles, (key) =>
        fc.record({
          key: fc.constant(key),
          name,
          department: maybe(name),
          responsibleFor: fc.constant([firstStage]),
          source: fc.constant(source),
        }),
      ),
      assignments: some(
        fc.record({
          ...about("assignment"),
          stage: fc.constant(null),
          from: oneOf(roles),
          to: oneOf(roles),
          subject: name,
          acceptWithin: maybe(duration),
          due: maybe(duration),
          source: fc.constant(source),
        }),
      ),
      handoffs: some(
        fc.record({
          key: fc.constant("handoff-1"),
          pipeline: fc.constant("pipeline-1"),
          fromStage: fc.constant(firstStage),
          toStage: fc.constant(firstStage),
          fromRole: oneOf(roles),
          toRole: oneOf(roles),
          package: oneOf(fields).map((one) => [one]),
          acceptWithin: maybe(duration),
          source: fc.constant(source),
        }),
      ),
      lossReasons: each(keys("reason", 3), (key) =>
        fc.record({
          key: fc.constant(key),
          pipeline: fc.constant(null),
          name,
          group: fc.constant({ key: "price", name: "Цена" }),
          commentRequired: fc.boolean(),
          returnAfter: maybe(duration),
          source: fc.constant(source),
        }),
      ),
      discountLimits: some(limit("discount")),
      bonuses: some(limit("bonus")),
      paymentTerms: some(limit("terms")),
      permissions: some(
        fc.record({
          ...about("permission"),
          role: maybe(oneOf(roles)),
          allows: fc.array(name, { minLength: 1, maxLength: 2 }),
          source: fc.constant(source),
        }),
      ),
      checks: some(
        fc.record({
          ...about("check"),
          role: oneOf(roles),
          signs: fc.array(name, { minLength: 1, maxLength: 2 }),
          source: fc.constant(source),
        }),
      ),
      norms: some(norm("norm-1", null, roles)),
      automations: some(
        fc.record({
          key: fc.constant("automation-1"),
          pipeline: fc.constant("pipeline-1"),
          stage: fc.constant(firstStage),
          trigger: fc.constantFrom(
            "deal-created" as const,
            "stage-entered" as const,
            "stage-left" as const,
            "before-due" as const,
            "overdue" as const,
            "no-answer" as const,
            "no-contact" as const,
            "deferred" as const,
          ),
          does: fc.constantFrom(
            "create-task" as const,
            "notify-client" as const,
            "notify-colleague" as const,
            "set-field" as const,
            "change-owner" as const,
            "block-move" as const,
            "escalate" as const,
            "create-doc" as const,
            "other" as const,
          ),
          text: name,
          role: maybe(oneOf(roles)),
          after: maybe(duration),
          source: fc.constant(source),
        }),
      ),
      procedures: some(
        fc.record({
          key: fc.constant("procedure-1"),
          name,
          pipeline: fc.constant(null),
          steps: each(keys("step", 2), (key) => task(key, roles, fields)),
          source: fc.constant(source),
        }),
      ),
      guides: some(
        fc.record({
          key: fc.constant("guide-1"),
          name,
          pipeline: fc.constant(null),
          lines: fc.array(name, { maxLength: 2 }),
          pairs: fc.constant([]),
          source: fc.constant(source),
        }),
      ),
      intake: some(setting("intake")),
      settings: some(setting("setting")),
      reports: some(measure("report")),
      kpis: some(measure("kpi")),
      notExpressed: some(
        name.map((question) => ({
          question,
          reason: "people" as const,
          why: { ru: "Правило для людей", en: "A rule for people" },
          source,
        })),
      ),
    });
  })
  .map((pipeline) => Pipeline.parse(JSON.parse(JSON.stringify(pipeline))));
