import { say } from "../language.ts";
import { wordsOnFields } from "./fields.ts";
import { feeds, joined, type Material, pipelineKey, roleKey, sourceOf } from "./given.ts";
import type { Pipeline } from "./shape.ts";

type Measure = Pipeline["reports"][number];

/** Reports are read by somebody at some rhythm, indicators are counted by a formula. */
export const composeMeasures = (material: Material): { reports: Measure[]; kpis: Measure[] } => {
  const collected = wordsOnFields(material);
  const all = material.rules.flatMap((rule) => {
    if (rule.answer.kind !== "metrics") return [];
    const isReport = !feeds(material, rule, "kpi");
    return rule.answer.metrics.map((metric) => {
      const measure: Measure = {
        key: material.keys(isReport ? "report" : "kpi", idOf(material, metric.name) ?? `/${metric.name}`, metric.name),
        about: rule.questionId,
        pipeline: pipelineKey(material, rule.dealType),
        name: metric.name,
        formula: metric.formula ?? null,
        sources: metric.sourceFields
          .filter((id) => isSystem(id) || collected.has(id))
          .map((id) => (isSystem(id) ? id : material.keys("field", id))),
        missing: metric.sourceFields.filter((id) => !isSystem(id) && !collected.has(id)),
        audience: metric.audience.map((role) => roleKey(material, role, rule)),
        frequency: metric.frequency ?? null,
        decision: metric.decision ?? null,
        baseline: metric.baseline ?? null,
        target: metric.target ?? null,
        source: sourceOf(rule),
      };
      return { measure, isReport };
    });
  });
  return {
    reports: once(all.filter(({ isReport }) => isReport).map(({ measure }) => measure)),
    kpis: once(all.filter(({ isReport }) => !isReport).map(({ measure }) => measure)),
  };
};

/** The same indicator may be a goal, a duty and a figure of the order: it is counted once, for all of these rules. */
const once = (measures: Measure[]): Measure[] => {
  const byKey = new Map<string, Measure>();
  for (const measure of measures) {
    const known = byKey.get(measure.key);
    byKey.set(
      measure.key,
      known
        ? {
            ...known,
            pipeline: known.pipeline === measure.pipeline ? known.pipeline : null,
            formula: known.formula ?? measure.formula,
            audience: [...new Set([...known.audience, ...measure.audience])],
            frequency: known.frequency ?? measure.frequency,
            decision: known.decision ?? measure.decision,
            baseline: known.baseline ?? measure.baseline,
            target: known.target ?? measure.target,
            source: joined(known.source, measure.source),
          }
        : measure,
    );
  }
  return [...byKey.values()];
};

export const isSystem = (source: string): boolean => source.startsWith("sys.");

/** A report or indicator of the dictionary keeps its key in every language. */
const idOf = ({ catalogue, language }: Material, name: string): string | undefined =>
  Object.entries({ ...catalogue.reports, ...catalogue.kpis }).find(
    ([, entry]) => say(entry.name, language) === name,
  )?.[0];
