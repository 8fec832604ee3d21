import type { Limit } from "../answer.ts";
import { given } from "../pipeline/given.ts";
import { roleName } from "../workshop.ts";
import { type Checks, type Evidence, named, once } from "./evidence.ts";

/** Limits form a ladder: each ends where the next begins, and above the last stands somebody who may say yes. */
export const DISCOUNT = {
  "discount-no-approver": (evidence) => {
    const { roles } = evidence.record.workshop;
    const unapproved = tops(limitsOf(evidence)).filter((limit) => {
      const approver = limit.approverAbove ?? approverAbove(evidence, limit.role);
      return approver === undefined || !roles.some(({ id }) => id === approver);
    });
    return once(unapproved.length > 0);
  },
  "discount-gap": (evidence) => {
    const limits = limitsOf(evidence);
    return once(
      limits.some((limit) =>
        limits.some(
          (above) => above.role === limit.approverAbove && above.unit === limit.unit && above.max <= limit.max,
        ),
      ),
    );
  },
  "discount-no-sla": (evidence) => {
    const answered = given(evidence, "offer-discount-approval", "role").some(({ answer }) =>
      answer.assignments.some(({ acceptWithin, due }) => acceptWithin ?? due),
    );
    return once(
      !answered && limitsOf(evidence).some(({ approverAbove, decisionWithin }) => approverAbove && !decisionWithin),
    );
  },
  "discount-no-ground": (evidence) =>
    once(limitsOf(evidence).length > 0 && given(evidence, "offer-discount-grounds", "multi").length === 0),
  "bonus-no-limit": (evidence) => {
    const detail = named(
      given(evidence, "offer-bonuses", "limit").flatMap(({ answer }) =>
        answer.limits
          .filter(({ max }) => max === 0)
          .map(({ condition, role }) => condition ?? roleName(evidence.record.workshop, role)),
      ),
    );
    return once(detail !== null, detail ?? undefined);
  },
} satisfies Checks;

const limitsOf = (evidence: Evidence): Limit[] =>
  given(evidence, "offer-discount-limits", "limit").flatMap(({ answer }) => answer.limits);

/** The highest limit of each unit. */
const tops = (limits: Limit[]): Limit[] =>
  limits.filter((limit) => !limits.some((other) => other.unit === limit.unit && other.max > limit.max));

/** Whom the rule on approvals sends a request of that role to. */
const approverAbove = (evidence: Evidence, role: string): string | undefined =>
  given(evidence, "offer-discount-approval", "role")
    .flatMap(({ answer }) => [
      ...answer.assignments.filter(({ from }) => from === role).map(({ to }) => to),
      ...(answer.accountable === undefined || answer.accountable === role ? [] : [answer.accountable]),
    ])
    .find((approver) => !limitsOf(evidence).some((limit) => limit.role === approver));
