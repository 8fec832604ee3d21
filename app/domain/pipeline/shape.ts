import { z } from "zod";
import { FieldType } from "../answer.ts";
import { Duration } from "../duration.ts";
import { Bilingual, Language } from "../language.ts";
import { Check, Choice, Key, Norm, PipelineStage, pipeline, source, Task } from "./stage-shape.ts";

export type { PipelineStage, Source } from "./stage-shape.ts";

const Setting = z.strictObject({
  key: Key,
  about: z.string(),
  name: z.string(),
  pipeline,
  choices: z.array(Choice),
  yes: z.boolean().nullable(),
  condition: z.string().nullable(),
  exceptions: z.array(z.string()),
  source,
});

const Limit = z.strictObject({
  key: Key,
  pipeline,
  role: Key,
  max: z.number().nonnegative(),
  unit: z.enum(["percent", "money", "days"]),
  condition: z.string().nullable(),
  approverAbove: Key.nullable(),
  decisionWithin: Duration.nullable(),
  floor: z.string().nullable(),
  source,
});

/** `sources` are keys of fields and, with `sys.`, what every CRM knows by itself; `missing` are fields nobody collects. */
const Measure = z.strictObject({
  key: Key,
  about: z.string(),
  pipeline,
  name: z.string(),
  formula: z.string().nullable(),
  sources: z.array(z.string()),
  missing: z.array(z.string()),
  audience: z.array(Key),
  frequency: z.string().nullable(),
  decision: z.string().nullable(),
  baseline: z.string().nullable(),
  target: z.string().nullable(),
  source,
});

const Field = z.strictObject({
  key: Key,
  name: z.string(),
  type: FieldType,
  entity: z.enum(["contact", "company", "deal"]),
  options: z.array(Choice),
  required: z.boolean(),
  auto: z.boolean(),
  autoBy: z.string().nullable(),
  filledBy: Key.nullable(),
  usedIn: z.array(z.string()),
  source,
});

const Automation = z.strictObject({
  key: Key,
  pipeline,
  stage: Key.nullable(),
  trigger: z.enum([
    "deal-created",
    "stage-entered",
    "stage-left",
    "before-due",
    "overdue",
    "no-answer",
    "no-contact",
    "deferred",
  ]),
  does: z.enum([
    "create-task",
    "notify-client",
    "notify-colleague",
    "set-field",
    "change-owner",
    "block-move",
    "escalate",
    "create-doc",
    "other",
  ]),
  text: z.string(),
  role: Key.nullable(),
  after: Duration.nullable(),
  source,
});
export type Automation = z.infer<typeof Automation>;

/** Of the shape; semantic. */
export const VERSION = "1.0.0";

/**
 * The vendor-neutral configuration that the adopted rules amount to. Every element names in `source` the rules that it
 * comes from; `notExpressed` lists the adopted rules that no element of a CRM can carry, with the reason.
 */
export const Pipeline = z.strictObject({
  format: z.literal("reglament.pipeline"),
  version: z.literal(VERSION),
  company: z.string(),
  title: z.string(),
  language: Language,
  edition: z.strictObject({ date: z.iso.date(), rules: z.number().int().nonnegative() }),
  dealTypes: z.array(
    z.strictObject({
      key: Key,
      name: z.string(),
      pipeline,
      example: z.string().nullable(),
      specifics: z.array(z.string()),
      source,
    }),
  ),
  pipelines: z.array(
    z.strictObject({
      key: Key,
      name: z.string(),
      dealType: Key,
      stages: z.array(PipelineStage),
      won: z
        .strictObject({ moment: z.string(), stage: Key.nullable(), completedAt: Key.nullable(), source })
        .nullable(),
      owners: z.array(z.strictObject({ role: Key, from: Key, to: Key, source })),
      source,
    }),
  ),
  fields: z.array(Field),
  roles: z.array(
    z.strictObject({
      key: Key,
      name: z.string(),
      department: z.string().nullable(),
      responsibleFor: z.array(Key),
      source,
    }),
  ),
  assignments: z.array(
    z.strictObject({
      key: Key,
      about: z.string(),
      pipeline,
      stage: Key.nullable(),
      from: Key,
      to: Key,
      subject: z.string(),
      acceptWithin: Duration.nullable(),
      due: Duration.nullable(),
      source,
    }),
  ),
  handoffs: z.array(
    z.strictObject({
      key: Key,
      pipeline: Key,
      fromStage: Key,
      toStage: Key,
      fromRole: Key,
      toRole: Key,
      package: z.array(Key),
      acceptWithin: Duration.nullable(),
      source,
    }),
  ),
  lossReasons: z.array(
    z.strictObject({
      key: Key,
      pipeline,
      name: z.string(),
      group: Choice,
      commentRequired: z.boolean(),
      returnAfter: Duration.nullable(),
      source,
    }),
  ),
  discountLimits: z.array(Limit),
  bonuses: z.array(Limit),
  paymentTerms: z.array(Limit),
  permissions: z.array(
    z.strictObject({
      key: Key,
      about: z.string(),
      pipeline,
      role: Key.nullable(),
      allows: z.array(z.string()).min(1),
      source,
    }),
  ),
  checks: z.array(Check),
  norms: z.array(Norm),
  automations: z.array(Automation),
  procedures: z.array(z.strictObject({ key: Key, name: z.string(), pipeline, steps: z.array(Task).min(1), source })),
  guides: z.array(
    z.strictObject({
      key: Key,
      name: z.string(),
      pipeline,
      lines: z.array(z.string()),
      pairs: z.array(z.strictObject({ left: z.string(), right: z.string(), proof: z.string().nullable() })),
      source,
    }),
  ),
  intake: z.array(Setting),
  settings: z.array(Setting),
  reports: z.array(Measure),
  kpis: z.array(Measure),
  notExpressed: z.array(
    z.strictObject({
      question: z.string(),
      reason: z.enum(["people", "told-only", "stage-not-in-chain", "empty"]),
      why: Bilingual,
      source,
    }),
  ),
});
export type Pipeline = z.infer<typeof Pipeline>;

/** The published JSON Schema of `pipeline.json`; the last number of `$id` changes only with a breaking change (`CHANGELOG.md` in `exports/pipeline`). */
export const pipelineSchema = () => {
  const { $schema, ...schema } = z.toJSONSchema(Pipeline);
  return {
    $schema,
    $id: "urn:reglament:pipeline:1",
    title: "Reglament pipeline",
    $comment: `version ${VERSION}`,
    ...schema,
  };
};
