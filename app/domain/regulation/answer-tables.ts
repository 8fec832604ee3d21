import type { Answer, Assignment, Limit, Metric, Pair } from "../answer.ts";
import type { Rule } from "../rule.ts";
import { fieldsOf, fieldTable } from "./answer-blocks.ts";
import type { Scope } from "./scope.ts";
import { type Inline, plain, type Table, textOf } from "./tree.ts";

type Column = [name: string, share: number];

/** A table without the columns in which no row says anything; their width goes to the others. */
export const tableOf = (caption: string, columns: readonly Column[], rows: readonly Inline[][][]): Table => {
  const kept = columns.map((_, at) => at === 0 || rows.some((row) => !isNothing(textOf(row[at] ?? []))));
  const shares = columns.map(([, share], at) => (kept[at] ? share : 0));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const at = (index: number) => kept[index];
  const scaled = shares.filter(Boolean).map((share) => Math.floor((share * 100) / whole));
  const rest = 100 - scaled.reduce((sum, share) => sum + share, 0);
  return {
    kind: "table",
    caption,
    columns: columns
      .filter((_, index) => at(index))
      .map(([name], index) => ({ name, share: (scaled[index] ?? 0) + (index === scaled.length - 1 ? rest : 0) })),
    rows: rows.map((row) => row.filter((_, index) => at(index))),
  };
};

const isNothing = (text: string): boolean => text === "" || text === "—";

/** The answers that are read across as much as down; the others are lists. Null when the rule has none such. */
export const answerTable = (rule: Pick<Rule, "questionId" | "dealType" | "answer">, scope: Scope): Table | null => {
  const { answer, questionId } = rule;
  const { w } = scope.speech;
  switch (answer.kind) {
    case "limit":
      return limitTable(captionOfLimits(questionId, scope), answer.limits, scope);
    case "metrics":
      return metricTable(w.indicators, answer.metrics, scope, false);
    case "pairs":
      return pairTable(questionId, answer.pairs, scope);
    case "role":
      return answer.assignments.length === 0 ? null : assignmentTable(questionId, answer.assignments, scope);
    case "fields":
      return fieldTable(fieldsOf(rule, answer), scope) as Table;
    default:
      return null;
  }
};

/** What of an answer the table does not hold. */
export const besideTable = (answer: Answer): Answer | null =>
  answer.kind === "role" && (answer.accountable || answer.legs.length + answer.checks.length > 0)
    ? { ...answer, assignments: [] }
    : null;

const captionOfLimits = (questionId: string, { speech: { w } }: Scope): string =>
  ({
    "offer-discount-limits": w.discounts,
    "offer-bonuses": w.bonuses,
    "offer-payment-terms": w.payments,
  })[questionId] ?? w.limits;

/** Who may how much alone, who decides above that, and how soon. */
export const limitTable = (caption: string, limits: readonly Limit[], { speech, role }: Scope): Table =>
  tableOf(
    caption,
    [
      [speech.w.role, 20],
      [speech.w.ownLimit, 16],
      [speech.w.condition, 28],
      [speech.w.decides, 20],
      [speech.w.answerIn, 16],
    ],
    limits.map((limit) =>
      [
        role(limit.role),
        `${speech.w.upTo} ${speech.amount(limit.max, limit.unit, "genitive")}`,
        [limit.condition, limit.floor].filter(Boolean).join(". "),
        limit.approverAbove ? role(limit.approverAbove) : speech.w.nothing,
        limit.decisionWithin ? speech.duration(limit.decisionWithin, undefined, "accusative") : speech.w.nothing,
      ].map(plain),
    ),
  );

/** Indicators with their formulas, or reports with the decision that each serves; in full with readers and sources. */
export const metricTable = (
  caption: string,
  metrics: readonly Metric[],
  { speech, role, sourceName }: Scope,
  isFull = true,
): Table => {
  const { w } = speech;
  return tableOf(
    caption,
    [
      [
        metrics.every(({ decision }) => !decision)
          ? w.indicator
          : metrics.some(({ formula }) => formula)
            ? w.metric
            : w.report,
        24,
      ],
      [w.formula, 24],
      [w.decision, 22],
      [w.audience, 18],
      [w.frequency, 13],
      [w.baseline, 14],
      [w.target, 15],
      [w.sources, 20],
    ],
    metrics.map((metric) =>
      [
        metric.name,
        metric.formula,
        metric.decision?.replace(w.toDecide, ""),
        (isFull ? metric.audience : []).map(role).join(", "),
        metric.frequency,
        metric.baseline,
        metric.target,
        (isFull ? metric.sourceFields : []).map(sourceName).filter(Boolean).join(", "),
      ].map((cell) => plain(cell || w.nothing)),
    ),
  );
};

/** Pairs under the names that their question gives to left and right. */
export const pairTable = (questionId: string, pairs: readonly Pair[], { speech: { w } }: Scope): Table => {
  const [caption, left, right] = (
    {
      "objections-pairs": [w.objections, w.objection, w.ourAnswer],
      "offer-advantages": [w.advantages, w.advantage, w.benefit],
      "incentives-encouraged": [w.encouraged, w.encouraged, w.reward],
      "incentives-punishable": [w.violation, w.violation, w.consequence],
    } as Record<string, [string, string, string]>
  )[questionId] ?? [w.left, w.left, w.right];
  const proof = questionId.startsWith("incentives") ? w.confirmed : w.proof;
  return tableOf(
    caption,
    [
      [left, 32],
      [right, 40],
      [proof, 28],
    ],
    pairs.map((pair) => [pair.left, pair.right, pair.proof ?? w.nothing].map(plain)),
  );
};

/** From whom, to whom, about what, by when; a question about substitution names them otherwise. */
export const assignmentTable = (
  questionId: string,
  assignments: readonly Assignment[],
  { speech, role, fieldName }: Scope,
): Table => {
  const { w } = speech;
  const isSubstitution = questionId === "roles-substitution";
  return tableOf(
    isSubstitution ? w.substitutes : w.assignments,
    [
      [isSubstitution ? w.absent : w.whom, 23],
      [isSubstitution ? w.substitute : w.to, 23],
      [isSubstitution ? w.substituteDoes : w.subject, 34],
      [w.due, 20],
    ],
    assignments.map((given) =>
      [
        role(given.from),
        role(given.to),
        given.subject,
        given.due ? speech.duration(given.due, fieldName) : w.nothing,
      ].map(plain),
    ),
  );
};
