import { say } from "../language.ts";
import type { Rule } from "../rule.ts";
import type { Chain } from "./chain.ts";
import { given, joined, type Material, optionName, pipelineKey, sourceOf } from "./given.ts";
import type { Pipeline } from "./shape.ts";
import { stageRules } from "./stage-rules.ts";

type DealType = Pipeline["dealTypes"][number];

/** The rules that a chain of stages stands on. */
export const rulesOfChain = (material: Material, chain: Chain): Rule[] =>
  chain.rule ? [chain.rule] : chain.stages.flatMap((stage) => stageRules(material, chain, stage));

/** Deal types with an agreed chain first, then those that the company named but has not walked through yet. */
export const composeDealTypes = (material: Material): DealType[] => {
  const walked = material.chains.map((chain): DealType => {
    const { id, name } = chain.dealType;
    const example = given(material, "deal-typical-order", "text", id)[0];
    const specifics = given(material, "deal-industry-specifics", "multi", id);
    return {
      key: material.keys("dealType", id, name),
      name,
      pipeline: pipelineKey(material, id),
      example: example?.answer.lines.join("\n") ?? null,
      specifics: specifics.flatMap(({ rule, answer }) => [
        ...answer.optionIds.map((option) => optionName(material, rule, option)),
        ...answer.own,
      ]),
      source: sourceOf(...rulesOfChain(material, chain), example?.rule, ...specifics.map(({ rule }) => rule)),
    };
  });
  const named = given(material, "deal-types-list", "multi").flatMap(({ rule, answer }) => {
    const options = answer.optionIds.map((id) => ({ id, name: optionName(material, rule, id) }));
    return [...options, ...answer.own.map((name) => ({ id: name, name }))].map(
      ({ id, name }): DealType => ({
        key: material.keys("dealType", id, name),
        name,
        pipeline: null,
        example: null,
        specifics: [],
        source: sourceOf(rule),
      }),
    );
  });
  const listing = given(material, "deal-types-list", "multi").map(({ rule }) => rule);
  return [
    ...walked.map((type) => {
      const agreed = named.some((other) => sameType(other, type));
      return agreed ? { ...type, source: joined(type.source, sourceOf(...listing)) } : type;
    }),
    ...named.filter((other) => !walked.some((type) => sameType(other, type))),
  ];
};

/** The bank says `new-client` where a template says `new-private`: the first word tells which type is meant. */
const sameType = (a: DealType, b: DealType): boolean =>
  a.name === b.name || a.key.split("-")[0] === b.key.split("-")[0];

/** Texts and pairs that people read while they work: standards, advantages, answers to objections. */
export const composeGuides = (material: Material): Pipeline["guides"] =>
  material.rules.flatMap((rule) => {
    const question = material.record.questions.find(({ id }) => id === rule.questionId);
    const { answer } = rule;
    if (!question?.feeds.some((element) => element === "guide" || element === "permission") || rule.stage !== null)
      return [];
    if (answer.kind !== "text" && answer.kind !== "pairs") return [];
    return [
      {
        key: material.keys("guide", rule.question, rule.questionId),
        name: say(question.wording, material.language),
        pipeline: pipelineKey(material, rule.dealType),
        lines: answer.kind === "text" ? answer.lines : [],
        pairs:
          answer.kind === "pairs"
            ? answer.pairs.map(({ left, right, proof }) => ({ left, right, proof: proof ?? null }))
            : [],
        source: sourceOf(rule),
      },
    ];
  });
