import type { AnswerOf, FieldChoice } from "../answer.ts";
import { fieldChoice } from "../catalogue.ts";
import type { Stage } from "../stage.ts";
import { type Ground, known, seller } from "./ground.ts";

export const fields = (ground: Ground): AnswerOf<"fields"> | null => {
  const wanted = once(wantedBy(ground));
  return wanted.length > 0 ? { kind: "fields", fields: wanted } : null;
};

const wantedBy = (ground: Ground): FieldChoice[] => {
  const { question, stage, stages, catalogue } = ground;
  const isOfDeal = ({ fieldId }: FieldChoice) => catalogue.fields[fieldId]?.entity === "deal";
  switch (question.id) {
    case "stage-required-fields":
      return stage ? required(ground, stage) : [];
    case "first-contact-must-record":
      return stages[0] ? required(ground, stages[0]) : [];
    case "data-deal-card":
      return card(ground).filter(isOfDeal);
    case "data-client-card":
      return card(ground).filter((choice) => !isOfDeal(choice));
    case "handoff-package": {
      const giving = stages.find(({ role }, at) => stages[at + 1] && stages[at + 1]?.role !== role);
      return giving ? required(ground, giving) : [];
    }
    default:
      return [];
  }
};

const required = (ground: Ground, stage: Stage): FieldChoice[] => stage.required.map((id) => choice(ground, id, stage));

/** Every field of the chain: those that a stage insists on from that stage, the others when they are known. */
const card = (ground: Ground): FieldChoice[] => [
  ...ground.stages.flatMap((at) => required(ground, at).map((one) => ({ ...one, requiredFromStage: at.id }))),
  ...ground.stages.flatMap((at) => at.conditional.map((id) => ({ ...choice(ground, id, at), required: false }))),
];

/** Whoever answers for the stage fills in what the CRM does not know by itself. */
const choice = (ground: Ground, id: string, { role }: Stage): FieldChoice => {
  const made = fieldChoice(ground.catalogue, id, ground.workshop.language);
  const filledBy = known(ground, role) ?? seller(ground);
  return made.auto || !filledBy ? made : { ...made, filledBy };
};

const once = (all: FieldChoice[]): FieldChoice[] =>
  all.filter(({ fieldId }, at) => all.findIndex((other) => other.fieldId === fieldId) === at);
