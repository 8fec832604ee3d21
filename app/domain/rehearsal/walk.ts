import type { Duration } from "../duration.ts";
import type { PipelineStage } from "../pipeline/shape.ts";
import { atWork, type Clock, momentOf, START, whenOver } from "./calendar.ts";
import { FINDINGS, type FindingCode } from "./codes.ts";
import { fieldName, type Ground, roleName, rulesIn } from "./ground.ts";
import type { Passage, RehearsalEvent } from "./shape.ts";
import type { Words } from "./words.ts";

type Step = PipelineStage["tasks"][number];

/** A finding before it is known which asked question mends it; `rule` is the rule to be changed, where there is one. */
export type Found = {
  code: FindingCode;
  at: Clock | null;
  stage: string | null;
  message: string;
  rule: string | null;
  inTurn: boolean;
};

/** One rehearsal while it goes on. `filled` are the fields that are known by now, `turned` says that the turn is on. */
export type Walk = {
  ground: Ground;
  words: Words;
  clock: Clock;
  turned: boolean;
  events: (RehearsalEvent & { at: Clock })[];
  found: Found[];
  passages: Omit<Passage, "isBroken">[];
  filled: Set<string>;
};

export const startWalk = (ground: Ground, words: Words): Walk => ({
  ground,
  words,
  clock: START,
  turned: false,
  events: [],
  found: [],
  passages: [],
  filled: new Set(),
});

type Told = Pick<RehearsalEvent, "kind" | "stage" | "text"> & {
  at?: Clock;
  who?: string | null;
  source?: Parameters<typeof rulesIn>[0];
  fields?: readonly string[];
  until?: Clock | null;
  toClient?: boolean;
};

/** Puts an event on record; `who` and `fields` are keys. */
export const tell = (
  walk: Walk,
  { at = walk.clock, who = null, source, fields = [], until, toClient, ...told }: Told,
) => {
  const { ground } = walk;
  walk.events.push({
    at,
    ...momentOf(at),
    ...told,
    who: roleName(ground, who),
    rules: rulesIn(source),
    fields: [...new Set(fields)].map((key) => ({
      name: fieldName(ground, key),
      by: roleName(ground, ground.pipeline.fields.find((field) => field.key === key)?.filledBy ?? null),
    })),
    until: until === undefined || until === null ? null : momentOf(until),
    toClient: toClient ?? false,
    inTurn: walk.turned,
  });
};

/**
 * Notes what is wrong, once for a thing, and shows where the order would stand. With `at: null` it is only noted: the
 * order is somewhere else.
 */
export const find = (
  walk: Walk,
  code: FindingCode,
  stage: string,
  message: string,
  { rule = null, at = walk.clock }: { rule?: string | null; at?: Clock | null } = {},
): void => {
  if (walk.found.some((known) => known.code === code && known.message === message)) return;
  walk.found.push({ code, at, stage, message, rule, inTurn: walk.turned });
  if (at !== null && FINDINGS[code].severity === "error") tell(walk, { kind: "stop", stage, at, text: message });
};

/** Somebody takes a step: at `at`, or now. Whatever the step records is known from then on. */
export const takeStep = (walk: Walk, stage: string, step: Step, at: Clock = walk.clock): void => {
  const { words } = walk;
  if (step.role === null)
    find(walk, "step-no-doer", stage, words.finding["step-no-doer"](step.title), {
      rule: step.source[0]?.rule ?? null,
      at,
    });
  tell(walk, {
    kind: step.mode === "control" ? "check" : "step",
    stage,
    at,
    who: step.role,
    text: words.sentence(step.title),
    source: step.source,
    fields: step.recordIn === null ? [] : [step.recordIn],
    toClient: step.counterpart === "client" && step.mode === "do",
  });
  if (step.recordIn !== null) walk.filled.add(step.recordIn);
};

/** Steps one after the other, each by the end of the time that it has. */
export const takeSteps = (walk: Walk, stage: string, steps: readonly Step[]): void => {
  for (const step of steps) {
    walk.clock = dueAt(walk.clock, step.due);
    takeStep(walk, stage, step);
  }
};

/** When a length of time is over that begins now; a length that nobody can know takes none. */
export const dueAt = (from: Clock, due: Duration | null): Clock => (due && whenOver(from, due)) ?? from;

/** The order moves: nobody takes it up at night. */
export const untilWork = (walk: Walk): void => {
  walk.clock = atWork(walk.clock);
};
