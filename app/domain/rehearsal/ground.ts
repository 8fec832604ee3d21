import type { Pipeline, PipelineStage, Source } from "../pipeline/shape.ts";

type Chain = Pipeline["pipelines"][number];

/**
 * What an order walks on: the composed pipeline, the chain of one deal type, the question of the bank that each rule
 * answers, and the keys of the stages whose result can be refused by the set-up, whether or not a rule says what follows.
 */
export type Ground = {
  pipeline: Pipeline;
  chain: Chain;
  questionOf: ReadonlyMap<string, string>;
  refusable: readonly string[];
};

export const openStages = ({ chain }: Ground): PipelineStage[] =>
  chain.stages.filter(({ outcome }) => outcome === "open").sort((a, b) => a.order - b.order);

export const outcomeStage = ({ chain }: Ground, outcome: PipelineStage["outcome"]): PipelineStage | undefined =>
  chain.stages.find((stage) => stage.outcome === outcome);

export const roleName = ({ pipeline }: Ground, role: string | null): string | null =>
  role === null ? null : (pipeline.roles.find(({ key }) => key === role)?.name ?? role);

export const fieldName = ({ pipeline }: Pick<Ground, "pipeline">, field: string): string =>
  pipeline.fields.find(({ key }) => key === field)?.name ?? field;

/** The CRM fills the field in, or a role is named that does. */
export const isFilledBySomebody = ({ pipeline }: Ground, field: string): boolean => {
  const known = pipeline.fields.find(({ key }) => key === field);
  return known !== undefined && (known.auto || known.filledBy !== null);
};

/** The elements of a kind that hold for this chain: its own and those of the whole company. */
export const ownOf = <E extends { pipeline: string | null }>({ chain }: Ground, elements: readonly E[]): E[] =>
  elements.filter(({ pipeline }) => pipeline === null || pipeline === chain.key);

/** The first setting that an answer to the question made. */
export const settingOn = (ground: Ground, question: string): Pipeline["settings"][number] | undefined =>
  ownOf(ground, [...ground.pipeline.intake, ...ground.pipeline.settings]).find(({ about }) => about === question);

type Step = PipelineStage["tasks"][number];

/** The steps that rules on the question ask for, wherever the composition put them, in the order of the answer. */
export const stepsOn = (ground: Ground, question: string): Step[] => {
  const answers = ({ source }: { source: Source[] }) =>
    source.some(({ rule }) => ground.questionOf.get(rule) === question);
  return [
    ...ownOf(ground, ground.pipeline.procedures).flatMap(({ steps }) => steps),
    ...ground.chain.stages.flatMap(({ tasks }) => tasks),
  ].filter(answers);
};

export const rulesIn = (...sources: (readonly Source[] | undefined)[]): string[] => [
  ...new Set(sources.flatMap((source) => source?.map(({ rule }) => rule) ?? [])),
];
