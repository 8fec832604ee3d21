import type { AnswerOf } from "../answer.ts";
import { type Ground, seeds } from "./ground.ts";

const chosen = (ground: Ground, optionId: string): AnswerOf<"single"> | null =>
  ground.question.options.some(({ id }) => id === optionId) ? { kind: "single", optionId } : null;

const when = (holds: boolean, option: string): string | null => (holds ? option : null);

/** Which option the chain speaks for; null where it is silent. */
const SINGLE: Record<string, (ground: Ground) => string | null> = {
  // the earliest moment: a request that is in the CRM cannot get lost
  "intake-registration-moment": () => "any-contact",
  "intake-distribution": ({ stages: [first, second] }) =>
    when(Boolean(first?.role && second?.role && first.role !== second.role), "duty"),
  "first-contact-price-answer": ({ collected }) => when(collected.has("rough-price"), "range-then-ask"),
  // with the mark in the card both kinds of clients can share a chain
  "deal-new-vs-existing": ({ collected }) => (collected.has("client-type") ? "same-pipeline" : "own-pipeline"),
  "access-visibility": ({ stages, workshop }) => {
    const departments = stages.flatMap(({ role }) => workshop.roles.find(({ id }) => id === role)?.department ?? []);
    return new Set(departments).size > 1 ? "by-stage" : "department";
  },
};

export const single = (ground: Ground): AnswerOf<"single"> | null => {
  if (ground.question.id === "deal-win-moment") return won(ground);
  const option = SINGLE[ground.question.id]?.(ground);
  return option ? chosen(ground, option) : null;
};

/** The stage whose exit wins the deal: an option of the same name, otherwise the stage in its own words. */
const won = (ground: Ground): AnswerOf<"single"> | null => {
  const { workshop, stages } = ground;
  const at = workshop.dealTypes.find((type) => type.stages === stages)?.wonAt;
  const stage = stages.find(({ id }) => id === at);
  if (!stage) return null;
  return chosen(ground, stage.id) ?? { kind: "single", optionId: "own", own: stage.name };
};

const several = (optionIds: string[], own: string[] = []): AnswerOf<"multi"> | null =>
  optionIds.length + own.length > 0 ? { kind: "multi", optionIds, own } : null;

const SEEDED: Record<string, string> = {
  "first-contact-prospect-rating": "prospect-rating",
  "offer-discount-grounds": "discount-reason",
};

export const multi = (ground: Ground): AnswerOf<"multi"> | null => {
  const { question, stage, template, collected, tell } = ground;
  switch (question.id) {
    case "deal-types-list":
      return several(
        [],
        template?.dealTypes.map(({ name }) => tell(name)),
      );
    case "deal-industry-specifics":
      return several([], template && thoughts(tell(template.specifics)));
    case "intake-channels-sources":
      return several(valuesOf(ground, ["channel", "source"]));
    case "stage-automation":
      return stage
        ? several([
            ...(stage.tasks.length > 0 ? ["create-task"] : []),
            ...(stage.required.length > 0 ? ["block-move"] : []),
            ...(stage.norm ? ["escalate"] : []),
          ])
        : null;
    case "feedback-goals":
      return several(wanted(ground));
    default:
      return collected.has(SEEDED[question.id] ?? "") ? several(wanted(ground)) : null;
  }
};

/** Seeds that speak of a field of the chain; of goals also «inform», without which there is no feedback at all. */
const wanted = (ground: Ground): string[] =>
  seeds(ground).flatMap(({ id, field }) => (field || id === "inform" ? [id] : []));

/** Options that are values of the fields which the chain collects. */
const valuesOf = ({ question, collected, catalogue }: Ground, fields: string[]): string[] => {
  const values = new Set(
    fields
      .filter((id) => collected.has(id))
      .flatMap((id) => catalogue.fields[id]?.options?.map((value) => value.id) ?? []),
  );
  return question.options.filter(({ id }) => values.has(id)).map(({ id }) => id);
};

/** The parts of a sentence that stand between semicolons, each as a line of its own. */
const thoughts = (sentence: string): string[] =>
  sentence
    .replace(/\.$/, "")
    .split(";")
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1));
