import type { Answer } from "./answer.ts";
import type { Workshop } from "./workshop.ts";

/** A role or a stage that an answer names; `where` is its place in the answer, such as `limits.0.approverAbove`. */
export type Reference = { of: "role" | "stage"; id: string; where: string };

const naming = (of: Reference["of"], id: string | undefined, where: string): Reference[] =>
  id === undefined ? [] : [{ of, id, where }];
const role = (id: string | undefined, where: string): Reference[] => naming("role", id, where);
const stage = (id: string | undefined, where: string): Reference[] => naming("stage", id, where);

/** Every role and stage that an answer names by id, in the order in which they stand in it. */
export const referencesIn = (answer: Answer): Reference[] => {
  switch (answer.kind) {
    case "role":
      return [
        ...role(answer.accountable, "accountable"),
        ...answer.legs.flatMap((leg, at) => [
          ...stage(leg.fromStage, `legs.${at}.fromStage`),
          ...stage(leg.toStage, `legs.${at}.toStage`),
          ...role(leg.role, `legs.${at}.role`),
        ]),
        ...answer.assignments.flatMap(({ from, to }, at) => [
          ...role(from, `assignments.${at}.from`),
          ...role(to, `assignments.${at}.to`),
        ]),
        ...answer.checks.flatMap((check, at) => role(check.role, `checks.${at}.role`)),
      ];
    case "fields":
      return answer.fields.flatMap(({ requiredFromStage, filledBy }, at) => [
        ...stage(requiredFromStage, `fields.${at}.requiredFromStage`),
        ...role(filledBy, `fields.${at}.filledBy`),
      ]);
    case "duration":
      return answer.norms.flatMap(({ escalateTo }, at) => role(escalateTo, `norms.${at}.escalateTo`));
    case "limit":
      return answer.limits.flatMap((limit, at) => [
        ...role(limit.role, `limits.${at}.role`),
        ...role(limit.approverAbove, `limits.${at}.approverAbove`),
      ]);
    case "metrics":
      return answer.metrics.flatMap(({ audience }, at) =>
        audience.flatMap((id, place) => role(id, `metrics.${at}.audience.${place}`)),
      );
    case "steps":
      return answer.steps.flatMap((step, at) => [
        ...role(step.who, `steps.${at}.who`),
        ...stage(step.stage, `steps.${at}.stage`),
      ]);
    default:
      return [];
  }
};

/** The place of the first role or stage that this workshop does not have; null when the answer names none such. */
export const strayReference = (answer: Answer, workshop: Pick<Workshop, "roles" | "dealTypes">): string | null => {
  const roles = new Set(workshop.roles.map(({ id }) => id));
  const stages = new Set(workshop.dealTypes.flatMap((type) => type.stages.map(({ id }) => id)));
  return referencesIn(answer).find(({ of, id }) => !(of === "role" ? roles : stages).has(id))?.where ?? null;
};
