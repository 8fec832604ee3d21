import type { Answer, AnswerOf } from "../answer.ts";
import { say } from "../language.ts";
import { askedOf, questionOf } from "../record.ts";
import type { Scope } from "../regulation/scope.ts";
import type { Rule } from "../rule.ts";
import { shuffled } from "./chosen.ts";
import { quizWords } from "./words.ts";

/** What is asked, what the rule answers, and what somebody who has not read it might think. */
export type Asked = { ask: string; right: string; wrong: string[] };

type Drafted = { ask: string; right: string; wrong: (string | undefined)[] };

/** A question has at most so many answers to choose from. */
const OPTIONS = 4;

/** A situation about a rule, null when its answer gives none: a free text has no wrong answer. */
export const askedAbout = (rule: Rule, scope: Scope): Asked | null => {
  const drafted = DRAFTS[rule.answer.kind]?.(rule as never, scope) ?? null;
  if (!drafted) return null;
  const same = (text: string) => text.trim().toLowerCase();
  const wrong = new Map<string, string>();
  for (const text of drafted.wrong)
    if (text?.trim() && same(text) !== same(drafted.right) && !wrong.has(same(text))) wrong.set(same(text), text);
  if (wrong.size === 0 || !drafted.right.trim()) return null;
  return { ...drafted, wrong: shuffled(rule.id, [...wrong.values()]).slice(0, OPTIONS - 1) };
};

type Answered<K extends Answer["kind"]> = Omit<Rule, "answer"> & { answer: AnswerOf<K> };
type Drafts = { [K in Answer["kind"]]?: (rule: Answered<K>, scope: Scope) => Drafted | null };

const bankOf = (rule: Pick<Rule, "question">, { record }: Scope) => {
  const asked = askedOf(record, rule.question);
  return asked && questionOf(record, asked);
};

/** The question of the bank as it is put to people, with what is being spoken of. */
const worded = (rule: Pick<Rule, "question" | "text">, scope: Scope): string => {
  const question = bankOf(rule, scope);
  return question ? say(question.wording, scope.language) : rule.text;
};

const labelsBut = (rule: Pick<Rule, "question">, chosen: readonly string[], scope: Scope): string[] =>
  (bankOf(rule, scope)?.options ?? [])
    .filter(({ id }) => !chosen.includes(id))
    .map(({ label }) => say(label, scope.record.workshop.language));

const DRAFTS: Drafts = {
  single: (rule, scope) => ({
    ask: worded(rule, scope),
    right: rule.answer.own ?? scope.option(rule, rule.answer.optionId),
    wrong: labelsBut(rule, [rule.answer.optionId], scope),
  }),

  multi: (rule, scope) => {
    const { optionIds, own } = rule.answer;
    const right = optionIds[0] === undefined ? own[0] : scope.option(rule, optionIds[0]);
    return right === undefined
      ? null
      : {
          ask: `${worded(rule, scope)} ${quizWords(scope.language).inRule}`,
          right,
          wrong: labelsBut(rule, optionIds, scope),
        };
  },

  yesno: (rule, scope) => {
    const { yes, no } = scope.speech.w;
    const { value } = rule.answer;
    return { ask: worded(rule, scope), right: value ? yes : no, wrong: [value ? no : yes] };
  },

  role: (rule, scope) => {
    const { accountable, legs, assignments } = rule.answer;
    const words = quizWords(scope.language);
    const { quote } = scope.speech;
    const but = (role: string) => scope.record.workshop.roles.filter(({ id }) => id !== role).map(({ name }) => name);
    if (accountable) return { ask: worded(rule, scope), right: scope.role(accountable), wrong: but(accountable) };
    const [leg] = legs;
    if (leg)
      return {
        ask: words.leads(
          quote(scope.stageName(leg.fromStage, rule.dealType)),
          quote(scope.stageName(leg.toStage, rule.dealType)),
        ),
        right: scope.role(leg.role),
        wrong: but(leg.role),
      };
    // what several may be given has no wrong answer among them
    const given =
      assignments.find(({ from, subject }) =>
        assignments.every((other) => other.from !== from || other.subject === subject),
      ) ?? assignments[0];
    if (!given) return null;
    const takers = assignments.filter(({ from, subject }) => from === given.from && subject === given.subject);
    return {
      ask: words.assigns(scope.role(given.from), quote(given.subject)),
      right: scope.role(given.to),
      wrong: scope.record.workshop.roles
        .filter(({ id }) => id !== given.from && !takers.some(({ to }) => to === id))
        .map(({ name }) => name),
    };
  },

  duration: (rule, scope) => {
    const norm = rule.answer.norms.find(({ limit }) => limit.unit !== "untilDateField" && limit.value > 0);
    if (!norm) return null;
    const { value, unit } = norm.limit;
    const told = (other: number) => scope.speech.duration({ value: other, unit });
    return {
      ask: quizWords(scope.language).term(scope.speech.quote(norm.what)),
      right: told(value),
      wrong: [value * 2, value * 3, value % 2 === 0 ? value / 2 : value + 2].map(told),
    };
  },

  limit: (rule, scope) => {
    const [limit] = rule.answer.limits;
    if (!limit || limit.max === 0) return null;
    const told = (max: number) => scope.speech.amount(max, limit.unit);
    const others = rule.answer.limits.map(({ max }) => max);
    return {
      ask: quizWords(scope.language).limit(scope.role(limit.role), limit.condition ?? null),
      right: told(limit.max),
      wrong: [...others, limit.max * 2, limit.max * 3].filter((max) => max !== limit.max).map(told),
    };
  },

  fields: (rule, scope) => {
    const { fields } = rule.answer;
    const right = fields.find(({ required, auto }) => required && !auto);
    if (!right) return null;
    const stage = right.requiredFromStage;
    const free = fields.filter(({ required }) => !required).map(({ label }) => label);
    // of the dictionary only what no rule asks for
    const asked = new Set(
      scope.rules.flatMap(({ answer }) =>
        answer.kind === "fields" ? answer.fields.map(({ fieldId }) => fieldId) : [],
      ),
    );
    const strange = Object.keys(scope.catalogue.fields)
      .filter((id) => !asked.has(id))
      .map((id) => scope.fieldName(id));
    const words = quizWords(scope.language);
    return {
      ask: stage ? words.requiredFrom(scope.speech.quote(scope.stageName(stage, rule.dealType))) : words.required,
      right: right.label,
      wrong: free.length > 1 ? free : [...free, ...shuffled(rule.id, strange).slice(0, OPTIONS)],
    };
  },

  steps: (rule, scope) => {
    const steps = rule.answer.steps.map(({ text }) => text.replace(/\.$/, ""));
    if (new Set(steps).size < steps.length || steps.length < 3) return null;
    const [first = "", second = "", ...rest] = steps;
    return { ask: quizWords(scope.language).after(scope.speech.quote(first)), right: second, wrong: rest };
  },

  pairs: (rule, scope) => {
    const [pair, ...others] = rule.answer.pairs;
    const rights = (one: string) => rule.answer.pairs.filter(({ left }) => left === one).map(({ right }) => right);
    if (!pair) return null;
    return {
      ask: quizWords(scope.language).pair(worded(rule, scope), scope.speech.quote(pair.left)),
      right: pair.right,
      wrong: others.map(({ right }) => right).filter((right) => !rights(pair.left).includes(right)),
    };
  },

  lossReasons: (rule, scope) => {
    const { reasons } = rule.answer;
    const right = reasons.find(({ commentRequired }) => commentRequired);
    if (!right) return null;
    return {
      ask: quizWords(scope.language).comment,
      right: right.name,
      wrong: reasons.filter(({ commentRequired }) => !commentRequired).map(({ name }) => name),
    };
  },

  metrics: (rule, scope) => {
    const metric = rule.answer.metrics.find(({ formula }) => formula);
    if (!metric?.formula) return null;
    return {
      ask: quizWords(scope.language).formula(metric.formula),
      right: metric.name,
      wrong: rule.answer.metrics.filter(({ formula }) => formula !== metric.formula).map(({ name }) => name),
    };
  },
};
