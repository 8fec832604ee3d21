import type { AnswerOf, Step } from "../answer.ts";
import { minutesOf } from "../duration.ts";
import type { Bilingual } from "../language.ts";
import type { Stage } from "../stage.ts";
import { type Ground, known, leadsAt, seeds, seller } from "./ground.ts";

const step = (text: string, rest: Partial<Step> = {}): Step => ({
  text,
  mode: "do",
  counterpart: "client",
  mandatory: true,
  ...rest,
});

const by = (role: string | undefined): { who?: string } => (role ? { who: role } : {});

const REJECTED = {
  mark: { ru: "Отметить «отклонено» в карточке", en: "Mark “declined” in the card" },
  reason: { ru: "Выбрать причину из списка", en: "Choose the reason from the list" },
  retry: { ru: "Назначить новую дату и сообщить клиенту", en: "Set a new date and tell the client" },
  twice: {
    ru: "После второго отклонения решить, что делать с заказом",
    en: "After the second decline decide what to do with the order",
  },
} as const satisfies Record<string, Bilingual>;
const SCORE: Bilingual = { ru: "Спросить оценку и что улучшить", en: "Ask for a score and what to improve" };
const FIVE_WORKING_DAYS = minutesOf({ value: 5, unit: "workDay" });

export const steps = (ground: Ground): AnswerOf<"steps"> | null => {
  const made = (STEPS[ground.question.id] ?? seeded)(ground);
  return made.length > 0 ? { kind: "steps", steps: made } : null;
};

const STEPS: Record<string, (ground: Ground) => Step[]> = {
  "deal-stage-chain": (ground) =>
    ground.stages.map((at) => step(at.name, { ...by(known(ground, at.role)), stage: at.id })),
  "stage-rejected-result": (ground) => (ground.stage?.rejection ? rejected(ground, ground.stage) : []),
  "stage-do-steps": (ground) => tasks(ground, (role) => role === ground.stage?.role),
  "stage-control-steps": (ground) =>
    tasks(ground, (role) => role !== ground.stage?.role).map((task) => ({
      ...task,
      mode: "control",
      counterpart: "colleague",
    })),
  "feedback-moments": (ground) => moments(ground),
};

/** Tasks of the stage by the role that has them. */
const tasks = (ground: Ground, has: (role: string) => boolean): Step[] =>
  (ground.stage?.tasks ?? [])
    .filter((task) => has(task.role))
    .map(({ text, role, due }) => step(text, { ...by(known(ground, role)), ...(due && { due }) }));

const rejected = (ground: Ground, { role, rejection }: Stage): Step[] => {
  const { tell, head } = ground;
  const who = by(known(ground, role) ?? seller(ground));
  const due = { value: 1, unit: "workDay" as const };
  const into = (id: string | undefined) => id !== undefined && { recordIn: id };
  return [
    step(tell(REJECTED.mark), { ...who, counterpart: "system", ...into(rejection?.field) }),
    step(tell(REJECTED.reason), { ...who, counterpart: "system", ...into(rejection?.reasonField) }),
    step(tell(REJECTED.retry), { ...who, due, ...into(rejection?.retryField) }),
    step(tell(REJECTED.twice), { mode: "control", counterpart: "colleague", ...by(head) }),
  ];
};

/** The client hears of the stage that wins the deal, of each one after it and of every long one; in the end we ask. */
const moments = (ground: Ground): Step[] => {
  const { stages, workshop, tell } = ground;
  const wonAt = workshop.dealTypes.find((type) => type.stages === stages)?.wonAt;
  const won = stages.findIndex(({ id }) => id === wonAt);
  const isLong = ({ norm }: Stage) => norm !== null && minutesOf(norm) > FIVE_WORKING_DAYS;
  const told = stages
    .filter((stage, at) => (won >= 0 && at >= won) || isLong(stage))
    .map((stage) => {
      const text = tell({ ru: `Сообщить клиенту: «${stage.name}»`, en: `Tell the client: “${stage.name}”` });
      return step(text, { ...by(leadsAt(ground, stage)), stage: stage.id });
    });
  const asking = stages.find((stage) => [...stage.required, ...stage.conditional].includes("feedback-score"));
  if (!asking) return told;
  const asked = step(tell(SCORE), { ...by(leadsAt(ground, asking)), stage: asking.id, recordIn: "feedback-score" });
  return [...told, asked];
};

/** Blocks of the bank whose procedures the seller carries out, and those that the head does. */
const SELLERS = new Set(["intake", "first-contact", "offer", "objections", "standards", "outcomes"]);
const HEADS = new Set(["reports", "feedback", "adoption"]);
/** Blocks in which people of the company have to do with each other. */
const INSIDE = new Set(["handoffs", "control", "reports", "adoption"]);

/** The seeds of a procedure are steps that hold for every company. */
const seeded = (ground: Ground): Step[] => {
  const { block } = ground.question;
  const who = by(SELLERS.has(block) ? seller(ground) : HEADS.has(block) ? ground.head : undefined);
  const counterpart = INSIDE.has(block) ? "colleague" : "client";
  return seeds(ground).map(({ text, field }) => step(text, { ...who, counterpart, ...(field && { recordIn: field }) }));
};
