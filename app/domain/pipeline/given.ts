import type { Answer } from "../answer.ts";
import type { Catalogue } from "../catalogue.ts";
import { type Language, say } from "../language.ts";
import type { Question } from "../question.ts";
import type { WorkshopRecord } from "../record.ts";
import { answersTo, type Rule, rulesOf } from "../rule.ts";
import { type Chain, chainOf } from "./chain.ts";
import { type Keys, makeKeys } from "./key.ts";
import type { Source } from "./shape.ts";

/** A question's adopted answer of the expected kind. */
export type Given<K extends Answer["kind"]> = { rule: Rule; answer: Extract<Answer, { kind: K }> };

/** What every part of the composition is made from; `keys` and `roles` remember what was named so far. */
export type Material = {
  record: WorkshopRecord;
  catalogue: Catalogue;
  language: Language;
  rules: readonly Rule[];
  chains: Chain[];
  keys: Keys;
  roles: Map<string, Rule[]>;
};

export const materialOf = (record: WorkshopRecord, catalogue: Catalogue): Material => {
  const rules = rulesOf(record);
  const chains = record.workshop.dealTypes
    .map((dealType) => chainOf(rules, dealType))
    .filter(({ stages }) => stages.length > 0);
  const material: Material = {
    record,
    catalogue,
    language: record.workshop.language,
    rules,
    chains,
    keys: makeKeys(),
    roles: new Map(),
  };
  for (const { dealType, stages } of chains)
    for (const stage of stages) stageKey(material, dealType.id, stage.id, stage.name);
  return material;
};

export const sourceOf = (...rules: (Rule | null | undefined)[]): Source[] => {
  const seen = new Map<string, Source>();
  for (const rule of rules)
    if (rule) seen.set(rule.id, { rule: rule.id, version: rule.version, adoption: rule.adoption });
  return [...seen.values()].sort((a, b) => number(a) - number(b));
};

/** The sources of two elements that became one. */
export const joined = (a: Source[], b: Source[]): Source[] =>
  [...a, ...b.filter(({ rule }) => !a.some((known) => known.rule === rule))].sort((x, y) => number(x) - number(y));

const number = ({ rule }: Source): number => Number(rule.slice(2));

/** The adopted answers to a question; with a deal type only its own, with a stage only that stage's. */
export const given = <K extends Answer["kind"]>(
  { rules }: Pick<Material, "rules">,
  question: string,
  kind: K,
  dealType?: string,
  stage?: string,
): Given<K>[] =>
  answersTo(rules, question, kind).filter(
    ({ rule }) =>
      (dealType === undefined || rule.dealType === null || rule.dealType === dealType) &&
      (stage === undefined || rule.stage === stage),
  );

/** Null for a rule of the whole company, and where the deal type has no agreed chain. */
export const pipelineKey = (material: Material, dealType: string | null): string | null => {
  const chain = material.chains.find((candidate) => candidate.dealType.id === dealType);
  return chain ? material.keys("pipeline", chain.dealType.id, chain.dealType.name) : null;
};

export const stageKey = ({ keys }: Pick<Material, "keys">, dealType: string, stage: string, name?: string): string =>
  keys("stage", `${dealType}/${stage}`, name ?? stage, `${dealType} ${stage}`);

/** The key of a stage of the agreed chain, or null when the stage is not in it. */
export const chainStageKey = (
  material: Material,
  dealType: string | null,
  stage: string | null | undefined,
): string | null => {
  const chain = material.chains.find((candidate) => candidate.dealType.id === dealType);
  return chain?.stages.some(({ id }) => id === stage) && dealType && stage ? stageKey(material, dealType, stage) : null;
};

/** Names a role on behalf of a rule; the composed roles are those that some rule names. */
export const roleKey = (material: Material, role: string, rule: Rule): string => {
  const rules = material.roles.get(role) ?? [];
  material.roles.set(role, [...rules, rule]);
  return material.keys("role", role, roleName(material, role));
};

export const optionalRole = (material: Material, role: string | undefined, rule: Rule): string | null =>
  role === undefined ? null : roleKey(material, role, rule);

export const roleName = ({ record, catalogue, language }: Material, role: string): string => {
  const entry = catalogue.roles[role];
  return record.workshop.roles.find(({ id }) => id === role)?.name ?? (entry ? say(entry.name, language) : role);
};

export const questionOfRule = ({ record }: Material, rule: Rule): Question => {
  const question = record.questions.find(({ id }) => id === rule.questionId);
  if (!question) throw new Error(`the record does not hold the question ${rule.questionId}`);
  return question;
};

export const feeds = (material: Material, rule: Rule, element: Question["feeds"][number]): boolean =>
  questionOfRule(material, rule).feeds.includes(element);

/** The words of chosen options: the bank's label, or the id where the bank does not know it. */
export const optionName = (material: Material, rule: Rule, option: string): string => {
  const label = questionOfRule(material, rule).options.find(({ id }) => id === option)?.label;
  return label ? say(label, material.language) : option;
};
