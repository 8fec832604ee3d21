import type { Answer, FieldChoice, Limit, Norm, Step } from "../answer.ts";
import type { Rule } from "../rule.ts";
import type { Scope } from "./scope.ts";
import { type Block, type Inline, plain } from "./tree.ts";

type Of<K extends Answer["kind"]> = Extract<Answer, { kind: K }>;

/** What of a rule its answer is printed from. */
export type Answered = Pick<Rule, "question" | "questionId" | "stage" | "text" | "answer">;

/**
 * The typed answer of a rule as text of the document. What the wording already says word for word is left out, so that
 * a clause does not say everything twice.
 */
export const answerBlocks = (rule: Answered, scope: Scope): Block[] => {
  if (rule.stage && IN_STAGE_TABLE.includes(rule.questionId)) return [];
  const said = rule.text.toLocaleLowerCase();
  return blocksOf(rule, scope).flatMap((block) => unsaid(block, said));
};

/**
 * A list is left out when the wording holds each of its lines. A table is always printed: its rows are left out of the
 * wording instead.
 */
const unsaid = (block: Block, said: string): Block[] => {
  const isNew = (line: string) => !said.includes(line.toLocaleLowerCase().replace(/[.;]$/, ""));
  if (block.kind === "table") return [block];
  if (block.kind === "paragraph") return isNew(textOf(block.inlines)) ? [block] : [];
  return block.items.some((item) => isNew(textOf(item))) ? [block] : [];
};

const textOf = (inlines: Inline[]): string => inlines.map(({ text }) => text).join("");

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
      return roles(answer, scope);
    case "fields":
      return [fieldTable(answer.fields, scope)];
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

/** What these questions agree stands in the table of stages, beside the wording of the clause. */
const IN_STAGE_TABLE = ["stage-responsible", "stage-exit"];

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

const roles = (answer: Of<"role">, scope: Scope): Block[] => {
  const { speech, role, stageName } = scope;
  const blocks = bullets([
    ...(answer.accountable ? [`${speech.w.accountable}: ${role(answer.accountable)}`] : []),
    ...answer.legs.map(
      (leg) =>
        `${role(leg.role)} ${speech.w.leads}: ${speech.quote(stageName(leg.fromStage))} — ${speech.quote(stageName(leg.toStage))}`,
    ),
    ...answer.checks.map((check) => `${role(check.role)} ${speech.w.checks}: ${check.signs.join("; ")}`),
  ]);
  if (answer.assignments.length === 0) return blocks;
  return [
    ...blocks,
    {
      kind: "table",
      caption: speech.w.subject,
      columns: [
        { name: speech.w.whom, share: 22 },
        { name: speech.w.to, share: 22 },
        { name: speech.w.subject, share: 36 },
        { name: speech.w.due, share: 20 },
      ],
      rows: answer.assignments.map((given) => [
        plain(role(given.from)),
        plain(role(given.to)),
        plain(given.subject),
        plain(given.due ? speech.duration(given.due, scope.fieldName) : speech.w.nothing),
      ]),
    },
  ];
};

/** Fields with their types and when they must be filled in. */
export const fieldTable = (fields: FieldChoice[], scope: Scope): Block => {
  const { speech, role, stageName } = scope;
  const when = (field: FieldChoice): string =>
    !field.required
      ? speech.w.optional
      : field.requiredFromStage
        ? `${speech.w.fromStage} ${speech.quote(stageName(field.requiredFromStage))}`
        : speech.w.always;
  return {
    kind: "table",
    caption: speech.w.field,
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

export const normLine = (norm: Norm, { speech, role, fieldName }: Scope): string =>
  [
    `${norm.what}: ${speech.duration(norm.limit, fieldName)}`,
    norm.startEvent && `${speech.w.since} ${speech.quote(norm.startEvent)}`,
    norm.warnBefore && `${speech.w.warn} ${speech.duration(norm.warnBefore)}`,
    norm.escalateTo && `${speech.w.escalate} ${role(norm.escalateTo)}`,
  ]
    .filter(Boolean)
    .join(", ");

const limitLine = (limit: Limit, { speech, role }: Scope): string =>
  [
    `${role(limit.role)}: ${speech.w.upTo} ${speech.amount(limit.max, limit.unit)}`,
    limit.condition,
    limit.approverAbove && `${speech.w.above} ${role(limit.approverAbove)}`,
    limit.decisionWithin && `${speech.w.within} ${speech.duration(limit.decisionWithin)}`,
    limit.floor,
  ]
    .filter(Boolean)
    .join("; ");

const stepLine = (step: Step, { speech, role, fieldName }: Scope): string => {
  const rest = [
    step.who && role(step.who),
    step.mode === "control" && speech.w.control,
    step.due && speech.duration(step.due, fieldName),
    step.recordIn && `${speech.w.recordIn} ${speech.quote(fieldName(step.recordIn))}`,
  ].filter(Boolean);
  return rest.length > 0 ? `${step.text.replace(/\.$/, "")} (${rest.join("; ")})` : step.text;
};

/** The wording lists the steps of the answer one by one: then the list with who, when and where says it all. */
export const saysItsSteps = ({ answer, text }: Rule): boolean =>
  answer.kind === "steps" &&
  answer.steps.length > 1 &&
  answer.steps.every((step) => text.includes(step.text.replace(/\.$/, "")));

/** The adopted wording as blocks, without the list items that are rows of a table printed below it. */
export const wordingBlocks = (rule: Rule, printed: Block[]): Block[] => {
  const rows = new Set(printed.flatMap((block) => (block.kind === "table" ? block.rows.map(rowLine) : [])));
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
