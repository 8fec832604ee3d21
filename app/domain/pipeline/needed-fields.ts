import type { FieldChoice } from "../answer.ts";
import type { Rule } from "../rule.ts";
import { type Material, optionName } from "./given.ts";

/** What one rule says about one field; `options` where the rule itself makes up the list of values. */
export type Word = { id: string; rule: Rule; choice?: FieldChoice; options?: { key: string; name: string }[] };

/** Fields without which a rule on the question could not be kept; a «no» needs none. */
const NEEDED: Record<string, string[]> = {
  "offer-discount-limits": ["discount-percent"],
  "offer-discount-approval": ["discount-approver"],
  "offer-bonuses": ["bonus"],
  "offer-payment-terms": ["payment-terms"],
  "outcome-deferred": ["return-date"],
  "first-contact-prospect-rating": ["prospect-rating"],
  "first-contact-next-step": ["next-step", "next-step-date"],
  "objections-record": ["objection"],
  "access-personal-data": ["consent-pd"],
};

/** The fields that rules imply: to keep them, to mark a refused result, or as the list of values that they make up. */
export const neededFields = (material: Material): Word[] =>
  material.rules.flatMap((rule) => {
    if (rule.answer.kind === "yesno" && !rule.answer.value) return [];
    const ids = NEEDED[rule.questionId] ?? [];
    return [...ids.map((id) => ({ id, rule })), ...refusedResult(material, rule), ...listed(material, rule)];
  });

const refusedResult = ({ chains }: Material, rule: Rule): Word[] => {
  if (rule.questionId !== "stage-rejected-result") return [];
  const chain = chains.find(({ dealType }) => dealType.id === rule.dealType);
  const rejection = chain?.stages.find(({ id }) => id === rule.stage)?.rejection;
  return rejection ? [{ id: rejection.field, rule }] : [];
};

const listed = (material: Material, rule: Rule): Word[] => {
  const { keys, catalogue } = material;
  const { answer, questionId } = rule;
  if (answer.kind === "lossReasons") {
    const options = answer.reasons.map(({ id, name }) => ({ key: keys("lossReason", id, name), name }));
    const comment = answer.reasons.some(({ commentRequired }) => commentRequired) ? [{ id: "loss-comment", rule }] : [];
    return [{ id: "loss-reason", rule, options }, ...comment];
  }
  if (answer.kind !== "multi") return [];
  const options = [
    ...answer.optionIds.map((id) => ({ id, key: keys(questionId, id), name: optionName(material, rule, id) })),
    ...answer.own.map((name) => ({ id: name, key: keys(questionId, name, name), name })),
  ];
  const plain = (part: typeof options) =>
    part.length > 0 ? { options: part.map(({ key, name }) => ({ key, name })) } : {};
  if (questionId === "offer-discount-grounds") return [{ id: "discount-reason", rule, ...plain(options) }];
  if (questionId !== "intake-channels-sources") return [];
  // one question asks for ways in and for sources; the dictionary knows which of them are ways in
  const ways = new Set(catalogue.fields.channel?.options?.map(({ id }) => id));
  return [
    { id: "channel", rule, ...plain(options.filter(({ id }) => ways.has(id))) },
    { id: "source", rule, ...plain(options.filter(({ id }) => !ways.has(id))) },
  ];
};
