import type { Pipeline, PipelineStage } from "#domain/pipeline.ts";
import { type Json, PlanRefused } from "../contract.ts";
import type { Draft } from "../draft.ts";
import { id } from "../elements.ts";
import { distinctLabels } from "./names.ts";

type OnePipeline = Pipeline["pipelines"][number];

/** The legacy page of pipelines (v1) names both; the current specification names no others. */
const MAX_PIPELINE_LABEL = 36;
const MAX_STAGES = 100;
const MAX_STAGE_LABEL = 255;

export const pipelinesPath = "/crm/v3/pipelines/deals";
export const stageSymbol = (pipeline: string, stage: string): string => `stage.${pipeline}/${stage}`;

/** Work, then what waits, then the endings: HubSpot shows stages by their number alone. */
const inOrder = ({ stages }: OnePipeline): PipelineStage[] =>
  (["open", "deferred", "won", "lost"] as const).flatMap((outcome) =>
    stages.filter((stage) => stage.outcome === outcome),
  );

/**
 * The share of deals that HubSpot counts with at a stage, in steps of 0.1: 1.0 is won, 0.0 is lost, and a stage of work is
 * neither. The specification has all values of metadata as texts.
 */
const probabilities = (stages: readonly PipelineStage[]): Map<PipelineStage, string> => {
  const open = stages.filter(({ outcome }) => outcome === "open");
  const of = (stage: PipelineStage): number => {
    if (stage.outcome === "won") return 10;
    if (stage.outcome === "lost") return 0;
    if (stage.outcome === "deferred") return 1;
    return Math.min(9, Math.max(1, Math.round(((open.indexOf(stage) + 1) * 10) / (open.length + 1))));
  };
  return new Map(stages.map((stage) => [stage, (of(stage) / 10).toFixed(1)]));
};

/** Pipelines of deals with their stages. The endings come with the pipeline, so that it is whole from the first call on. */
export const addPipelines = (draft: Draft, pipeline: Pipeline): void => {
  const label = distinctLabels(draft, MAX_PIPELINE_LABEL);
  for (const [index, one] of pipeline.pipelines.entries())
    addPipeline(draft, one, label(id.pipeline(one.key), one.name), index + 1);
};

const addPipeline = (draft: Draft, one: OnePipeline, label: string, order: number): void => {
  const { say, quote } = draft.names;
  const stages = inOrder(one);
  const [first] = stages;
  if (first?.outcome !== "open")
    throw new PlanRefused(
      say(
        `Воронка ${one.name}: для HubSpot нужен хотя бы один этап работы`,
        `Pipeline ${one.name}: HubSpot needs one stage of work at least`,
      ),
    );
  if (stages.length > MAX_STAGES)
    throw new PlanRefused(
      say(
        `Воронка ${one.name}: этапов ${stages.length}, в HubSpot помещается не больше ${MAX_STAGES}`,
        `Pipeline ${one.name}: ${stages.length} stages, HubSpot holds no more than ${MAX_STAGES}`,
      ),
    );
  const symbol = `pipeline.${one.key}`;
  const element = id.pipeline(one.key);
  const chance = probabilities(stages);
  const stageLabel = distinctLabels(draft, MAX_STAGE_LABEL);
  const bodies = new Map(
    stages.map((stage, index): [PipelineStage, { [key: string]: Json }] => [
      stage,
      {
        label: stageLabel(id.stage(one.key, stage.key), stage.name),
        displayOrder: index + 1,
        metadata: { probability: chance.get(stage) ?? "0.1" },
      },
    ]),
  );
  draft.warn(
    element,
    say(
      `HubSpot требует вероятность для каждого этапа, а о ней не договаривались: в ${quote(label)} она растёт ровно от этапа к этапу`,
      `HubSpot wants a probability of each stage and none was agreed: in ${quote(label)} it grows evenly from stage to stage`,
    ),
  );
  draft.warn(
    element,
    say(
      `Ещё одна воронка сделок, ${quote(label)}, помещается в HubSpot только на платном тарифе, начиная со Starter`,
      `One more pipeline of deals, ${quote(label)}, fits into HubSpot with a paid plan only, from Starter on`,
    ),
  );
  const together = stages.filter((stage) => stage === first || stage.outcome === "won" || stage.outcome === "lost");
  draft.step({
    id: symbol,
    does: say(`Создать воронку ${quote(label)}`, `Make the pipeline ${quote(label)}`),
    path: pipelinesPath,
    body: { label, displayOrder: order, stages: together.map((stage) => bodies.get(stage) ?? null) },
    gives: [{ symbol, from: { take: "id" } }],
    carries: [element],
    finds: { path: pipelinesPath, gives: [{ symbol, from: { list: "results", where: { label }, take: "id" } }] },
    // never PUT: a whole replacement loses what was set by hand at the stages (hubspot-api-php, issue 9)
    changes: { path: `${pipelinesPath}/{{${symbol}}}`, body: { label, displayOrder: order } },
  });
  const path = `${pipelinesPath}/{{${symbol}}}/stages`;
  for (const stage of stages) {
    const body = bodies.get(stage) ?? {};
    const given = stageSymbol(one.key, stage.key);
    draft.step({
      id: given,
      does: say(`Этап ${quote(String(body.label))}`, `Stage ${quote(String(body.label))}`),
      path,
      body,
      gives: [{ symbol: given, from: { take: "id" } }],
      carries: [id.stage(one.key, stage.key)],
      finds: {
        path,
        gives: [{ symbol: given, from: { list: "results", where: { label: body.label ?? "" }, take: "id" } }],
      },
      changes: { path: `${path}/{{${given}}}`, body },
    });
    if (stage.outcome === "deferred")
      draft.partly(
        id.stage(one.key, stage.key),
        say(
          "Отложенные сделки стоят на обычном этапе перед финалом",
          "Deferred deals wait at an ordinary stage before the ending",
        ),
        say(
          `Договоритесь держать в ${quote(stage.name)} только отложенные`,
          `Agree to keep none but deferred deals in ${quote(stage.name)}`,
        ),
      );
  }
};
