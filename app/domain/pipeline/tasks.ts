import type { Step } from "../answer.ts";
import { say } from "../language.ts";
import type { Rule } from "../rule.ts";
import { chainStageKey, type Material, optionalRole, pipelineKey, questionOfRule, sourceOf } from "./given.ts";
import { durationOf } from "./norms.ts";
import type { Pipeline } from "./shape.ts";

type Procedure = Pipeline["procedures"][number];
type ComposedTask = Procedure["steps"][number];

export const taskOf = (material: Material, rule: Rule, step: Step, at: number): ComposedTask => ({
  key: material.keys("task", `${rule.question}#${at}`, [rule.stage ?? step.stage, step.text].filter(Boolean).join(" ")),
  title: step.text,
  role: optionalRole(material, step.who, rule),
  mode: step.mode,
  counterpart: step.counterpart,
  recordIn: step.recordIn === undefined ? null : material.keys("field", step.recordIn),
  due: durationOf(material, step.due),
  mandatory: step.mandatory,
  source: sourceOf(rule),
});

const ELSEWHERE = new Set(["deal-stage-chain", "stage-rejected-result"]);

/** Steps that people take at a stage: those asked about the stage, and steps of other rules that name it. */
export const tasksAtStage = (material: Material, dealType: string, stage: string): ComposedTask[] =>
  material.rules.flatMap((rule) => {
    if (rule.answer.kind !== "steps" || ELSEWHERE.has(rule.questionId)) return [];
    if (rule.dealType !== null && rule.dealType !== dealType) return [];
    return rule.answer.steps.flatMap((step, at) =>
      rule.stage === stage || (rule.stage === null && step.stage === stage) ? [taskOf(material, rule, step, at)] : [],
    );
  });

/** Steps in an order of their own, which belong to no single stage: scripts, routines, what follows a win. */
export const composeProcedures = (material: Material): Procedure[] =>
  material.rules.flatMap((rule) => {
    if (rule.answer.kind !== "steps" || rule.stage !== null || ELSEWHERE.has(rule.questionId)) return [];
    const steps = rule.answer.steps.flatMap((step, at) =>
      step.stage !== undefined && standsAtStage(material, rule, step.stage) ? [] : [taskOf(material, rule, step, at)],
    );
    if (steps.length === 0) return [];
    return [
      {
        key: material.keys("procedure", rule.question, rule.questionId),
        name: say(questionOfRule(material, rule).wording, material.language),
        pipeline: pipelineKey(material, rule.dealType),
        steps,
        source: sourceOf(rule),
      },
    ];
  });

const standsAtStage = (material: Material, rule: Rule, stage: string): boolean =>
  material.chains.some(
    ({ dealType }) =>
      (rule.dealType === null || rule.dealType === dealType.id) && chainStageKey(material, dealType.id, stage) !== null,
  );
