import { given } from "../pipeline/given.ts";
import type { Checks, Evidence, Finding } from "./evidence.ts";

/** Words of a money penalty, which Russian labour law does not know (domain brief §7.2); shown as a hint, judged by people. */
const FINE = /штраф|удерж|вычет|вычита|\bfine[sd]?\b|deduct|withhold/i;

export const INCENTIVE = {
  "violation-no-proof": (evidence) => pairs(evidence, "incentives-punishable", ({ proof }) => !proof?.trim()),
  "violation-unlawful": (evidence) => pairs(evidence, "incentives-punishable", ({ right }) => FINE.test(right)),
  "reward-no-kpi": (evidence) => pairs(evidence, "incentives-encouraged", ({ kpi, proof }) => !kpi && !proof?.trim()),
} satisfies Checks;

const pairs = (
  evidence: Evidence,
  question: string,
  wanting: (pair: { left: string; right: string; proof?: string | undefined; kpi?: string | undefined }) => boolean,
): Finding[] =>
  given(evidence, question, "pairs").flatMap(({ rule, answer }) =>
    answer.pairs.filter(wanting).map(({ left }) => ({ detail: left, question: rule.question })),
  );
