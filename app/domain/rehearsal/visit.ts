import type { PipelineStage } from "../pipeline/shape.ts";
import { type Clock, dayOf, workedUntil } from "./calendar.ts";
import { fieldName, type Ground, isFilledBySomebody, openStages, ownOf, stepsOn } from "./ground.ts";
import { handOver } from "./handover.ts";
import { wait } from "./norm.ts";
import { dueAt, find, takeStep, tell, untilWork, type Walk } from "./walk.ts";

type Step = PipelineStage["tasks"][number];

/** What rules call «every week»: such a step comes again for as long as the stage lasts. */
const REPEATED = /раз в|кажд|еженедел|ежедневн|\b(every|weekly|daily)\b/i;
const MOST_TIMES = 12;

/** Somebody takes the order up and works on it. Gives the moment when the time of the stage is over. */
export const arrive = (walk: Walk, stage: PipelineStage, before: PipelineStage | null): Clock => {
  untilWork(walk);
  const again = walk.passages.some((passage) => passage.stage === stage.key);
  if (before && !again) handOver(walk, before, stage);
  takeUp(walk, stage, again);
  const end = wait(walk, stage, again);
  if (!again) {
    talk(walk, stage);
    for (const step of stage.tasks) if (!isAboutRefusal(stage, step)) work(walk, stage, step, end);
  }
  walk.passages.push({ stage: stage.key, from: dayOf(walk.clock), to: dayOf(end) });
  return end;
};

/** The stage is closed at `end`: its fields are filled in, and what counts as a win or as completed has happened. */
export const leave = (walk: Walk, stage: PipelineStage, end: Clock): void => {
  const { ground, words } = walk;
  walk.clock = Math.max(walk.clock, end);
  for (const { role, signs, source } of stage.checks)
    tell(walk, { kind: "check", stage: stage.key, who: role, text: words.checks(signs), source });
  const fields = stage.requiredFields.filter(({ to }) => to === "leave").map(({ field }) => field);
  const idle = fields.filter((field) => !walk.filled.has(field) && !isFilledBySomebody(ground, field));
  for (const field of idle) {
    const message = words.finding["required-never-collected"](stage.name, words.quote(fieldName(ground, field)));
    const rule = stage.requiredFields.find((required) => required.field === field)?.source[0]?.rule ?? null;
    find(walk, "required-never-collected", stage.key, message, { rule });
  }
  for (const field of fields) walk.filled.add(field);
  if (!stage.exit) find(walk, "stage-no-exit", stage.key, words.finding["stage-no-exit"](stage.name));
  tell(walk, {
    kind: "leave",
    stage: stage.key,
    who: stage.responsible?.role ?? null,
    text: `${words.leaves(stage.name)} ${stage.exit ? words.exit(stage.exit.lines) : words.noExit}`,
    source: [...(stage.exit?.source ?? []), ...stage.requiredFields.flatMap(({ source }) => source)],
    fields,
  });
  const passage = walk.passages.findLast((one) => one.stage === stage.key);
  if (passage) passage.to = dayOf(walk.clock);
  celebrate(walk, stage);
};

const takeUp = (walk: Walk, stage: PipelineStage, again: boolean): void => {
  const { words, ground } = walk;
  if (stage.responsible)
    tell(walk, {
      kind: "enter",
      stage: stage.key,
      who: stage.responsible.role,
      text: again ? words.takesAgain(stage.name) : words.takes(stage.name),
      source: stage.responsible.source,
    });
  else {
    tell(walk, { kind: "enter", stage: stage.key, text: words.nobodyTakes(stage.name) });
    find(walk, "stage-no-role", stage.key, words.finding["stage-no-role"](stage.name));
  }
  const [first, ...others] = unled(ground);
  if (first?.key === stage.key) {
    const names = [...new Set([first.name, others.at(-1)?.name ?? first.name])].join(" — ");
    find(walk, "owner-gap", stage.key, words.finding["owner-gap"](names));
  }
};

/** The stages on which nobody is the face of the company to the client. */
const unled = (ground: Ground): PipelineStage[] => {
  const stages = openStages(ground);
  const place = (key: string) => stages.findIndex((stage) => stage.key === key);
  return stages.filter(
    (_, at) => !ground.chain.owners.some(({ from, to }) => place(from) >= 0 && place(from) <= at && at <= place(to)),
  );
};

/** The first conversation stands at no stage of its own: it is led where most of its answers are asked for. */
const talk = (walk: Walk, stage: PipelineStage): void => {
  const { ground, words } = walk;
  for (const [question, tells] of [
    ["first-contact-script", words.talks],
    ["first-contact-clarifying-questions", words.asks],
  ] as const) {
    const steps = ownOf(ground, ground.pipeline.procedures)
      .filter(({ source }) => source.some(({ rule }) => ground.questionOf.get(rule) === question))
      .flatMap((procedure) => procedure.steps);
    const asked = steps.flatMap(({ recordIn }) => recordIn ?? []);
    const wanted = ({ requiredFields }: PipelineStage) =>
      requiredFields.filter(({ field }) => asked.includes(field)).length;
    const stages = openStages(ground);
    const most = Math.max(0, ...stages.map(wanted));
    if (steps.length === 0 || stages.find((one) => wanted(one) === most)?.key !== stage.key) continue;
    tell(walk, {
      kind: "step",
      stage: stage.key,
      who: steps[0]?.role ?? stage.responsible?.role ?? null,
      text: tells(steps.map(({ title }) => title)),
      source: steps.flatMap(({ source }) => source),
      fields: asked,
      toClient: true,
    });
    for (const field of asked) walk.filled.add(field);
  }
};

/** A step that writes down why a result was refused, or when it is tried again, belongs to the refusal. */
const isAboutRefusal = ({ result }: PipelineStage, { recordIn }: Step): boolean =>
  result !== null && recordIn !== null && recordIn !== result.field && [result.reason, result.retry].includes(recordIn);

const work = (walk: Walk, stage: PipelineStage, step: Step, end: Clock): void => {
  const due = dueAt(walk.clock, step.due);
  const [norm] = stage.norms;
  if (step.due && REPEATED.test(step.title) && due > walk.clock) {
    let at = due;
    for (let times = 0; times < MOST_TIMES && at <= end; times++, at = dueAt(at, step.due))
      takeStep(walk, stage.key, step, at);
    if (due > end) takeStep(walk, stage.key, step, end);
    return;
  }
  if (step.due && norm && due > end && workedUntil(due) > workedUntil(end)) {
    const { words } = walk;
    const lengths = [words.length(step.due), words.length(norm.limit)] as const;
    find(walk, "step-after-norm", stage.key, words.finding["step-after-norm"](step.title, ...lengths), {
      rule: step.source[0]?.rule ?? null,
    });
  }
  takeStep(walk, stage.key, step, Math.min(due, end));
};

const celebrate = (walk: Walk, stage: PipelineStage): void => {
  const { ground, words } = walk;
  const { won } = ground.chain;
  if (won?.stage === stage.key)
    tell(walk, { kind: "outcome", stage: stage.key, text: words.won(won.moment), source: won.source });
  if (won?.completedAt !== stage.key) return;
  tell(walk, { kind: "outcome", stage: stage.key, text: words.completed, source: won.source });
  const atStages = new Set(ground.chain.stages.flatMap(({ tasks }) => tasks.map(({ key }) => key)));
  for (const step of stepsOn(ground, "outcome-after-win"))
    if (!atStages.has(step.key)) takeStep(walk, stage.key, step, dueAt(walk.clock, step.due));
};
