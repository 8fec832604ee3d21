import { given, type Material, optionalRole, pipelineKey, roleKey, sourceOf } from "./given.ts";
import { durationOf } from "./norms.ts";
import type { Pipeline } from "./shape.ts";

/** Powers in money, per cent or days, as rules on one question give them. */
export const composeLimits = (material: Material, question: string): Pipeline["discountLimits"] =>
  given(material, question, "limit").flatMap(({ rule, answer }) =>
    answer.limits.map(({ role, max, unit, condition, approverAbove, decisionWithin, floor }, at) => ({
      key: material.keys("limit", `${rule.question}#${at}`, `${question} ${role}`),
      pipeline: pipelineKey(material, rule.dealType),
      role: roleKey(material, role, rule),
      max,
      unit,
      condition: condition ?? null,
      approverAbove: optionalRole(material, approverAbove, rule),
      decisionWithin: durationOf(material, decisionWithin),
      floor: floor ?? null,
      source: sourceOf(rule),
    })),
  );
