import type { Answer } from "./answer.ts";
import type { Workshop } from "./workshop.ts";

/** A role or a stage that an answer names; `where` is its place in the answer, such as `limits.0.approverAbove`. */
export type Reference = { of: "role" | "stage"; id: string; where: string };

/** Every role and stage that an answer names by id, in the order in which they stand in it. */
export const referencesIn = (answer: Answer): Reference[] => {
  const found: Reference[] = [];
  const role = (id: string | undefined, where: string) => id !== undefined && found.push({ of: "role", id, where });
  const stage = (id: string | undefined, where: string) => id !== undefined && found.push({ of: "stage", id, where });
  switch (answer.kind) {
    case "role":
      role(answer.accountable, "accountable");
      answer.legs.forEach((leg, at) => {
        stage(leg.fromStage, `legs.${at}.fromStage`);
        stage(leg.toStage, `legs.${at}.toStage`);
        role(leg.role, `legs.${at}.role`);
      });
      answer.assignments.forEach((given, at) => {
        role(given.from, `assignments.${at}.from`);
        role(given.to, `assignments.${at}.to`);
      });
      answer.checks.forEach((check, at) => role(check.role, `checks.${at}.role`));
      break;
    case "fields":
      answer.fields.forEach((field, at) => {
        stage(field.requiredFromStage, `fields.${at}.requiredFromStage`);
        role(field.filledBy, `fields.${at}.filledBy`);
      });
      break;
    case "duration":
      answer.norms.forEach((norm, at) => role(norm.escalateTo, `norms.${at}.escalateTo`));
      break;
    case "limit":
      answer.limits.forEach((limit, at) => {
        role(limit.role, `limits.${at}.role`);
        role(limit.approverAbove, `limits.${at}.approverAbove`);
      });
      break;
    case "metrics":
      answer.metrics.forEach((metric, at) =>
        metric.audience.forEach((id, place) => role(id, `metrics.${at}.audience.${place}`)),
      );
      break;
    case "steps":
      answer.steps.forEach((step, at) => {
        role(step.who, `steps.${at}.who`);
        stage(step.stage, `steps.${at}.stage`);
      });
      break;
  }
  return found;
};

/** The place of the first role or stage that this workshop does not have; null when the answer names none such. */
export const strayReference = (answer: Answer, workshop: Pick<Workshop, "roles" | "dealTypes">): string | null => {
  const roles = new Set(workshop.roles.map(({ id }) => id));
  const stages = new Set(workshop.dealTypes.flatMap((type) => type.stages.map(({ id }) => id)));
  return referencesIn(answer).find(({ of, id }) => !(of === "role" ? roles : stages).has(id))?.where ?? null;
};
