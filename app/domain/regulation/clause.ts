import type { Rule } from "../rule.ts";
import { answerBlocks, saysItsSteps, wordingBlocks } from "./answer-blocks.ts";
import type { Scope } from "./scope.ts";
import { type Clause, plain } from "./tree.ts";

/** A rule as a numbered clause: the adopted wording, what the CRM is told, how it was adopted. */
export const clauseOf = (rule: Rule, number: string, scope: Scope): Clause => {
  const answer = answerBlocks(rule, scope);
  const wording = saysItsSteps(rule)
    ? [{ kind: "paragraph" as const, inlines: plain(scope.speech.w.steps) }]
    : wordingBlocks(rule, answer);
  return {
    kind: "clause",
    id: rule.question,
    number,
    rule: rule.id,
    version: rule.version,
    adoption: rule.adoption,
    status: statusOf(rule, scope),
    blocks: [...wording, ...answer],
    typos: rule.typos.map(({ id, wrong, right, at }) => ({ id, wrong, right, date: at.slice(0, 10) })),
  };
};

/** `принято почти единогласно, особых мнений 1 · R-12, редакция 2`. */
export const statusOf = (rule: Rule, { speech }: Scope): string => {
  const { w } = speech;
  const { decision } = rule;
  const dissents = rule.dissents > 0 ? `, ${w.dissentsWere} ${rule.dissents}` : "";
  const early =
    decision.kind === "consent" && decision.reviewOn
      ? `, ${w.weak}, ${w.review} ${speech.date(decision.reviewOn)}`
      : "";
  const { preset, share } = rule.threshold;
  // an own threshold stands beside every rule (domain brief §6.4)
  const own = preset === "custom" ? `, ${w.ownThreshold} ${Math.round(share * 100)} %` : "";
  switch (decision.kind) {
    case "consent":
      return `${rule.adoption === "unanimous" ? w.unanimous : w.almost}${dissents}${early}${own}`;
    case "trial":
      return `${w.trial} ${speech.date(decision.until)}${dissents}${own}`;
    case "head":
      return `${w.head}, ${w.review} ${speech.date(decision.reviewOn)}${dissents}`;
    default:
      return "";
  }
};
