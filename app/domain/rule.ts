import type { Answer } from "./answer.ts";
import type { Decision } from "./decision.ts";
import { corrected, type Typo, typosOf } from "./editorial.ts";
import type { Proposal } from "./proposal.ts";
import { askedOf, questionOf, type WorkshopRecord } from "./record.ts";
import { type Tally, tallyOf, thresholdOf } from "./round.ts";
import type { Threshold } from "./threshold.ts";
import { plainText, type Wording } from "./wording.ts";

export type Adoption = "unanimous" | "almost-unanimous" | "trial" | "head";

/** An adopted proposal. `id` stays the same when a later proposal supersedes the wording; `version` then grows. */
export type Rule = {
  id: string;
  number: number;
  version: number;
  question: string;
  questionId: string;
  dealType: string | null;
  stage: string | null;
  sections: string[];
  wording: Wording;
  text: string;
  answer: Answer;
  adoption: Adoption;
  tally: Tally;
  /** The threshold that its round went by. */
  threshold: Threshold;
  dissents: number;
  decision: Decision;
  /** The proposal as it was voted on; `wording`, `text` and `answer` have its slips corrected. */
  proposal: Proposal;
  typos: Typo[];
};

const derived = new WeakMap<WorkshopRecord, readonly Rule[]>();

/**
 * The rules in force, in the order in which their questions were first settled. Parked questions yield none. Records
 * never change, so what was derived from one is kept beside it.
 */
export const rulesOf = (record: WorkshopRecord): readonly Rule[] => {
  const rules = derived.get(record) ?? derive(record);
  derived.set(record, rules);
  return rules;
};

const derive = (record: WorkshopRecord): Rule[] => {
  const byQuestion = new Map<string, Rule>();
  let number = 0;
  for (const decision of record.decisions) {
    if (decision.kind === "parked") continue;
    const asked = askedOf(record, decision.question);
    const proposal = record.proposals.find(({ id }) => id === decision.proposal);
    if (!asked || !proposal)
      throw new Error(`decision ${decision.id} names a question or a proposal that is not there`);
    const round = record.rounds.find(({ id }) => id === decision.round);
    const former = byQuestion.get(decision.question);
    const { wording, answer } = corrected(record, proposal);
    const rule: Rule = {
      id: former?.id ?? `R-${String(++number).padStart(2, "0")}`,
      number: former?.number ?? number,
      version: (former?.version ?? 0) + 1,
      question: decision.question,
      questionId: asked.question,
      dealType: asked.dealType,
      stage: asked.stage,
      sections: questionOf(record, asked).sections,
      wording,
      text: plainText(wording),
      answer,
      adoption: decision.kind === "consent" ? decision.verdict : decision.kind,
      tally: tallyOf(round?.ballots ?? []),
      threshold: thresholdOf(round ?? {}, record.workshop),
      dissents: record.objections.filter(
        (objection) =>
          objection.question === decision.question &&
          (objection.disposition === "stand-aside" || objection.disposition === "escalated"),
      ).length,
      decision,
      proposal,
      typos: typosOf(record, proposal.id),
    };
    byQuestion.set(decision.question, rule);
  }
  return [...byQuestion.values()];
};

/** Adopted answers of one kind to one question, with the rule each comes from. */
export const answersTo = <K extends Answer["kind"]>(
  rules: readonly Rule[],
  questionId: string,
  kind: K,
): { rule: Rule; answer: Extract<Answer, { kind: K }> }[] =>
  rules.flatMap((rule) =>
    rule.questionId === questionId && rule.answer.kind === kind
      ? [{ rule, answer: rule.answer as Extract<Answer, { kind: K }> }]
      : [],
  );
