import type { Pipeline, PipelineStage } from "./shape.ts";

/** Where a deal stands and goes, for whoever draws it: a row a stage, a lane a role. Nobody in charge is the lane "". */
export type Chart = {
  key: string;
  name: string;
  lanes: string[];
  boxes: { key: string; text: string; outcome: PipelineStage["outcome"]; lane: number; row: number }[];
  /** `said` is the result that sends a deal back. */
  ways: { from: string; to: string; isBack: boolean; said: string }[];
  /** Endings that every stage of work leads to: said once instead of an arrow a stage. */
  anywhere: string[];
};

const isEnding = ({ outcome }: PipelineStage) => outcome !== "open";

/** @param role what a role is called, by its key */
export const chartOf = (one: Pipeline["pipelines"][number], role: (key: string) => string): Chart => {
  const working = one.stages.filter((stage) => !isEnding(stage));
  const anywhere = one.stages.filter(
    (stage) =>
      isEnding(stage) &&
      stage.outcome !== "won" &&
      working.every(({ transitions }) => transitions.some(({ to }) => to === stage.key)),
  );
  const endings = one.stages.filter((stage) => isEnding(stage) && !anywhere.includes(stage));
  const roleOf = (stage: PipelineStage) => stage.responsible?.role ?? "";
  const lanes = [...new Set(working.map(roleOf))];
  const last = working.at(-1);
  const lastLane = last ? lanes.indexOf(roleOf(last)) : 0;
  const shown = new Set([...working, ...endings].map(({ key }) => key));
  return {
    key: one.key,
    name: one.name,
    lanes: lanes.map((key) => (key === "" ? "" : role(key))),
    boxes: [
      ...working.map((stage, at) => ({
        key: stage.key,
        text: `${stage.order}. ${stage.name}`,
        outcome: stage.outcome,
        lane: lanes.indexOf(roleOf(stage)),
        row: at + 1,
      })),
      ...endings.map((stage, at) => ({
        key: stage.key,
        text: stage.name,
        outcome: stage.outcome,
        lane: lastLane + at,
        row: working.length + 1,
      })),
    ],
    ways: one.stages.flatMap((stage) =>
      stage.transitions
        .filter(({ to }) => shown.has(to))
        .map(({ to, kind }) => ({
          from: stage.key,
          to,
          isBack: kind === "back",
          said: stage.result?.returnTo === to ? stage.result.rejected : "",
        })),
    ),
    anywhere: anywhere.map(({ name }) => name),
  };
};
