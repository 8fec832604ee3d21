import type { Rule } from "../rule.ts";
import type { Stage } from "../stage.ts";
import type { Chain } from "./chain.ts";
import { given, type Material, roleKey, sourceOf, stageKey } from "./given.ts";
import { packageStage } from "./handoffs.ts";
import { normOf } from "./norms.ts";
import { outcomeStages } from "./outcomes.ts";
import { checksOf } from "./permissions.ts";
import type { PipelineStage } from "./shape.ts";
import { refusalFields, responsibleFor, stageRules } from "./stage-rules.ts";
import { taskOf, tasksAtStage } from "./tasks.ts";
import { transitionsOf } from "./transitions.ts";

/** The stages of work in the order of the chain, then those where a deal ends or waits. */
export const composeStages = (material: Material, chain: Chain): PipelineStage[] => {
  const outcomes = outcomeStages(material, chain);
  const work = chain.stages.map((stage, at): PipelineStage => {
    const about = stageRules(material, chain, stage);
    const transitions = transitionsOf(material, chain, at, outcomes);
    const responsible = responsibleFor(material, chain, stage);
    return {
      key: stageKey(material, chain.dealType.id, stage.id),
      name: stage.name,
      order: at + 1,
      outcome: "open",
      entry: linesOf(material, chain, stage, "stage-entry"),
      exit: linesOf(material, chain, stage, "stage-exit"),
      responsible: responsible && {
        role: roleKey(material, responsible.role, responsible.rule),
        source: sourceOf(responsible.rule),
      },
      requiredFields: requiredFields(material, chain, stage),
      norms: given(material, "stage-time-norm", "duration", chain.dealType.id, stage.id).flatMap(({ rule, answer }) =>
        answer.norms.map((norm, number) => normOf(material, rule, norm, number)),
      ),
      result: resultRule(material, chain, stage),
      tasks: tasksAtStage(material, chain.dealType.id, stage.id),
      checks: about.flatMap((rule) => checksOf(material, rule)),
      transitions,
      guide: about.map((rule) => ({ text: rule.text, source: sourceOf(rule) })),
      source: sourceOf(chain.rule, ...about),
    };
  });
  return [...work, ...outcomes.map((outcome, at) => ({ ...outcome, order: work.length + at + 1 }))];
};

const linesOf = (material: Material, { dealType }: Chain, stage: Stage, question: string) => {
  const [answered] = given(material, question, "text", dealType.id, stage.id);
  return answered ? { lines: answered.answer.lines, source: sourceOf(answered.rule) } : null;
};

const requiredFields = (material: Material, chain: Chain, stage: Stage): PipelineStage["requiredFields"] => {
  const wanted = new Map<string, { to: "enter" | "leave"; rules: readonly Rule[] }>();
  const want = (field: string, to: "enter" | "leave", rule: Rule) => {
    const known = wanted.get(field);
    wanted.set(field, { to: known?.to ?? to, rules: [...(known?.rules ?? []), rule] });
  };
  for (const rule of material.rules) {
    if (rule.answer.kind !== "fields" || (rule.dealType !== null && rule.dealType !== chain.dealType.id)) continue;
    const received = rule.questionId === "handoff-package" && packageStage(material, chain)?.id === stage.id;
    for (const { fieldId, required, requiredFromStage } of rule.answer.fields)
      if (required && received) want(fieldId, "enter", rule);
      else if (required && (requiredFromStage ?? rule.stage) === stage.id) want(fieldId, "leave", rule);
  }
  return [...wanted].map(([field, { to, rules }]) => ({
    field: material.keys("field", field),
    to,
    source: sourceOf(...rules),
  }));
};

const resultRule = (material: Material, chain: Chain, stage: Stage): PipelineStage["result"] => {
  const [answered] = given(material, "stage-rejected-result", "steps", chain.dealType.id, stage.id);
  const { rejection } = stage;
  if (!answered || !rejection) return null;
  const { rule, answer } = answered;
  const { reason, retry } = refusalFields(material, rejection, answer);
  const named = (field: string | null) => (field === null ? null : material.keys("field", field));
  const back = chain.stages.some(({ id }) => id === rejection.backTo) ? rejection.backTo : stage.id;
  return {
    field: material.keys("field", rejection.field),
    rejected: rejection.value,
    reason: named(reason),
    retry: named(retry),
    returnTo: stageKey(material, chain.dealType.id, back),
    steps: answer.steps.map((step, at) => taskOf(material, rule, step, at)),
    source: sourceOf(rule),
  };
};
