import type { PipelineStage } from "../pipeline/shape.ts";
import { atWork, dayOf } from "./calendar.ts";
import { type Ground, openStages, stepsOn } from "./ground.ts";
import { closeLost } from "./price-only.ts";
import { dueAt, find, takeSteps, tell, type Walk } from "./walk.ts";
import type { Turn, Way } from "./way.ts";

/** The client wants something else while the order is being made: where a package was handed over, else after the win. */
export const changeOf = (ground: Ground): Turn | null => {
  const stages = openStages(ground);
  const handed = ground.pipeline.handoffs.find(
    (one) => one.pipeline === ground.chain.key && one.package.length > 0,
  )?.toStage;
  const stage = stages.find(({ key }) => key === handed) ?? afterWin(ground);
  return stage ? { stage: stage.key, play: change } : null;
};

/** The client does not want the order any more, once it is paid for. */
export const cancellationOf = (ground: Ground): Turn | null => {
  const stage = afterWin(ground);
  return stage ? { stage: stage.key, play: cancel } : null;
};

const afterWin = (ground: Ground): PipelineStage | undefined => {
  const stages = openStages(ground);
  const won = stages.findIndex(({ key }) => key === ground.chain.won?.stage);
  return stages[won < 0 ? Math.floor(stages.length / 2) : Math.min(won + 1, stages.length - 1)];
};

const change = (walk: Walk, stage: PipelineStage, end: number): Way => {
  const { ground, words } = walk;
  walk.turned = true;
  const begun = atWork(walk.clock + (end - walk.clock) / 2);
  walk.clock = begun;
  tell(walk, { kind: "client", stage: stage.key, text: words.changesOrder });
  const steps = stepsOn(ground, "handoff-order-change");
  if (steps.length === 0) {
    tell(walk, { kind: "wait", stage: stage.key, text: words.changeUnruled });
    find(walk, "change-unsaid", stage.key, words.finding["change-unsaid"]());
    return { kind: "on", end };
  }
  takeSteps(walk, stage.key, steps);
  if (!steps.some(({ counterpart }) => counterpart === "client"))
    find(walk, "change-client-untold", stage.key, words.finding["change-client-untold"](), {
      rule: steps[0]?.source[0]?.rule ?? null,
    });
  return { kind: "on", end: end + (walk.clock - begun) };
};

const cancel = (walk: Walk, stage: PipelineStage): Way => {
  const { ground, words } = walk;
  walk.turned = true;
  walk.clock = dueAt(walk.clock, { value: 1, unit: "workDay" });
  // what was going to be done at the stage after this moment is not done any more
  walk.events = walk.events.filter(({ at }) => at <= walk.clock);
  tell(walk, { kind: "client", stage: stage.key, text: words.cancels });
  const steps = stepsOn(ground, "outcome-cancel-after-payment");
  if (steps.length === 0) {
    tell(walk, { kind: "wait", stage: stage.key, text: words.cancelUnruled });
    find(walk, "cancel-unsaid", stage.key, words.finding["cancel-unsaid"]());
  }
  takeSteps(walk, stage.key, steps);
  const passage = walk.passages.at(-1);
  if (passage) passage.to = dayOf(walk.clock);
  return { kind: "end", end: closeLost(walk, stage.key, ["need-gone", "need-postponed"]) };
};
