import type { Pipeline, PipelineStage } from "#domain/pipeline.ts";

type OnePipeline = Pipeline["pipelines"][number];

/**
 * The stages at whose door a field must have been filled in, so that nobody gets past by skipping one: what must be there to
 * leave a stage is asked by all later stages of work and by the won ending, what must be there to enter one by itself too.
 * An ending or a waiting stage asks for itself alone.
 */
export const doorsOf = (one: OnePipeline, stage: PipelineStage, to: "enter" | "leave"): PipelineStage[] => {
  if (stage.outcome !== "open") return to === "enter" ? [stage] : [];
  const ahead = one.stages.filter(
    ({ outcome, order }) =>
      (outcome === "open" && (order > stage.order || (to === "enter" && order === stage.order))) || outcome === "won",
  );
  return ahead;
};

/** All doors of a field in all pipelines, each once. */
export const doorsOfField = (pipeline: Pipeline, field: string): { pipeline: OnePipeline; stage: PipelineStage }[] =>
  pipeline.pipelines.flatMap((one) => {
    const doors = new Set(
      one.stages.flatMap((stage) =>
        stage.requiredFields.filter((each) => each.field === field).flatMap(({ to }) => doorsOf(one, stage, to)),
      ),
    );
    return one.stages.filter((stage) => doors.has(stage)).map((stage) => ({ pipeline: one, stage }));
  });

/** The ids of the elements that say where this field is required. */
export const requirementsOfField = (pipeline: Pipeline, field: string, to?: "enter" | "leave"): string[] =>
  pipeline.pipelines.flatMap((one) =>
    one.stages.flatMap((stage) =>
      stage.requiredFields
        .filter((each) => each.field === field && (to === undefined || each.to === to))
        .map((each) => `required-to-${each.to}:${one.key}/${stage.key}/${field}`),
    ),
  );
