import { z } from "zod";
import { Duration } from "./duration.ts";

const Line = z.string().trim().min(1).max(2000);
const Id = z.string().min(1).max(120);

/** Field types that every target CRM knows in some form. */
export const FieldType = z.enum([
  "text",
  "textarea",
  "number",
  "money",
  "percent",
  "date",
  "datetime",
  "select",
  "multiselect",
  "checkbox",
  "phone",
  "email",
  "url",
  "file",
  "user",
  "address",
]);
export type FieldType = z.infer<typeof FieldType>;

export const FieldChoice = z.strictObject({
  fieldId: Id,
  label: Line,
  type: FieldType,
  required: z.boolean(),
  requiredFromStage: Id.optional(),
  filledBy: Id.optional(),
  auto: z.boolean().default(false),
  usedIn: z.array(Line).default([]),
});
export type FieldChoice = z.infer<typeof FieldChoice>;

export const Assignment = z.strictObject({
  from: Id,
  to: Id,
  subject: Line,
  acceptWithin: Duration.optional(),
  due: Duration.optional(),
});
export type Assignment = z.infer<typeof Assignment>;

export const Norm = z.strictObject({
  what: Line,
  limit: Duration,
  startEvent: Line.optional(),
  calendar: z.enum(["working", "round-the-clock"]).optional(),
  warnBefore: Duration.optional(),
  escalateTo: Id.optional(),
});
export type Norm = z.infer<typeof Norm>;

export const Limit = z.strictObject({
  role: Id,
  max: z.number().nonnegative(),
  unit: z.enum(["percent", "money", "days"]),
  condition: Line.optional(),
  approverAbove: Id.optional(),
  decisionWithin: Duration.optional(),
  floor: Line.optional(),
});
export type Limit = z.infer<typeof Limit>;

export const Metric = z.strictObject({
  name: Line,
  formula: Line.optional(),
  sourceFields: z.array(Id).default([]),
  audience: z.array(Id).default([]),
  frequency: Line.optional(),
  decision: Line.optional(),
  baseline: Line.optional(),
  target: Line.optional(),
});
export type Metric = z.infer<typeof Metric>;

export const LossReason = z.strictObject({
  id: Id,
  name: Line,
  group: Line,
  commentRequired: z.boolean().default(false),
  returnAfter: Duration.optional(),
});
export type LossReason = z.infer<typeof LossReason>;

/** `stage` is set where a step stands for a stage of the chain (`deal-stage-chain`). */
export const Step = z.strictObject({
  text: Line,
  who: Id.optional(),
  mode: z.enum(["do", "control"]).default("do"),
  counterpart: z.enum(["client", "colleague", "system"]).default("client"),
  recordIn: Id.optional(),
  due: Duration.optional(),
  mandatory: z.boolean().default(true),
  stage: Id.optional(),
});
export type Step = z.infer<typeof Step>;

export const Pair = z.strictObject({ left: Line, right: Line, proof: Line.optional(), kpi: Id.optional() });
export type Pair = z.infer<typeof Pair>;

/**
 * The typed answer of a proposal, one shape per answer kind (domain brief §2.1). Roles, stages, fields and options
 * are named by their ids in the workshop; labels travel with the answer where a person may add an own one.
 */
export const Answer = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("text"), lines: z.array(Line).min(1), purpose: Line.optional() }),
  z.strictObject({ kind: z.literal("single"), optionId: Id, own: Line.optional(), note: Line.optional() }),
  z
    .strictObject({ kind: z.literal("multi"), optionIds: z.array(Id), own: z.array(Line).default([]) })
    .refine((a) => a.optionIds.length + a.own.length > 0, { path: ["optionIds"], message: "empty" }),
  z
    .strictObject({
      kind: z.literal("role"),
      accountable: Id.optional(),
      legs: z.array(z.strictObject({ fromStage: Id, toStage: Id, role: Id })).default([]),
      assignments: z.array(Assignment).default([]),
      checks: z.array(z.strictObject({ role: Id, signs: z.array(Line).min(1) })).default([]),
    })
    .refine((a) => a.accountable || a.legs.length + a.assignments.length + a.checks.length > 0, {
      path: ["accountable"],
      message: "empty",
    }),
  z.strictObject({ kind: z.literal("fields"), fields: z.array(FieldChoice).min(1) }),
  z.strictObject({ kind: z.literal("duration"), norms: z.array(Norm).min(1) }),
  z.strictObject({ kind: z.literal("limit"), limits: z.array(Limit).min(1) }),
  z.strictObject({ kind: z.literal("metrics"), metrics: z.array(Metric).min(1) }),
  z.strictObject({ kind: z.literal("lossReasons"), reasons: z.array(LossReason).min(1) }),
  z.strictObject({ kind: z.literal("steps"), steps: z.array(Step).min(1) }),
  z.strictObject({ kind: z.literal("pairs"), pairs: z.array(Pair).min(1) }),
  z.strictObject({
    kind: z.literal("yesno"),
    value: z.boolean(),
    condition: Line.optional(),
    exceptions: z.array(Line).default([]),
  }),
]);
export type Answer = z.infer<typeof Answer>;
export type AnswerOf<K extends Answer["kind"]> = Extract<Answer, { kind: K }>;
