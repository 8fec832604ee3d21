import type { Bilingual } from "../language.ts";
import { chainStageKey, type Material, questionOfRule, sourceOf } from "./given.ts";
import type { Pipeline, Source } from "./shape.ts";

type Reason = Pipeline["notExpressed"][number]["reason"];

const WHY: Record<Reason, Bilingual> = {
  people: {
    ru: "Правило обращено к людям: его место в инструкции, CRM только показывает нужные для него цифры",
    en: "The rule speaks to people: its place is the regulation, the CRM only shows the figures it needs",
  },
  "told-only": {
    ru: "Ответ записан словами, из которых нельзя однозначно получить настройку",
    en: "The answer is told in words from which no setting follows without doubt",
  },
  "stage-not-in-chain": {
    ru: "Правило говорит об этапе, которого нет в принятой цепочке",
    en: "The rule speaks of a stage that is not in the adopted chain",
  },
  empty: {
    ru: "В принятом ответе нет части, из которой получается настройка",
    en: "The adopted answer lacks the part that a setting is made from",
  },
};

const PEOPLE = new Set([
  "goals-why-crm",
  "incentives-encouraged",
  "incentives-punishable",
  "incentives-expected-results",
]);

/** Adopted rules on questions that feed a configuration but have come into no element of it. */
export const notExpressed = (material: Material, elements: Partial<Pipeline>): Pipeline["notExpressed"] => {
  const used = rulesIn(elements);
  return material.rules
    .filter((rule) => !used.has(rule.id) && questionOfRule(material, rule).feeds.length > 0)
    .map((rule) => {
      const astray = rule.stage !== null && chainStageKey(material, rule.dealType, rule.stage) === null;
      const reason: Reason = astray
        ? "stage-not-in-chain"
        : PEOPLE.has(rule.questionId)
          ? "people"
          : rule.answer.kind === "text"
            ? "told-only"
            : "empty";
      return { question: rule.question, reason, why: WHY[reason], source: sourceOf(rule) };
    });
};

/** The ids of all rules that some element names in its `source`. */
export const rulesIn = (value: unknown): Set<string> => {
  const found = new Set<string>();
  const walk = (part: unknown) => {
    if (Array.isArray(part)) for (const item of part) walk(item);
    else if (typeof part === "object" && part !== null)
      for (const [key, item] of Object.entries(part)) {
        if (key === "source") for (const { rule } of item as Source[]) found.add(rule);
        else walk(item);
      }
  };
  walk(value);
  return found;
};
