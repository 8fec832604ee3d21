import type { PipelineStage } from "../pipeline/shape.ts";
import { type Clock, momentOf, whenOver } from "./calendar.ts";
import { fieldName, type Ground, ownOf, roleName } from "./ground.ts";
import { dueAt, find, tell, type Walk } from "./walk.ts";

type Norm = PipelineStage["norms"][number];

/** What is taken where a rule gives no length of time that can be counted. */
const UNSAID = { value: 1, unit: "workDay" } as const;
const UNTIL_A_DATE = { value: 2, unit: "workDay" } as const;

/** Tells how long the stage may take and gives the end of that. The first norm is the one of a typical order. */
export const wait = (walk: Walk, stage: PipelineStage, again: boolean): Clock => {
  const { words } = walk;
  const [norm] = stage.norms;
  if (!norm) {
    const until = dueAt(walk.clock, UNSAID);
    find(walk, "stage-no-norm", stage.key, words.finding["stage-no-norm"](stage.name));
    tell(walk, { kind: "wait", stage: stage.key, text: words.noNorm, until });
    return until;
  }
  const end = whenOver(walk.clock, norm.limit, norm.calendar);
  const until = end ?? dueAt(walk.clock, UNTIL_A_DATE);
  if (end === null) lookForDate(walk, stage, norm);
  if (!isWatched(walk.ground, stage, norm))
    find(walk, "norm-unwatched", stage.key, words.finding["norm-unwatched"](norm.what), {
      rule: norm.source[0]?.rule ?? null,
    });
  tell(walk, {
    kind: "wait",
    stage: stage.key,
    text: said(walk, norm, end, again),
    source: norm.source,
    until,
  });
  return until;
};

const said = ({ ground, words }: Walk, norm: Norm, end: Clock | null, again: boolean): string =>
  [
    end === null
      ? words.untilDate(norm.what, fieldName(ground, norm.limit.dateField ?? ""))
      : words.norm(norm.what, words.length(norm.limit), momentOf(end)),
    !again && norm.startEvent && words.countedFrom(norm.startEvent),
    !again && norm.warnBefore && words.warns(words.length(norm.warnBefore)),
    !again && norm.escalateTo && words.watched(roleName(ground, norm.escalateTo) ?? ""),
  ]
    .filter(Boolean)
    .join(" ");

const lookForDate = (walk: Walk, stage: PipelineStage, norm: Norm): void => {
  const field = norm.limit.dateField ?? "";
  const isSet =
    walk.filled.has(field) ||
    stage.requiredFields.some((required) => required.field === field) ||
    stage.tasks.some(({ recordIn }) => recordIn === field);
  if (isSet) return;
  const message = walk.words.finding["norm-date-no-field"](norm.what, fieldName(walk.ground, field));
  find(walk, "norm-date-no-field", stage.key, message, { rule: norm.source[0]?.rule ?? null });
};

/** Somebody learns when it is overdue: by the norm itself, by the ladder of the company, or by looking regularly. */
const isWatched = (ground: Ground, stage: PipelineStage, { escalateTo }: Norm): boolean =>
  escalateTo !== null ||
  ground.pipeline.automations.some(
    (one) => one.trigger === "overdue" && one.does === "escalate" && one.stage === null,
  ) ||
  ownOf(ground, [...ground.pipeline.checks, ...stage.checks]).length > 0;
