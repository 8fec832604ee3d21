import type { Pipeline, PipelineStage } from "../pipeline/shape.ts";
import { atWork } from "./calendar.ts";
import { type Ground, openStages, ownOf, roleName, settingOn } from "./ground.ts";
import { dueAt, find, tell, type Walk } from "./walk.ts";
import type { Turn, Way } from "./way.ts";

type Limit = Pipeline["discountLimits"][number];

const UNANSWERED = { value: 4, unit: "workHour" } as const;
/** So much more than the highest limit is asked for: nobody on the ladder may say yes by himself. */
const ABOVE = {
  percent: (max: number) => max + 2,
  days: (max: number) => max + 7,
  money: (max: number) => Math.ceil(max * 1.2),
};

/** The client asks for more than anybody with a limit may give, where discounts are written down. */
export const discountOf = (ground: Ground): Turn | null => {
  const stages = openStages(ground);
  const records = (field: string) =>
    stages.find(
      ({ tasks, requiredFields }) =>
        tasks.some(({ recordIn }) => recordIn === field) || requiredFields.some((required) => required.field === field),
    );
  const won = stages.findIndex(({ key }) => key === ground.chain.won?.stage);
  const stage = records("discount-percent") ?? records("deal-amount") ?? stages[Math.max(0, won - 1)];
  return stage ? { stage: stage.key, play: bargain } : null;
};

const bargain = (walk: Walk, stage: PipelineStage, end: number): Way => {
  const { ground, words } = walk;
  const limits = ladder(ground);
  walk.turned = true;
  // offers are argued about when they have been made: half-way through the stage
  walk.clock = atWork(walk.clock + (end - walk.clock) / 2);
  const top = limits.reduce<Limit | null>((high, one) => (high && high.max >= one.max ? high : one), null);
  const wanted = top ? words.amount(ABOVE[top.unit](top.max), top.unit) : words.amount(ABOVE.percent(10), "percent");
  tell(walk, { kind: "client", stage: stage.key, text: words.wantsDiscount(wanted) });
  if (!top) {
    tell(walk, { kind: "wait", stage: stage.key, text: words.noDiscountRule });
    find(walk, "discount-unsaid", stage.key, words.finding["discount-unsaid"]());
    return { kind: "on", end };
  }
  lookAtGrounds(walk, stage);
  const leading = limits.find(({ role }) => role === stage.responsible?.role);
  const lowest = limits.reduce((low, one) => (one.max < low.max ? one : low), top);
  climb(walk, stage, leading ?? lowest, wanted, []);
  return { kind: "on", end: Math.max(end, walk.clock) };
};

/** The limits of one kind, per cent before money: the others are another ladder. */
const ladder = (ground: Ground): Limit[] => {
  const own = ownOf(ground, ground.pipeline.discountLimits);
  const unit = own.some((limit) => limit.unit === "percent") ? "percent" : own[0]?.unit;
  return own.filter((limit) => limit.unit === unit);
};

const lookAtGrounds = (walk: Walk, stage: PipelineStage): void => {
  const { ground, words } = walk;
  const grounds = settingOn(ground, "offer-discount-grounds");
  if (!grounds) {
    find(walk, "discount-no-ground", stage.key, words.finding["discount-no-ground"]());
    return;
  }
  const names = grounds.choices.map(({ name }) => name);
  const who = stage.responsible?.role ?? null;
  tell(walk, {
    kind: "step",
    stage: stage.key,
    who,
    text: words.looksAtGrounds(names),
    source: grounds.source,
    fields: known(ground, "discount-reason"),
  });
};

const known = ({ pipeline }: Ground, ...wanted: string[]): string[] =>
  wanted.filter((field) => pipeline.fields.some(({ key }) => key === field));

/** Goes up from limit to limit until somebody without a limit decides, or until nobody is left. */
const climb = (walk: Walk, stage: PipelineStage, limit: Limit, wanted: string, asked: readonly string[]): void => {
  const { ground, words } = walk;
  const { role, source } = limit;
  if (asked.includes(role)) {
    find(walk, "discount-circle", stage.key, words.finding["discount-circle"]());
    return;
  }
  const request = ownOf(ground, ground.pipeline.assignments).find(
    (one) => one.about === "offer-discount-approval" && one.from === role,
  );
  const approver = limit.approverAbove ?? request?.to ?? null;
  if (approver === null) {
    const text = words.nobodyAbove(words.amount(limit.max, limit.unit));
    tell(walk, { kind: "wait", stage: stage.key, who: role, text, source });
    const message = words.finding["discount-no-approver"](wanted);
    find(walk, "discount-no-approver", stage.key, message, { rule: source[0]?.rule ?? null });
    return;
  }
  sendUp(walk, stage, limit, approver, request);
  const above = ladder(ground).find((one) => one.role === approver);
  if (above) {
    climb(walk, stage, above, wanted, [...asked, role]);
    return;
  }
  tell(walk, {
    kind: "step",
    stage: stage.key,
    who: approver,
    text: words.decidesDiscount(wanted),
    source: request?.source ?? source,
    fields: known(ground, "discount-approver"),
  });
};

const sendUp = (
  walk: Walk,
  stage: PipelineStage,
  { role, max, unit, floor, decisionWithin, source }: Limit,
  approver: string,
  request: Pipeline["assignments"][number] | undefined,
): void => {
  const { ground, words } = walk;
  const name = roleName(ground, approver) ?? approver;
  const within = request?.acceptWithin ?? request?.due ?? decisionWithin;
  if (!within) find(walk, "discount-no-sla", stage.key, words.finding["discount-no-sla"](name));
  const until = dueAt(walk.clock, within ?? UNANSWERED);
  const told = [
    words.aboveLimit(words.amount(max, unit), name),
    within ? words.answerWithin(words.length(within)) : words.answerUnsaid,
    floor && words.floor(floor),
  ];
  tell(walk, {
    kind: "step",
    stage: stage.key,
    who: role,
    text: told.filter(Boolean).join(" "),
    source: [...source, ...(request?.source ?? [])],
    fields: known(ground, "discount-percent"),
    until,
  });
  walk.clock = until;
};
