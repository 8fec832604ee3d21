import { given } from "../pipeline/given.ts";
import { reachesWon } from "../pipeline/transitions.ts";
import { atDealTypes, atStages, type Checks, type Finding } from "./evidence.ts";
import { exitOf } from "./stage.ts";

const MANY = 12;

/** The chain as a graph: its stages follow each other, so what a rule speaks of outside of it cannot be reached. */
export const CHAIN = {
  "stage-unreachable": ({ walks, rules }) =>
    walks.flatMap(({ dealType, stages, rule }): Finding[] =>
      rule
        ? dealType.stages
            .filter(({ id }) => rules.some((other) => other.dealType === dealType.id && other.stage === id))
            .filter(({ id }) => !stages.some((stage) => stage.id === id))
            .map(({ id, name }) => ({ dealType: dealType.id, stage: id, detail: name }))
        : [],
    ),
  "stage-dead-end": (evidence) =>
    atStages(
      evidence,
      (_, chain, at) => chain.rule !== null && at === chain.stages.length - 1 && !reachesWon(chain, evidence.rules),
    ),
  "no-won": (evidence) =>
    atDealTypes(evidence, ({ dealType }) => given(evidence, "deal-win-moment", "single", dealType.id).length === 0),
  "stages-too-many": (evidence) => atDealTypes(evidence, ({ stages }) => stages.length > MANY),
  "duplicate-stage": (evidence) =>
    atStages(evidence, (stage, { dealType, stages }, at) => {
      const exit = plain(exitOf(evidence, dealType.id, stage));
      return (
        exit !== "" && stages.slice(0, at).some((earlier) => plain(exitOf(evidence, dealType.id, earlier)) === exit)
      );
    }),
} satisfies Checks;

const plain = (lines: string[]): string =>
  lines
    .join(" ")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
