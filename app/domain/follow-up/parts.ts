import type { Answer, AnswerOf } from "../answer.ts";
import { referencesIn } from "../references.ts";

/** Which roles have somebody in the room. */
export type Present = ReadonlySet<string>;

type Counted<A> = (answer: A, present: Present) => number;
type Parts = { [K in Answer["kind"]]: Record<string, Counted<AnswerOf<K>>> };

const those = <T>(items: readonly T[], has: (item: T) => unknown): number => items.filter(has).length;

/** Every role that an answer names, each once. */
export const rolesIn = (answer: Answer): Set<string> =>
  new Set(referencesIn(answer).flatMap(({ of, id }) => (of === "role" ? [id] : [])));

/** The parts of each kind of answer that a condition may name, as the number of items that have them. */
export const PARTS: Parts = {
  text: {},
  single: { "own-words": ({ own }) => (own ? 1 : 0) },
  multi: { "own-words": ({ own }) => own.length },
  role: {
    accountable: ({ accountable }) => (accountable ? 1 : 0),
    legs: ({ legs }) => legs.length,
    assignments: ({ assignments }) => assignments.length,
    "open-assignments": ({ assignments }) => those(assignments, ({ acceptWithin }) => !acceptWithin),
    checks: ({ checks }) => checks.length,
    roles: (answer) => rolesIn(answer).size,
    absent: (answer, present) => those([...rolesIn(answer)], (role) => !present.has(role)),
  },
  fields: {
    required: ({ fields }) => those(fields, ({ required }) => required),
    "required-at-once": ({ fields }) => those(fields, (field) => field.required && !field.requiredFromStage),
    manual: ({ fields }) => those(fields, ({ auto }) => !auto),
    list: ({ fields }) => those(fields, ({ type }) => type === "select" || type === "multiselect"),
    use: ({ fields }) => those(fields, ({ usedIn }) => usedIn.length > 0),
    "filled-by": ({ fields }) => those(fields, ({ filledBy }) => filledBy),
  },
  duration: {
    start: ({ norms }) => those(norms, ({ startEvent }) => startEvent),
    warning: ({ norms }) => those(norms, ({ warnBefore }) => warnBefore),
    escalation: ({ norms }) => those(norms, ({ escalateTo }) => escalateTo),
    "round-the-clock": ({ norms }) => those(norms, ({ calendar }) => calendar === "round-the-clock"),
  },
  limit: {
    percent: ({ limits }) => those(limits, ({ unit }) => unit === "percent"),
    money: ({ limits }) => those(limits, ({ unit }) => unit === "money"),
    days: ({ limits }) => those(limits, ({ unit }) => unit === "days"),
    approver: ({ limits }) => those(limits, ({ approverAbove }) => approverAbove),
  },
  metrics: {
    formula: ({ metrics }) => those(metrics, ({ formula }) => formula),
    source: ({ metrics }) => those(metrics, ({ sourceFields }) => sourceFields.length > 0),
    audience: ({ metrics }) => those(metrics, ({ audience }) => audience.length > 0),
    decision: ({ metrics }) => those(metrics, ({ decision }) => decision),
    baseline: ({ metrics }) => those(metrics, ({ baseline }) => baseline),
    target: ({ metrics }) => those(metrics, ({ target }) => target),
  },
  lossReasons: {
    comment: ({ reasons }) => those(reasons, ({ commentRequired }) => commentRequired),
    return: ({ reasons }) => those(reasons, ({ returnAfter }) => returnAfter),
  },
  steps: {
    mandatory: ({ steps }) => those(steps, ({ mandatory }) => mandatory),
    record: ({ steps }) => those(steps, ({ recordIn }) => recordIn),
    due: ({ steps }) => those(steps, ({ due }) => due),
    who: ({ steps }) => those(steps, ({ who }) => who),
  },
  pairs: {
    proof: ({ pairs }) => those(pairs, ({ proof }) => proof),
    kpi: ({ pairs }) => those(pairs, ({ kpi }) => kpi),
  },
  yesno: {
    condition: ({ condition }) => (condition ? 1 : 0),
    exceptions: ({ exceptions }) => exceptions.length,
  },
};

/** How many items of the answer have the part; a part that the kind does not know is had by none. */
export const partIn = (answer: Answer, part: string, present: Present): number =>
  (PARTS[answer.kind] as Record<string, Counted<Answer>>)[part]?.(answer, present) ?? 0;
