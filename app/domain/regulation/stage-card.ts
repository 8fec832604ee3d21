import type { FieldChoice, Step } from "../answer.ts";
import { answersTo, type Rule } from "../rule.ts";
import { normLine, stepLine } from "./answer-blocks.ts";
import type { Scope } from "./scope.ts";
import { byNumber, type Inline, plain, type Table } from "./tree.ts";

/**
 * A stage on one page, for the wall as much as for the file: when it begins, who answers, what is done and checked and with
 * whom, what must be filled in, the norm, the exit, what follows a refusal, what is not allowed. Each row names the clauses
 * that say so (`numbers`: clause numbers by question). Null when nothing is agreed about the stage.
 */
export const stageCard = (
  stage: { id: string; name: string; dealType: string },
  scope: Scope,
  numbers: ReadonlyMap<string, string>,
): Table | null => {
  const { speech, role, fieldName } = scope;
  const { w } = speech;
  const own = scope.rules.filter((rule) => rule.dealType === stage.dealType && rule.stage === stage.id);
  const answers = <K extends Parameters<typeof answersTo>[2]>(question: string, kind: K) =>
    answersTo(own, question, kind);
  const steps = (question: string, mode: Step["mode"]) =>
    answers(question, "steps").flatMap(({ rule, answer }) =>
      answer.steps.filter((step) => step.mode === mode).map((step) => ({ rule, step })),
    );
  const responsible = answers("stage-responsible", "role");
  // who answers for the stage needs not be named at each of its steps
  const known = responsible[0]?.answer.accountable ?? null;
  const met = { client: w.withClient, colleague: w.withColleague, system: w.inSystem };
  const told = (found: { rule: Rule; step: Step }[], isMet: boolean) => ({
    lines: found.map(({ step }) => stepLine(step, scope, { met: isMet ? met[step.counterpart] : "", known })),
    rules: found.map(({ rule }) => rule),
    isNumbered: true,
  });

  const entry = answers("stage-entry", "text");
  const chain = scope.stages.filter(({ dealType }) => dealType === stage.dealType);
  const before = chain[chain.findIndex(({ id }) => id === stage.id) - 1];
  const norms = answers("stage-time-norm", "duration");
  const exit = answers("stage-exit", "text");
  const required = requiredFields(stage, scope);
  const isRequired = required.names.length > 0;
  const assigned = answers("stage-assignments", "role");
  const automatic = scope.rules.filter(
    ({ questionId, stage: at, dealType }) =>
      questionId === "stage-automation" && at === stage.id && dealType === stage.dealType,
  );
  const quality = answers("stage-quality-check", "role");
  const rejected = answers("stage-rejected-result", "steps");
  const doing = [...steps("stage-do-steps", "do"), ...steps("stage-control-steps", "do")];
  const checking = [...steps("stage-do-steps", "control"), ...steps("stage-control-steps", "control")];

  const rows: Row[] = [
    {
      name: w.entry,
      lines:
        entry.length > 0
          ? entry.flatMap(({ answer }) => answer.lines)
          : before && own.length > 0
            ? [`${w.passed} ${speech.quote(before.name)}`]
            : [],
      rules: entry.map(({ rule }) => rule),
    },
    {
      name: w.responsible,
      lines: responsible.flatMap(({ answer }) => (answer.accountable ? [role(answer.accountable)] : [])),
      rules: responsible.map(({ rule }) => rule),
    },
    {
      name: w.norm,
      lines: norms.flatMap(({ answer }) => answer.norms.map((norm) => normLine(norm, scope, stage.name))),
      rules: norms.map(({ rule }) => rule),
    },
    { name: w.doSteps, ...told(doing, true) },
    { name: w.controlSteps, ...told(checking, true) },
    {
      name: w.stageAssignments,
      lines: assigned.flatMap(({ answer }) =>
        answer.assignments.map((given) =>
          [
            `${role(given.from)} → ${speech.within(role(given.to))}: ${speech.within(given.subject)}`,
            given.due && speech.term(given.due, fieldName),
          ]
            .filter(Boolean)
            .join(", "),
        ),
      ),
      rules: assigned.map(({ rule }) => rule),
    },
    { name: w.required, lines: isRequired ? [required.names.join(", ")] : [], rules: required.rules },
    {
      name: w.automatic,
      lines: automatic.flatMap(({ text }) => text.split("\n")),
      rules: automatic,
    },
    {
      name: w.quality,
      lines: quality.flatMap(({ answer }) => [
        ...answer.checks.map((check) => `${role(check.role)}: ${check.signs.map(speech.within).join("; ")}`),
        ...(answer.accountable && answer.checks.length === 0 ? [role(answer.accountable)] : []),
      ]),
      rules: quality.map(({ rule }) => rule),
    },
    {
      name: w.exit,
      lines: exit.flatMap(({ answer }) => answer.lines),
      rules: exit.map(({ rule }) => rule),
    },
    {
      name: w.rejected,
      ...told(
        rejected.flatMap(({ rule, answer }) => answer.steps.map((step) => ({ rule, step }))),
        true,
      ),
    },
    forbidden(
      own,
      exit.map(({ rule }) => rule),
      isRequired,
      scope,
    ),
  ];
  const filled = rows.filter(({ lines }) => lines.length > 0);
  if (!filled.some(({ rules }) => rules.length > 0)) return null;
  return {
    kind: "table",
    caption: `${w.card} ${speech.quote(stage.name)}`,
    columns: [
      { name: w.card, share: 21 },
      { name: w.agreed, share: 66 },
      { name: w.clauseColumn, share: 13 },
    ],
    rows: filled.map(({ name, lines, rules, isNumbered }) => [
      plain(name),
      plain(
        lines.map((line, at) => (isNumbered && lines.length > 1 ? `${at + 1}) ${line}` : line)).join("\n") || w.nothing,
      ),
      clauseNumbers(rules, numbers, w.nothing),
    ]),
  };
};

type Row = { name: string; lines: string[]; rules: Rule[]; isNumbered?: boolean };

const clauseNumbers = (rules: readonly Rule[], numbers: ReadonlyMap<string, string>, nothing: string): Inline[] => {
  const questions = [...new Set(rules.map(({ question }) => question))].sort((a, b) =>
    byNumber(numbers.get(a) ?? "", numbers.get(b) ?? ""),
  );
  return questions.length === 0
    ? plain(nothing)
    : questions.flatMap((question, at) => [
        ...(at > 0 ? [{ text: ", " }] : []),
        { text: numbers.get(question) ?? "", ref: question },
      ]);
};

/** The fields without which the stage cannot be left, and the rules that say so. */
export const requiredFields = (
  stage: { id: string; dealType: string },
  { rules, fieldName }: Scope,
): { names: string[]; rules: Rule[] } => {
  const own = rules.filter((rule) => rule.dealType === stage.dealType || rule.dealType === null);
  const from = own.flatMap((rule) => {
    const { answer } = rule;
    if (answer.kind !== "fields") return [];
    const isOfStage = rule.questionId === "stage-required-fields" && rule.stage === stage.id;
    const fields = answer.fields.filter(
      (field: FieldChoice) => field.required && (isOfStage || field.requiredFromStage === stage.id),
    );
    return fields.map((field) => ({ rule, name: fieldName(field.fieldId) }));
  });
  return {
    names: [...new Set(from.map(({ name }) => name))],
    rules: [...new Set(from.map(({ rule }) => rule))],
  };
};

/** Sentences of the adopted wordings that say what must not be done, word for word, and what follows from an exit. */
const FORBIDS: Record<Scope["language"], RegExp> = {
  ru: /(?<![а-яё])(?:нельзя|запрещен[оаы]?|запрещён[оаы]?|не допускается|не вправе|никогда не|ничего не|без [^.]{2,60} не )/iu,
  en: /\b(?:must not|may not|not allowed|never|forbidden|without [^.]{2,60} (?:not|no|never))\b/iu,
};

const forbidden = (own: readonly Rule[], exits: Rule[], isRequired: boolean, scope: Scope): Row => {
  const { w } = scope.speech;
  const found = own.flatMap((rule) =>
    (rule.text.match(/[^.!?\n]+[.!?]?/g) ?? [])
      .map((sentence) => sentence.trim())
      .filter((sentence) => FORBIDS[scope.record.workshop.language].test(sentence))
      .map((sentence) => ({ rule, sentence })),
  );
  const moving = exits.length > 0 ? [isRequired ? w.goOnFields : w.goOn] : [];
  return {
    name: w.forbidden,
    lines: [...moving, ...found.map(({ sentence }) => sentence)],
    rules: [...exits, ...found.map(({ rule }) => rule)],
  };
};
