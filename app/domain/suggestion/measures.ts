import type { AnswerOf, Metric } from "../answer.ts";
import { kpiMetric, lossReasonOf, reportMetric } from "../catalogue.ts";
import { type Ground, known } from "./ground.ts";

/** Few figures are looked at; what one order is judged by may be more. */
const FEW = 3;

/** Reports and indicators of the template, as far as the chain collects what they are counted from. */
export const metrics = (ground: Ground): AnswerOf<"metrics"> | null => {
  const { question, template, catalogue, workshop, head } = ground;
  if (!template) return null;
  const { language } = workshop;
  const isReport = question.id === "reports-operational";
  const all = isReport
    ? template.reports.flatMap((id) => reportMetric(catalogue, id, language) ?? [])
    : template.kpis.flatMap((id) => kpiMetric(catalogue, id, language) ?? []);
  const countable = all.filter((metric) => isCountable(ground, metric));
  const some = isReport || question.id === "reports-order-kpi" ? countable : countable.slice(0, FEW);
  const made = some.map((metric): Metric => {
    const readers = metric.audience.filter((role) => known(ground, role));
    return { ...metric, audience: readers.length === 0 && isReport && head ? [head] : readers };
  });
  return made.length > 0 ? { kind: "metrics", metrics: made } : null;
};

const isCountable = ({ collected, template }: Ground, { sourceFields }: Metric): boolean => {
  const { lost, deferred } = template?.outcomes ?? {};
  const known = new Set([...collected, ...(lost?.require ?? []), ...(deferred?.require ?? [])]);
  return sourceFields.every((source) => source.startsWith("sys.") || known.has(source));
};

export const lossReasons = ({ catalogue, template, workshop }: Ground): AnswerOf<"lossReasons"> | null => {
  const reasons = (template?.lossReasons ?? []).flatMap((id) => lossReasonOf(catalogue, id, workshop.language) ?? []);
  return reasons.length > 0 ? { kind: "lossReasons", reasons } : null;
};
