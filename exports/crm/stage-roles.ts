import type { Pipeline, PipelineStage } from "#domain/pipeline.ts";

/** The roles that have something to do at a stage: they answer for it, have a task there or fill in one of its fields. */
export const rolesAtStage = (pipeline: Pipeline, stage: PipelineStage): Set<string> => {
  const fillers = new Map(pipeline.fields.map(({ key, filledBy }) => [key, filledBy]));
  const roles = [
    stage.responsible?.role,
    ...stage.tasks.map(({ role }) => role),
    ...(stage.result?.steps ?? []).map(({ role }) => role),
    ...stage.requiredFields.map(({ field }) => fillers.get(field)),
  ];
  return new Set(roles.filter((role): role is string => Boolean(role)));
};
