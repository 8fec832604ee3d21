import { CODES } from "../gaps/codes.ts";

type Severity = "error" | "warning";
type Code = { severity: Severity; fix: readonly string[] };

const error = (...fix: string[]): Code => ({ severity: "error", fix });
const warning = (...fix: string[]): Code => ({ severity: "warning", fix });
const asGap = (code: keyof typeof CODES): Code => {
  const { severity, fix } = CODES[code];
  return { severity: severity === "error" ? "error" : "warning", fix };
};

/**
 * What a rehearsal can come upon, with the questions of the bank that mend it. A code that the completeness check knows
 * too means the same there; the others show only when somebody walks the way.
 */
export const FINDINGS = {
  "no-chain": error("deal-stage-chain"),
  "stage-no-role": asGap("stage-no-role"),
  "owner-gap": asGap("owner-gap"),
  "stage-no-norm": asGap("stage-no-norm"),
  "norm-date-no-field": asGap("norm-date-no-field"),
  "norm-unwatched": warning("control-overdue-ladder", "control-who-tracks"),
  "stage-no-exit": asGap("stage-no-exit"),
  "stage-dead-end": asGap("stage-dead-end"),
  "no-won": asGap("no-won"),
  "required-never-collected": asGap("required-never-collected"),
  "handoff-no-acceptance": asGap("handoff-no-acceptance"),
  "package-incomplete": error("handoff-package", "data-deal-card"),
  "step-no-doer": error("stage-do-steps"),
  "step-after-norm": warning("stage-do-steps", "stage-time-norm"),
  "silence-gap": asGap("silence-gap"),
  "reject-no-rule": asGap("reject-no-rule"),
  "reject-no-reason": asGap("reject-no-reason"),
  "reject-no-retry": asGap("reject-no-retry"),
  "reject-nowhere": error("stage-rejected-result", "deal-stage-chain"),
  "reject-loop-endless": asGap("reject-loop-endless"),
  "reject-client-untold": warning("stage-rejected-result"),
  "registration-unsaid": error("intake-registration-moment"),
  "registration-conflict": asGap("registration-conflict"),
  "price-only-unsaid": error("intake-price-only", "first-contact-price-answer"),
  "next-step-unsaid": warning("first-contact-next-step"),
  "no-answer-unsaid": error("intake-no-answer-cadence"),
  "no-loss-reasons": asGap("no-loss-reasons"),
  "discount-unsaid": error("offer-discount-limits"),
  "discount-no-approver": asGap("discount-no-approver"),
  "discount-circle": error("offer-discount-limits", "offer-discount-approval"),
  "discount-no-sla": asGap("discount-no-sla"),
  "discount-no-ground": asGap("discount-no-ground"),
  "change-unsaid": error("handoff-order-change"),
  "change-client-untold": warning("handoff-order-change"),
  "cancel-unsaid": error("outcome-cancel-after-payment"),
} as const satisfies Record<string, Code>;

export type FindingCode = keyof typeof FINDINGS;
