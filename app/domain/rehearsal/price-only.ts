import { atWork, dayOf } from "./calendar.ts";
import { openStages, outcomeStage, ownOf, settingOn, stepsOn } from "./ground.ts";
import type { Rehearsal } from "./shape.ts";
import { find, takeSteps, tell, untilWork, type Walk } from "./walk.ts";

/** Answers by which a request is registered only once the client wants more than a price. */
const LATER = ["wants-details", "invoice-request"];

/** Somebody calls to hear a price: is the call kept, what is said, what is done when the client falls silent. */
export const askPrice = (walk: Walk): Rehearsal["end"] => {
  const { ground, words } = walk;
  const [stage] = openStages(ground);
  if (!stage) return { kind: "nothing", text: words.nothing };
  walk.turned = true;
  const who = stage.responsible?.role ?? null;
  const begun = walk.clock;
  tell(walk, { kind: "client", stage: stage.key, text: words.asksPrice });
  const says = (question: string, text: (choice: string) => string, fields: string[] = []): boolean => {
    const setting = settingOn(ground, question);
    if (!setting) return false;
    const told = [
      text(setting.choices.map(({ name }) => name).join("; ")),
      setting.condition && words.sentence(setting.condition),
      setting.exceptions.length > 0 && words.exceptions(setting.exceptions),
    ];
    const texts = told.filter(Boolean).join(" ");
    tell(walk, { kind: "step", stage: stage.key, who, text: texts, source: setting.source, fields, toClient: true });
    return true;
  };
  const registration = settingOn(ground, "intake-registration-moment");
  const question = settingOn(ground, "intake-price-only");
  if (!says("intake-registration-moment", words.registers))
    find(walk, "registration-unsaid", stage.key, words.finding["registration-unsaid"]());
  const isLater = registration?.choices.some(({ key }) => LATER.includes(key)) ?? false;
  if (isLater && question?.yes)
    find(walk, "registration-conflict", stage.key, words.finding["registration-conflict"]());
  says("first-contact-price-answer", words.answersPrice, known(walk, "rough-price"));
  if (!says("intake-price-only", () => (question?.yes ? words.asksBack : words.asksNothing)))
    find(walk, "price-only-unsaid", stage.key, words.finding["price-only-unsaid"]());
  if (isLater && !question?.yes) return hangUp(walk, stage.key, begun);
  const steps = known(walk, "next-step", "next-step-date");
  const next = settingOn(ground, "first-contact-next-step");
  if (!next?.yes || !says("first-contact-next-step", () => words.setsNextStep, steps))
    find(walk, "next-step-unsaid", stage.key, words.finding["next-step-unsaid"]());
  return fallSilent(walk, stage.key, begun);
};

const known = ({ ground }: Walk, ...fields: string[]): string[] =>
  fields.filter((field) => ground.pipeline.fields.some(({ key }) => key === field));

const hangUp = (walk: Walk, stage: string, begun: number): Rehearsal["end"] => {
  tell(walk, { kind: "client", stage, text: walk.words.leavesNoTrace });
  walk.passages.push({ stage, from: dayOf(begun), to: dayOf(walk.clock) });
  return { kind: "lost", text: walk.words.leavesNoTrace };
};

const fallSilent = (walk: Walk, stage: string, begun: number): Rehearsal["end"] => {
  const { ground, words } = walk;
  tell(walk, { kind: "client", stage, text: words.fallsSilent });
  untilWork(walk);
  const attempts = stepsOn(ground, "intake-no-answer-cadence");
  if (attempts.length === 0) find(walk, "no-answer-unsaid", stage, words.finding["no-answer-unsaid"]());
  takeSteps(walk, stage, attempts);
  walk.passages.push({ stage, from: dayOf(begun), to: dayOf(walk.clock) });
  return closeLost(walk, stage, ["no-answer", "price-higher"]);
};

/** The deal is closed with a reason out of the list: one of the wished for, where the list has it. */
export const closeLost = (walk: Walk, stage: string, wished: readonly string[]): Rehearsal["end"] => {
  const { ground, words } = walk;
  const lost = outcomeStage(ground, "lost");
  const reasons = ownOf(ground, ground.pipeline.lossReasons);
  if (!lost || reasons.length === 0) {
    find(walk, "no-loss-reasons", stage, words.finding["no-loss-reasons"]());
    const name = ground.chain.stages.find(({ key }) => key === stage)?.name ?? stage;
    return { kind: "stuck", text: words.stuckAt(name) };
  }
  walk.clock = atWork(walk.clock);
  const such = wished.map((key) => reasons.find((reason) => reason.key === key)).find(Boolean);
  tell(walk, {
    kind: "outcome",
    stage: lost.key,
    text: [words.closesLost(lost.name), such && words.reasonSuch(such.name)].filter(Boolean).join(" "),
    source: [...lost.source, ...(such?.source ?? [])],
    fields: lost.requiredFields.map(({ field }) => field),
  });
  return { kind: "lost", text: words.endedLost(lost.name) };
};
