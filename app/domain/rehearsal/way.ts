import type { PipelineStage } from "../pipeline/shape.ts";
import { type Clock, momentOf, workingDaysBetween } from "./calendar.ts";
import { openStages, outcomeStage } from "./ground.ts";
import type { Rehearsal } from "./shape.ts";
import { arrive, leave } from "./visit.ts";
import { find, tell, type Walk } from "./walk.ts";

/** Where a turn leads: on along the chain, back to a stage, or to the end of the rehearsal. */
export type Way = { kind: "on"; end: Clock } | { kind: "back"; to: string } | Stopped;
type Stopped = { kind: "end"; end: Rehearsal["end"] };

/** Something that happens once at a stage, after its steps and before it is closed. */
export type Turn = { stage: string; play: (walk: Walk, stage: PipelineStage, end: Clock) => Way };

/** An order comes back a few times at most; what goes round longer has no way out. */
const MOST_VISITS = 3;

/** Walks the chain to its end; the turn is taken at its stage, the first time only. */
export const walkChain = (walk: Walk, turn: Turn | null): Rehearsal["end"] => {
  const stages = openStages(walk.ground);
  const visits = new Map<string, number>();
  let pending = turn;
  let before: PipelineStage | null = null;
  let stage: PipelineStage | undefined = stages[0];
  if (stage) tell(walk, { kind: "client", stage: stage.key, text: walk.words.clientComes });
  while (stage) {
    visits.set(stage.key, (visits.get(stage.key) ?? 0) + 1);
    const at: PipelineStage = stage;
    let end = arrive(walk, at, before);
    before = at;
    if (pending?.stage === at.key) {
      const way = pending.play(walk, at, end);
      pending = null;
      if (way.kind === "end") return way.end;
      walk.turned = way.kind === "back";
      if (way.kind === "back") {
        stage = stages.find(({ key }) => key === way.to);
        continue;
      }
      end = way.end;
    }
    leave(walk, at, end);
    // once the order is where it was when it turned, the rest goes as planned
    if (turn?.stage === at.key) walk.turned = false;
    const next = at.transitions.find(({ kind }) => kind === "forward")?.to;
    const following = stages.find(({ key }) => key === next);
    if (!following || (visits.get(following.key) ?? 0) >= MOST_VISITS) return finish(walk, at);
    stage = following;
  }
  return { kind: "nothing", text: walk.words.nothing };
};

const finish = (walk: Walk, last: PipelineStage): Rehearsal["end"] => {
  const { ground, words } = walk;
  const won = outcomeStage(ground, "won");
  if (!ground.chain.won) {
    find(walk, "no-won", last.key, words.finding["no-won"]());
    return { kind: "stuck", text: words.stuckAt(last.name) };
  }
  if (!won || !last.transitions.some(({ to }) => to === won.key)) {
    find(walk, "stage-dead-end", last.key, words.finding["stage-dead-end"](last.name));
    return { kind: "stuck", text: words.stuckAt(last.name) };
  }
  tell(walk, { kind: "outcome", stage: won.key, text: words.ends(won.name), source: won.source });
  return { kind: "won", text: words.endedWell(won.name) };
};

/** More than five days of work without a word make a client call by himself (domain brief §5, silence-gap). */
const SILENCE = 5;

/** Notes the times in which the client hears nothing; for the way as planned. */
export const listen = (walk: Walk): void => {
  const heard = walk.events
    .filter(({ toClient, kind }) => toClient || kind === "client")
    .map(({ at, stage }) => ({ at, stage }))
    .sort((a, b) => a.at - b.at);
  for (const [index, { at, stage }] of heard.entries()) {
    const next = heard[index + 1]?.at ?? at;
    const days = workingDaysBetween(at, next);
    if (days <= SILENCE) continue;
    const message = walk.words.finding["silence-gap"](momentOf(at).day, momentOf(next).day, Math.floor(days));
    find(walk, "silence-gap", stage, message, { at });
  }
};
