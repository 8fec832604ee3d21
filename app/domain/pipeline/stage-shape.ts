import { z } from "zod";
import { Duration } from "../duration.ts";

/** A readable name that stays the same from edition to edition, so that a second export updates instead of doubling. */
export const Key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "a key such as measurement-result");

/** The adopted rule that an element comes from. */
const Source = z.strictObject({
  rule: z.string().regex(/^R-\d{2,}$/),
  version: z.number().int().positive(),
  adoption: z.enum(["unanimous", "almost-unanimous", "trial", "head"]),
});
export type Source = z.infer<typeof Source>;

/** The parts that every element has: which rules it comes from, and of which pipeline it is (null: of all). */
export const source = z.array(Source).min(1);
export const pipeline = Key.nullable();
export const Choice = z.strictObject({ key: Key, name: z.string() });

const Lines = z.strictObject({ lines: z.array(z.string()).min(1), source });

export const Norm = z.strictObject({
  key: Key,
  about: z.string(),
  pipeline,
  what: z.string(),
  limit: Duration,
  startEvent: z.string().nullable(),
  calendar: z.enum(["working", "round-the-clock"]).nullable(),
  warnBefore: Duration.nullable(),
  escalateTo: Key.nullable(),
  source,
});

export const Task = z.strictObject({
  key: Key,
  title: z.string(),
  role: Key.nullable(),
  mode: z.enum(["do", "control"]),
  counterpart: z.enum(["client", "colleague", "system"]),
  recordIn: Key.nullable(),
  due: Duration.nullable(),
  mandatory: z.boolean(),
  source,
});

/** What happens when the result of a stage is refused; `reason` and `retry` are the fields that the rule says to fill in. */
const ResultRule = z.strictObject({
  field: Key,
  rejected: z.string(),
  reason: Key.nullable(),
  retry: Key.nullable(),
  returnTo: Key,
  steps: z.array(Task),
  source,
});

export const Check = z.strictObject({
  key: Key,
  about: z.string(),
  pipeline,
  role: Key,
  signs: z.array(z.string()).min(1),
  source,
});

const Transition = z.strictObject({ to: Key, kind: z.enum(["forward", "back", "outcome"]), source });

/** A stage of work is `open`; the other three are where a deal ends or waits. */
export const PipelineStage = z.strictObject({
  key: Key,
  name: z.string(),
  order: z.number().int().positive(),
  outcome: z.enum(["open", "won", "lost", "deferred"]),
  color: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, "a colour such as #98cbff")
    .optional(),
  entry: Lines.nullable(),
  exit: Lines.nullable(),
  responsible: z.strictObject({ role: Key, source }).nullable(),
  requiredFields: z.array(z.strictObject({ field: Key, to: z.enum(["enter", "leave"]), source })),
  norms: z.array(Norm),
  result: ResultRule.nullable(),
  tasks: z.array(Task),
  checks: z.array(Check),
  transitions: z.array(Transition),
  guide: z.array(z.strictObject({ text: z.string(), source })),
  source,
});
export type PipelineStage = z.infer<typeof PipelineStage>;
