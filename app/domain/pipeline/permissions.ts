import type { Rule } from "../rule.ts";
import { chainStageKey, feeds, given, type Material, optionName, pipelineKey, roleKey, sourceOf } from "./given.ts";
import { durationOf } from "./norms.ts";
import type { Pipeline } from "./shape.ts";

/** Who looks at what, by which signs; where the question is about rights, the signs are rights (see below). */
export const checksOf = (material: Material, rule: Rule): Pipeline["checks"] =>
  rule.answer.kind !== "role" || feeds(material, rule, "permission")
    ? []
    : rule.answer.checks.map(({ role, signs }, at) => ({
        key: material.keys("check", `${rule.question}#${at}`, `${rule.questionId} ${rule.stage ?? ""}`),
        about: rule.questionId,
        pipeline: pipelineKey(material, rule.dealType),
        role: roleKey(material, role, rule),
        signs,
        source: sourceOf(rule),
      }));

export const composeChecks = (material: Material): Pipeline["checks"] =>
  material.rules.filter(({ stage }) => stage === null).flatMap((rule) => checksOf(material, rule));

/** What a role may do that others may not, and who sees what. */
export const composePermissions = (material: Material): Pipeline["permissions"] => {
  const permission = (rule: Rule, at: number, role: string | null, allows: string[]) => ({
    key: material.keys("permission", `${rule.question}#${at}`, rule.questionId),
    about: rule.questionId,
    pipeline: pipelineKey(material, rule.dealType),
    role: role === null ? null : roleKey(material, role, rule),
    allows,
    source: sourceOf(rule),
  });
  const visible = given(material, "access-visibility", "single").map(({ rule, answer }) =>
    permission(rule, 0, null, [answer.own ?? optionName(material, rule, answer.optionId)]),
  );
  const entitled = material.rules.flatMap((rule) => {
    if (rule.answer.kind !== "role" || rule.stage !== null) return [];
    const { accountable, legs, checks } = rule.answer;
    const rights = feeds(material, rule, "permission") ? checks : [];
    return [
      ...(accountable === undefined || legs.length > 0 ? [] : [permission(rule, 0, accountable, [rule.text])]),
      ...rights.map(({ role, signs }, at) => permission(rule, at + 1, role, signs)),
    ];
  });
  return [...visible, ...entitled];
};

/** Who gives what to whom, for the company and at each stage. */
export const composeAssignments = (material: Material): Pipeline["assignments"] =>
  material.rules.flatMap((rule) => {
    if (rule.answer.kind !== "role") return [];
    const stage = chainStageKey(material, rule.dealType, rule.stage);
    if (rule.stage !== null && stage === null) return [];
    return rule.answer.assignments.map(({ from, to, subject, acceptWithin, due }, at) => ({
      key: material.keys("assignment", `${rule.question}#${at}`, `${rule.stage ?? ""} ${from} ${to}`),
      about: rule.questionId,
      pipeline: pipelineKey(material, rule.dealType),
      stage,
      from: roleKey(material, from, rule),
      to: roleKey(material, to, rule),
      subject,
      acceptWithin: durationOf(material, acceptWithin),
      due: durationOf(material, due),
      source: sourceOf(rule),
    }));
  });

/** Who leads the order from which stage to which; a leg that leaves the chain is cut to it. */
export const ownersOf = (material: Material, dealType: string): Pipeline["pipelines"][number]["owners"] =>
  given(material, "roles-order-owner", "role", dealType).flatMap(({ rule, answer }) => {
    const stages = material.chains.find((chain) => chain.dealType.id === dealType)?.stages ?? [];
    const whole = { fromStage: stages[0]?.id ?? "", toStage: stages.at(-1)?.id ?? "" };
    const legs = answer.legs.length > 0 || !answer.accountable ? answer.legs : [{ ...whole, role: answer.accountable }];
    return legs.flatMap(({ fromStage, toStage, role }) => {
      const from = chainStageKey(material, dealType, fromStage);
      const to = chainStageKey(material, dealType, toStage);
      return from && to ? [{ role: roleKey(material, role, rule), from, to, source: sourceOf(rule) }] : [];
    });
  });
