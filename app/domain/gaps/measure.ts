import { given } from "../pipeline/given.ts";
import type { Pipeline } from "../pipeline/shape.ts";
import type { Checks, Evidence, Finding } from "./evidence.ts";

type Measure = Pipeline["reports"][number];

/** A figure needs fields to be counted from, a formula, and somebody who decides something by it. */
export const MEASURE = {
  "report-no-source": (evidence) =>
    [...evidence.pipeline.reports, ...evidence.pipeline.kpis]
      .filter(({ missing }) => missing.length > 0)
      .map((measure) => finding(evidence, measure, `${measure.name} (${fieldNames(evidence, measure.missing)})`)),
  "report-no-reader": (evidence) =>
    evidence.pipeline.reports
      .filter(({ audience, decision }) => audience.length === 0 || decision === null)
      .map((measure) => finding(evidence, measure)),
  "kpi-no-formula": (evidence) =>
    evidence.pipeline.kpis.filter(({ formula }) => formula === null).map((measure) => finding(evidence, measure)),
  "kpi-no-baseline": (evidence) =>
    given(evidence, "goals-success-figures", "metrics").flatMap(({ rule, answer }) =>
      answer.metrics
        .filter(({ baseline }) => baseline === undefined)
        .map(({ name }) => ({ detail: name, question: rule.question })),
    ),
} satisfies Checks;

/** Fields that nobody collects are called as the dictionary calls them. */
const fieldNames = ({ catalogue, language }: Evidence, ids: readonly string[]): string =>
  ids.map((id) => catalogue.fields[id]?.name[language] ?? id).join(", ");

const finding = ({ rules }: Evidence, { name, source }: Pick<Measure, "name" | "source">, detail = name): Finding => {
  const question = rules.find(({ id }) => id === source[0]?.rule)?.question;
  return { detail, ...(question !== undefined && { question }) };
};
