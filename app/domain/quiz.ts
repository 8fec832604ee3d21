import type { Catalogue } from "./catalogue.ts";
import { stageOf } from "./deal-type.ts";
import type { Language } from "./language.ts";
import { chosen, shuffled } from "./quiz/chosen.ts";
import { askedAbout } from "./quiz/situations.ts";
import type { WorkshopRecord } from "./record.ts";
import { scopeOf } from "./regulation/scope.ts";
import { clausesOf, composeRegulation } from "./regulation.ts";

/** What somebody may answer; the id says nothing about which of them is right. */
export type QuizOption = { id: string; text: string };

/** A situation of the daily work with its answers, of which one is what the rule says. `id` is the question of the rule. */
export type Situation = {
  id: string;
  rule: string;
  /** The number of the clause that answers it. */
  clause: string;
  /** The stage of the order at which it happens. */
  stage: string | null;
  kind: string;
  ask: string;
  options: QuizOption[];
  right: string;
};

/** How many situations a quiz has (domain brief §6.8); a workshop with few typed answers gives fewer. */
export const SITUATIONS = 10;

/**
 * The quiz on the rules in force: made from typed answers alone, the same for the same record, department and language.
 * Rules that bind the department are asked about first; what is asked differs as much as the rules allow.
 */
export const quizOf = (
  record: WorkshopRecord,
  catalogue: Catalogue,
  language: Language,
  department: string,
): Situation[] => {
  const scope = scopeOf(record, catalogue, language);
  const numbers = new Map(
    clausesOf(composeRegulation(record, catalogue, language)).map(({ id, number }) => [id, number] as const),
  );
  const situations = scope.rules.flatMap((rule) => {
    const asked = askedAbout(rule, scope);
    if (!asked) return [];
    const options = shuffled(rule.question, [asked.right, ...asked.wrong]).map((text, at) => ({
      id: String(at + 1),
      text,
    }));
    return {
      id: rule.question,
      rule: rule.id,
      clause: numbers.get(rule.question) ?? "",
      stage: stageOf(record.workshop.dealTypes, rule.dealType, rule.stage)?.name ?? null,
      kind: rule.answer.kind,
      isOwn: rule.proposal.binds.includes(department),
      ask: asked.ask,
      options,
      right: options.find(({ text }) => text === asked.right)?.id ?? "",
    };
  });
  const own = chosen(
    situations.filter(({ isOwn }) => isOwn),
    SITUATIONS,
  );
  const others = chosen(
    situations.filter(({ isOwn }) => !isOwn),
    SITUATIONS - own.length,
  );
  return [...own, ...others].map(({ isOwn: _, ...situation }) => situation);
};

/** What somebody chose, by situation. */
export type QuizAnswers = Record<string, string>;
export type Marked = { right: number; of: number; wrong: string[] };

/** A situation that was left out is answered wrong: it is to be read again. */
export const markQuiz = (situations: readonly Situation[], answers: QuizAnswers): Marked => {
  const wrong = situations.filter(({ id, right }) => answers[id] !== right).map(({ id }) => id);
  return { right: situations.length - wrong.length, of: situations.length, wrong };
};
