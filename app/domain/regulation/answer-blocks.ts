import type { Answer, FieldChoice, Limit, Norm, Step } from "../answer.ts";
import type { Rule } from "../rule.ts";
import { termsOf } from "../stems.ts";
import type { Scope } from "./scope.ts";
import { type Block, type Inline, plain, textOf } from "./tree.ts";

type Of<K extends Answer["kind"]> = Extract<Answer, { kind: K }>;

/** What of a rule its answer is printed from. */
export type Answered = Pick<Rule, "question" | "questionId" | "dealType" | "stage" | "text" | "answer">;

/**
 * The typed answer of a rule as text of the document. What the wording already says word for word is left out, so that
 * a clause does not say everything twice.
 */
export const answerBlocks = (rule: Answered, scope: Scope): Block[] => {
  if (rule.stage && inCard(rule, scope)) return [];
  return blocksOf(rule, scope).flatMap((block) => unsaid(block, rule.text));
};

/**
 * A list is left out when the wording says each of its lines, word for word or in other forms of nearly all its words with
 * all its figures. A table is always printed: its rows are left out of the wording instead.
 */
const unsaid = (block: Block, said: string): Block[] => {
  if (block.kind === "table") return [block];
  const whole = said.toLocaleLowerCase();
  const figures = new Set(said.match(FIGURE) ?? []);
  // stems are dear: only for lines that nothing else decides
  let terms: Set<string> | null = null;
  const isNew = (line: string) => {
    if (whole.includes(line.toLocaleLowerCase().replace(/[.;]$/, ""))) return false;
    if (line.match(FIGURE)?.some((figure) => !figures.has(figure))) return true;
    const own = termsOf(line);
    terms ??= new Set(termsOf(said));
    return own.length === 0 || own.filter((term) => terms?.has(term)).length < own.length * SAID;
  };
  if (block.kind === "paragraph") return isNew(textOf(block.inlines)) ? [block] : [];
  return block.items.some((item) => isNew(textOf(item))) ? [block] : [];
};

/** The part of a line's words that a wording must hold to have said it. */
const SAID = 0.75;
const FIGURE = /\d+(?:[.,]\d+)?/g;

/** A row of a table as one line of a rule that was worded from its answer. */
export const rowLine = (row: Inline[][]): string =>
  row
    .map(textOf)
    .filter((cell) => cell !== "" && cell !== "—")
    .join(" · ");

const blocksOf = (rule: Answered, scope: Scope): Block[] => {
  const { answer } = rule;
  switch (answer.kind) {
    case "text":
      return bullets(answer.lines);
    case "single":
      return bullets([answer.own ?? scope.option(rule, answer.optionId), ...(answer.note ? [answer.note] : [])]);
    case "multi":
      return bullets([...answer.optionIds.map((id) => scope.option(rule, id)), ...answer.own]);
    case "yesno":
      return yesNo(answer, scope);
    case "role":
      return roles(rule, answer, scope);
    case "fields":
      return [fieldTable(fieldsOf(rule, answer), scope)];
    case "duration":
      return bullets(answer.norms.map((norm) => normLine(norm, scope)));
    case "limit":
      return bullets(answer.limits.map((limit) => limitLine(limit, scope)));
    case "metrics":
      return bullets(
        answer.metrics.map((metric) =>
          [metric.name, metric.formula, metric.frequency, metric.target].filter(Boolean).join("; "),
        ),
      );
    case "lossReasons":
      return bullets(
        answer.reasons.map((reason) =>
          reason.commentRequired ? `${reason.name} (${scope.speech.w.comment})` : reason.name,
        ),
      );
    case "steps":
      return [{ kind: "list", ordered: true, items: answer.steps.map((step) => plain(stepLine(step, scope))) }];
    case "pairs":
      return bullets(answer.pairs.map((pair) => `${pair.left} — ${pair.right}${pair.proof ? ` (${pair.proof})` : ""}`));
  }
};

/** What these questions agree stands in the card of the stage, beside the wordings of its clauses. */
const IN_CARD = new Set([
  "stage-entry",
  "stage-exit",
  "stage-responsible",
  "stage-required-fields",
  "stage-time-norm",
  "stage-do-steps",
  "stage-control-steps",
  "stage-assignments",
  "stage-quality-check",
  "stage-rejected-result",
  "stage-automation",
]);

/** Does the card of its stage say what this rule answers? A stage that has left the chain has no card. */
export const inCard = (rule: Pick<Rule, "questionId" | "dealType" | "stage">, { stages }: Scope): boolean =>
  IN_CARD.has(rule.questionId) && stages.some(({ id, dealType }) => id === rule.stage && dealType === rule.dealType);

const bullets = (lines: string[]): Block[] =>
  lines.length === 0 ? [] : [{ kind: "list", ordered: false, items: lines.map(plain) }];

/** A condition says more than the yes or no before it; where it stands alone, so does the word. */
const yesNo = ({ value, condition, exceptions }: Of<"yesno">, { speech }: Scope): Block[] => [
  ...bullets([condition ?? (value ? speech.w.yes : speech.w.no)]),
  ...(exceptions.length > 0
    ? [
        {
          kind: "paragraph" as const,
          inlines: [{ text: `${speech.w.exceptions}: `, bold: true }, ...plain(exceptions.join("; "))],
        },
      ]
    : []),
];

/** In these questions people look at something; in the others they are named with what they may do. */
const LOOKING = new Set(["control-who-tracks", "stage-quality-check"]);

const roles = ({ questionId, dealType }: Answered, answer: Of<"role">, scope: Scope): Block[] => {
  const { speech, role } = scope;
  const stageName = (id: string) => scope.stageName(id, dealType);
  const { w, quote } = speech;
  const leg = ({ fromStage, toStage }: Of<"role">["legs"][number]): string =>
    fromStage === toStage
      ? `${w.onStage} ${quote(stageName(fromStage))}`
      : `${w.fromTheStage} ${quote(stageName(fromStage))} ${w.toTheStage} ${quote(stageName(toStage))}`;
  return bullets([
    ...(answer.accountable ? [`${w.accountable}: ${speech.within(role(answer.accountable))}`] : []),
    ...answer.legs.map((one) => `${role(one.role)} ${w.leads} ${leg(one)}`),
    ...answer.checks.map(
      (check) =>
        `${role(check.role)}${LOOKING.has(questionId) ? ` ${w.checks}` : ""}: ${check.signs.map(speech.within).join("; ")}`,
    ),
    ...answer.assignments.map((given) =>
      [role(given.from), role(given.to), given.subject, given.due ? speech.duration(given.due, scope.fieldName) : ""]
        .filter(Boolean)
        .join(" · "),
    ),
  ]);
};

/** A field and whose stages it speaks of. */
type Field = FieldChoice & Pick<Rule, "dealType">;
export const fieldsOf = ({ dealType }: Pick<Rule, "dealType">, { fields }: { fields: FieldChoice[] }): Field[] =>
  fields.map((field) => ({ ...field, dealType }));

/** Fields with their types and when they must be filled in. */
export const fieldTable = (fields: Field[], { speech, role, stageName }: Scope): Block => {
  const when = (field: Field): string =>
    !field.required
      ? speech.w.optional
      : field.requiredFromStage
        ? `${speech.w.fromStage} ${speech.quote(stageName(field.requiredFromStage, field.dealType))}`
        : speech.w.always;
  return {
    kind: "table",
    caption: speech.w.cardFields,
    columns: [
      { name: speech.w.field, share: 34 },
      { name: speech.w.type, share: 20 },
      { name: speech.w.when, share: 26 },
      { name: speech.w.who, share: 20 },
    ],
    rows: fields.map((field) => [
      plain(field.label),
      plain(speech.fieldType(field.type)),
      plain(when(field)),
      plain(field.filledBy ? role(field.filledBy) : speech.w.nothing),
    ]),
  };
};

/** `Выезд на замер: 3 рабочих дня от события «…», о просрочке узнаёт логист`; `named` says what it is the norm of already. */
export const normLine = (norm: Norm, { speech, role, fieldName }: Scope, named = ""): string => {
  const { w, quote, duration } = speech;
  const isNamed = named.toLocaleLowerCase().startsWith(norm.what.toLocaleLowerCase());
  const limit = duration(norm.limit, fieldName);
  const since = norm.startEvent && `${w.since} ${quote(norm.startEvent)}`;
  return [
    `${isNamed ? "" : `${norm.what}: `}${since && norm.limit.unit !== "untilDateField" ? `${limit} ${since}` : limit}`,
    norm.warnBefore && `${w.warn} ${duration(norm.warnBefore, fieldName, "accusative")} ${w.beforeDue}`,
    norm.escalateTo && `${w.escalate} ${speech.within(role(norm.escalateTo))}`,
  ]
    .filter(Boolean)
    .join(", ");
};

const limitLine = (limit: Limit, { speech, role }: Scope): string =>
  [
    `${role(limit.role)}: ${speech.w.upTo} ${speech.amount(limit.max, limit.unit, "genitive")}`,
    limit.condition && speech.within(limit.condition),
    limit.approverAbove && `${speech.w.above} ${speech.within(role(limit.approverAbove))}`,
    limit.decisionWithin && `${speech.w.within} ${speech.duration(limit.decisionWithin, undefined, "accusative")}`,
    limit.floor && speech.within(limit.floor),
  ]
    .filter(Boolean)
    .join("; ");

/** A step with who, by when and where it is written down; `met` adds with whom. Who is `known` from above is not named again. */
export const stepLine = (
  step: Step,
  { speech, role, fieldName }: Scope,
  { met, known = null }: { met?: string; known?: string | null } = {},
): string => {
  const { w } = speech;
  const who = step.who && step.who !== known ? speech.within(role(step.who)) : "";
  const rest = [
    step.mode === "control" && met === undefined ? `${w.control} ${who}`.trim() : who,
    met,
    step.due && speech.term(step.due, fieldName),
    step.recordIn && `${w.recordIn} ${speech.quote(fieldName(step.recordIn))}`,
  ].filter(Boolean);
  return rest.length > 0 ? `${step.text.replace(/\.$/, "")} (${rest.join("; ")})` : step.text;
};

/** Steps of a clause that all are one role's: the role stands before them once. Null when they are not, or are one. */
export const stepsOfOne = ({ answer }: Pick<Rule, "answer">, scope: Scope): Block[] | null => {
  if (answer.kind !== "steps" || answer.steps.length < 2) return null;
  const known = answer.steps[0]?.who;
  if (!known || answer.steps.some(({ who }) => who !== known)) return null;
  const { w, within } = scope.speech;
  return [
    { kind: "paragraph", inlines: plain(`${w.doneBy} ${within(scope.role(known))}:`) },
    { kind: "list", ordered: true, items: answer.steps.map((step) => plain(stepLine(step, scope, { known }))) },
  ];
};

/** The wording lists the steps of the answer one by one: then the list with who, when and where says it all. */
export const saysItsSteps = ({ answer, text }: Rule): boolean =>
  answer.kind === "steps" &&
  answer.steps.every((step) => text.includes(step.text.replace(/\.$/, ""))) &&
  // a sentence that merely holds the words of its only step says more than the step
  (answer.steps.length > 1 || text.length < (answer.steps[0]?.text.length ?? 0) + 6);

/** The adopted wording as blocks, without the list items that are rows of a table or lines of an answer printed below it. */
export const wordingBlocks = (rule: Rule, printed: Block[], asLines: readonly Block[] = []): Block[] => {
  const rows = new Set([
    ...printed.flatMap((block) => (block.kind === "table" ? block.rows.map(rowLine) : [])),
    ...asLines.flatMap((block) => (block.kind === "list" ? block.items.map(textOf) : [])),
  ]);
  const blocks: Block[] = [];
  for (const block of rule.wording) {
    const inlines: Inline[] = block.spans;
    const last = blocks.at(-1);
    if (block.kind === "paragraph") blocks.push({ kind: "paragraph", inlines });
    else if (rows.has(textOf(inlines))) continue;
    else if (last?.kind === "list" && last.ordered === (block.kind === "numbered")) last.items.push(inlines);
    else blocks.push({ kind: "list", ordered: block.kind === "numbered", items: [inlines] });
  }
  return blocks;
};
