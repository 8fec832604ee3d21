import type { Pipeline, PipelineStage } from "#domain/pipeline.ts";
import type { Draft } from "../draft.ts";
import { type Batch, idOf, xmlId } from "./records.ts";

export type OnePipeline = Pipeline["pipelines"][number];
export type Field = Pipeline["fields"][number];

/** A field of the deal in Odoo: its name, whether it is Odoo’s own, and its external id when it is ours. */
export type DealField = { name: string; isOwn: boolean; record: string | null };

/** What is being put together: batches in the order of loading, and the fields by which rules speak of a deal. */
export type Build = {
  draft: Draft;
  pipeline: Pipeline;
  batches: Batch[];
  dealFields: Map<string, DealField>;
  /** An element that a batch which is there already carries too. */
  alsoBy: (step: string, element: string) => void;
};

export const newBuild = (draft: Draft, pipeline: Pipeline): Build => {
  const batches: Batch[] = [];
  return {
    draft,
    pipeline,
    batches,
    dealFields: new Map(),
    alsoBy: (step, element) => void batches.find((batch) => batch.step === step)?.carries.push(element),
  };
};

export const LEAD = { ref: "crm.model_crm_lead" };
export const STAGE_FIELD = { refs: ["crm.field_crm_lead__stage_id"] };

export const stageId = (one: OnePipeline, stage: string): string => xmlId("stage", one.key, stage);

/** Stages that become stages of Odoo: work, what waits, the won ending. Lost is no stage there but a mark with a reason. */
export const odooStages = ({ stages }: OnePipeline): PipelineStage[] => [
  ...stages.filter(({ outcome }) => outcome === "open"),
  ...stages.filter(({ outcome }) => outcome === "deferred"),
  ...stages.filter(({ outcome }) => outcome === "won").slice(0, 1),
];

/** A condition that holds at these stages. */
export const atStages = (stages: readonly string[]): string =>
  stages.length === 1
    ? `[('stage_id', '=', ${idOf(stages[0] as string)})]`
    : `[('stage_id', 'in', [${stages.map(idOf).join(", ")}])]`;
