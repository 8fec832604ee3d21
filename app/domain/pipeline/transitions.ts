import type { Rule } from "../rule.ts";
import type { Chain } from "./chain.ts";
import { given, type Material, sourceOf, stageKey } from "./given.ts";
import type { PipelineStage } from "./shape.ts";
import { stageRules } from "./stage-rules.ts";

/** Forward to the next stage, back when a result is refused, and to where a deal ends or waits. */
export const transitionsOf = (
  material: Material,
  chain: Chain,
  at: number,
  outcomes: PipelineStage[],
): PipelineStage["transitions"] => {
  const stage = chain.stages[at];
  const next = chain.stages[at + 1];
  if (!stage) return [];
  const id = chain.dealType.id;
  const order = chain.rule
    ? [chain.rule]
    : [...stageRules(material, chain, stage), ...(next ? stageRules(material, chain, next) : [])];
  const forward = next
    ? [{ to: stageKey(material, id, next.id), kind: "forward" as const, source: sourceOf(...order) }]
    : [];
  const [refused] = given(material, "stage-rejected-result", "steps", id, stage.id);
  const back = refused && chain.stages.find((other) => other.id === stage.rejection?.backTo);
  const ends = outcomes.filter(({ outcome }) => outcome !== "won" || (!next && reachesWon(chain, material.rules)));
  return [
    ...forward,
    ...(back ? [{ to: stageKey(material, id, back.id), kind: "back" as const, source: sourceOf(refused.rule) }] : []),
    ...ends.map(({ key, source }) => ({ to: key, kind: "outcome" as const, source })),
  ];
};

/** A chain that stops before a stage where the deal counts as won or completed, and that rules speak of, wins no deal. */
export const reachesWon = ({ dealType, stages }: Chain, rules: readonly Rule[]): boolean =>
  [dealType.wonAt, dealType.completedAt].every(
    (end) =>
      end === null ||
      stages.some(({ id }) => id === end) ||
      !rules.some((rule) => rule.dealType === dealType.id && rule.stage === end),
  );
