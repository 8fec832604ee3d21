import type { Pipeline, PipelineStage } from "#domain/pipeline.ts";

/** The same in every pipeline; they can be renamed when the pipeline is made, and not otherwise. */
export const WON = 142;
export const LOST = 143;

/** Stages that become statuses of their own: those of work, then what waits. Won and lost are the system's. */
export const ownStages = ({ stages }: Pipeline["pipelines"][number]): PipelineStage[] => [
  ...stages.filter(({ outcome }) => outcome === "open"),
  ...stages.filter(({ outcome }) => outcome === "deferred"),
];

export const symbolOf = (pipeline: string, stage: string): string => `stage.${pipeline}/${stage}`;
