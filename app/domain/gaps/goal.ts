import { given, optionName } from "../pipeline/given.ts";
import type { Checks } from "./evidence.ts";

/**
 * The questions whose rules serve a goal of the bank (domain brief §1, S64–S74). Rules carry no goals of their own: a goal
 * is served as soon as one of these questions has a rule. What a team added in its own words nobody can look up here.
 */
const SERVED_BY: Record<string, readonly string[]> = {
  "sell-more": ["outcome-deferred", "outcome-after-win", "feedback-repeat-touch", "offer-package"],
  "widen-base": ["intake-registration-moment", "intake-channels-sources", "intake-price-only"],
  analytics: ["reports-operational", "intake-channels-sources", "objections-record", "outcome-loss-reasons"],
  service: ["feedback-complaints", "feedback-moments", "stage-quality-check", "standards-phone", "standards-promises"],
  "less-cost": ["stage-rejected-result", "stage-quality-check", "handoff-acceptance", "handoff-package"],
  forecast: ["stage-time-norm", "control-stuck-deals", "goals-success-figures"],
  loyalty: ["feedback-loop", "feedback-repeat-touch", "roles-client-ownership"],
  automation: ["stage-automation", "control-overdue-ladder", "intake-distribution"],
};

export const GOAL = {
  "goal-no-rule": (evidence) => {
    const ruled = new Set(evidence.rules.map(({ questionId }) => questionId));
    return given(evidence, "goals-why-crm", "multi").flatMap(({ rule, answer }) =>
      answer.optionIds
        .filter((goal) => SERVED_BY[goal]?.every((question) => !ruled.has(question)))
        .map((goal) => ({ detail: optionName(evidence, rule, goal), question: rule.question })),
    );
  },
} satisfies Checks;
