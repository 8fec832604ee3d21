import { given } from "../pipeline/given.ts";
import { changesOfRole } from "../pipeline/handoffs.ts";
import { atDealTypes, type Checks, type Evidence, type Finding } from "./evidence.ts";

/** Where responsibility passes from role to role, and who may give work to whom. */
export const HANDOFF = {
  "handoff-no-acceptance": (evidence) =>
    atDealTypes(
      evidence,
      (chain) =>
        changesOfRole(evidence, chain).length > 0 &&
        given(evidence, "handoff-acceptance", "duration", chain.dealType.id).length === 0,
    ),
  "handoff-no-package": (evidence) =>
    atDealTypes(
      evidence,
      (chain) =>
        changesOfRole(evidence, chain).length > 0 &&
        given(evidence, "handoff-package", "fields", chain.dealType.id).length === 0,
    ),
  "assign-forbidden": (evidence) => {
    const matrix = given(evidence, "roles-who-assigns", "role").flatMap(({ answer }) => answer.assignments);
    if (matrix.length === 0) return [];
    return atStage(evidence, ({ from, to }) => !matrix.some((allowed) => allowed.from === from && allowed.to === to));
  },
  "task-no-owner": (evidence) => {
    const roles = new Set(evidence.record.workshop.roles.map(({ id }) => id));
    return atStage(
      evidence,
      ({ to, due, acceptWithin }) => !roles.has(to) || (due === undefined && acceptWithin === undefined),
    );
  },
} satisfies Checks;

const atStage = (
  evidence: Evidence,
  wanting: (assignment: { from: string; to: string; due?: unknown; acceptWithin?: unknown }) => boolean,
): Finding[] =>
  given(evidence, "stage-assignments", "role").flatMap(({ rule, answer }) =>
    answer.assignments
      .filter(wanting)
      .map(({ subject }) => ({ detail: subject, question: rule.question, stage: rule.stage ?? "" })),
  );
