import type { Norm as AnsweredNorm } from "../answer.ts";
import type { Duration } from "../duration.ts";
import type { Rule } from "../rule.ts";
import { type Material, optionalRole, pipelineKey, sourceOf } from "./given.ts";
import type { Pipeline } from "./shape.ts";

type ComposedNorm = Pipeline["norms"][number];

/** A duration whose date field is named by its key. */
export const durationOf = (material: Material, duration: Duration | undefined): Duration | null =>
  duration === undefined
    ? null
    : duration.dateField === undefined
      ? duration
      : { ...duration, dateField: material.keys("field", duration.dateField) };

export const normOf = (material: Material, rule: Rule, norm: AnsweredNorm, at: number): ComposedNorm => ({
  key: material.keys("norm", `${rule.question}#${at}`, `${rule.questionId} ${rule.stage ?? ""}`),
  about: rule.questionId,
  pipeline: pipelineKey(material, rule.dealType),
  what: norm.what,
  limit: durationOf(material, norm.limit) ?? norm.limit,
  startEvent: norm.startEvent ?? null,
  calendar: norm.calendar ?? null,
  warnBefore: durationOf(material, norm.warnBefore),
  escalateTo: optionalRole(material, norm.escalateTo, rule),
  source: sourceOf(rule),
});

/** The norms of the company and of deal types; those of a stage stand at the stage. */
export const composeNorms = (material: Material): ComposedNorm[] =>
  material.rules.flatMap((rule) =>
    rule.answer.kind === "duration" && rule.stage === null
      ? rule.answer.norms.map((norm, at) => normOf(material, rule, norm, at))
      : [],
  );
