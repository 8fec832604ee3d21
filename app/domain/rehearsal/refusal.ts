import type { PipelineStage } from "../pipeline/shape.ts";
import { ENDS_THE_LOOP } from "../pipeline/stage-rules.ts";
import { fieldName, type Ground, openStages } from "./ground.ts";
import { dueAt, find, takeSteps, tell, type Walk } from "./walk.ts";
import type { Turn, Way } from "./way.ts";

/** A step for the second refusal has no place in the first. */
const SECOND = /(после|при) (второ|треть|двух|тр[её]х|повторн)|after (the |a )?(second|third|two|three)/i;
const CLOSES = /закры|отказ|close|lost/i;

/** Where an order can be refused first: a result that is not accepted, else a package that the next in line returns. */
export const refusalOf = (ground: Ground): Turn | null => {
  const stage = openStages(ground).find(({ key, result }) => result !== null || isRefusable(ground, key));
  if (stage) return { stage: stage.key, play: refuse };
  const handoff = ground.pipeline.handoffs.find((one) => one.pipeline === ground.chain.key && one.package.length > 0);
  return handoff ? { stage: handoff.toStage, play: returnPackage } : null;
};

const isRefusable = ({ refusable }: Ground, stage: string): boolean => refusable.includes(stage);

const refuse = (walk: Walk, stage: PipelineStage, end: number): Way => {
  const { ground, words } = walk;
  walk.clock = end;
  walk.turned = true;
  judge(walk, stage);
  const { result } = stage;
  if (!result) {
    const who = stage.responsible?.role ?? null;
    tell(walk, { kind: "step", stage: stage.key, who, text: words.refusedUnruled(stage.name) });
    return { kind: "end", end: { kind: "stuck", text: words.stuckAt(stage.name) } };
  }
  const field = fieldName(ground, result.field);
  tell(walk, {
    kind: "step",
    stage: stage.key,
    who: result.steps[0]?.role ?? stage.responsible?.role ?? null,
    text: words.refused(stage.name, field, result.rejected),
    source: result.source,
    fields: [result.field, result.reason, result.retry].flatMap((key) => key ?? []),
  });
  takeSteps(
    walk,
    stage.key,
    result.steps.filter(({ title }) => !SECOND.test(title)),
  );
  const back = openStages(ground).find(({ key }) => key === result.returnTo);
  if (!back) {
    find(walk, "reject-nowhere", stage.key, words.finding["reject-nowhere"](stage.name));
    return { kind: "end", end: { kind: "stuck", text: words.stuckAt(stage.name) } };
  }
  tell(walk, { kind: "outcome", stage: back.key, text: words.backTo(back.name), source: result.source });
  return { kind: "back", to: back.key };
};

/** What the rules on refused results lack, at every stage that can be refused. */
const judge = (walk: Walk, here: PipelineStage): void => {
  const { ground, words } = walk;
  const { finding } = words;
  for (const stage of openStages(ground)) {
    const { result } = stage;
    const place = stage.key === here.key ? {} : { at: null };
    if (!result) {
      if (isRefusable(ground, stage.key))
        find(walk, "reject-no-rule", stage.key, finding["reject-no-rule"](stage.name), place);
      continue;
    }
    const rule = { ...place, rule: result.source[0]?.rule ?? null };
    const says = (pattern: RegExp) => result.steps.some(({ title }) => pattern.test(title));
    if (result.reason === null)
      find(walk, "reject-no-reason", stage.key, finding["reject-no-reason"](stage.name), rule);
    if (result.retry === null && !says(CLOSES))
      find(walk, "reject-no-retry", stage.key, finding["reject-no-retry"](stage.name), rule);
    if (!says(ENDS_THE_LOOP))
      find(walk, "reject-loop-endless", stage.key, finding["reject-loop-endless"](stage.name), rule);
    if (!result.steps.some(({ counterpart }) => counterpart === "client"))
      find(walk, "reject-client-untold", stage.key, finding["reject-client-untold"](stage.name), rule);
  }
};

const returnPackage = (walk: Walk, stage: PipelineStage, end: number): Way => {
  const { ground, words } = walk;
  const handoff = ground.pipeline.handoffs.find(
    (one) => one.pipeline === ground.chain.key && one.toStage === stage.key && one.package.length > 0,
  );
  if (!handoff) return { kind: "on", end };
  walk.turned = true;
  walk.clock = dueAt(walk.clock, handoff.acceptWithin);
  const from = openStages(ground).find(({ key }) => key === handoff.fromStage);
  const reason = ground.pipeline.fields.some(({ key }) => key === "handoff-return-reason")
    ? ["handoff-return-reason"]
    : [];
  tell(walk, {
    kind: "handover",
    stage: stage.key,
    who: handoff.toRole,
    text: words.packageReturned,
    source: handoff.source,
    fields: reason,
  });
  if (!from) return { kind: "on", end };
  tell(walk, {
    kind: "handover",
    stage: from.key,
    who: handoff.fromRole,
    text: words.packageMended,
    source: handoff.source,
    fields: handoff.package,
  });
  return { kind: "on", end };
};
