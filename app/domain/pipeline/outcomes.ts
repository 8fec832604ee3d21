import { say } from "../language.ts";
import type { Rule } from "../rule.ts";
import type { Chain } from "./chain.ts";
import { chainStageKey, given, type Material, optionName, pipelineKey, sourceOf } from "./given.ts";
import { durationOf } from "./norms.ts";
import type { Pipeline, PipelineStage } from "./shape.ts";

type Won = Pipeline["pipelines"][number]["won"];

/** Where a deal ends or waits, as far as rules speak of it: what wins it, why it is lost, when it comes back. */
export const outcomeStages = (material: Material, { dealType }: Chain): PipelineStage[] => {
  const rulesOn = <K extends "single" | "lossReasons" | "duration">(question: string, kind: K): Rule[] =>
    given(material, question, kind, dealType.id).map(({ rule }) => rule);
  const ends = [
    { outcome: "won", rules: rulesOn("deal-win-moment", "single"), fields: [] },
    { outcome: "lost", rules: rulesOn("outcome-loss-reasons", "lossReasons"), fields: ["loss-reason"] },
    { outcome: "deferred", rules: rulesOn("outcome-deferred", "duration"), fields: ["return-date"] },
  ] as const;
  return ends
    .filter(({ rules }) => rules.length > 0)
    .map(({ outcome, rules, fields }) => ({
      key: material.keys("stage", `${dealType.id}//${outcome}`, outcome, `${dealType.id} ${outcome}`),
      name: dealType.outcomes[outcome],
      order: 1,
      outcome,
      entry: null,
      exit: null,
      responsible: null,
      requiredFields: fields.map((field) => ({
        field: material.keys("field", field),
        to: "enter" as const,
        source: sourceOf(...rules),
      })),
      norms: [],
      result: null,
      tasks: [],
      checks: [],
      transitions: [],
      guide: rules.map((rule) => ({ text: rule.text, source: sourceOf(rule) })),
      source: sourceOf(...rules),
    }));
};

/** The event that wins a deal; which stage that is, the set-up of the deal type says. */
export const wonMoment = (material: Material, { dealType }: Chain): Won => {
  const [answered] = given(material, "deal-win-moment", "single", dealType.id);
  if (!answered) return null;
  const { rule, answer } = answered;
  const stage =
    chainStageKey(material, dealType.id, answer.optionId) ?? chainStageKey(material, dealType.id, dealType.wonAt);
  return {
    moment: answer.own ?? optionName(material, rule, answer.optionId),
    stage,
    completedAt: chainStageKey(material, dealType.id, dealType.completedAt),
    source: sourceOf(rule),
  };
};

export const composeLossReasons = (material: Material): Pipeline["lossReasons"] =>
  given(material, "outcome-loss-reasons", "lossReasons").flatMap(({ rule, answer }) =>
    answer.reasons.map((reason) => {
      const group = material.catalogue.lossReasonGroups[reason.group];
      const name = group ? say(group, material.language) : reason.group;
      return {
        key: material.keys("lossReason", reason.id, reason.name),
        pipeline: pipelineKey(material, rule.dealType),
        name: reason.name,
        group: { key: material.keys("lossGroup", reason.group, name), name },
        commentRequired: reason.commentRequired,
        returnAfter: durationOf(material, reason.returnAfter),
        source: sourceOf(rule),
      };
    }),
  );
