import type { FearAnswer } from "./idea.ts";
import type { WorkshopRecord } from "./record.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { rulesOf } from "./rule.ts";

/** The question of the bank whose ideas are the wall of fears (domain brief §6.3, phase 1). */
export const FEARS = "goals-hidden-fears";

/** A fear as it hangs on the wall; `like` are those that were grouped under it. `rule` is the id of the answering rule. */
export type Fear = { id: string; text: string; like: string[]; answer: FearAnswer | null; rule: string | null };

/** The wall of fears: groups in the order of the ideas, each answered once for all of it. */
export const fearsOf = (record: WorkshopRecord): Fear[] => {
  const keys = new Set(record.asked.filter(({ question }) => question === FEARS).map(({ key }) => key));
  const ideas = record.ideas.filter(({ question }) => keys.has(question));
  const rules = rulesOf(record);
  return ideas
    .filter((idea) => !ideas.some(({ id }) => id === idea.group))
    .map((lead) => {
      const answer = lead.answered ?? null;
      return {
        id: lead.id,
        text: lead.text,
        like: ideas.filter(({ group }) => group === lead.id).map(({ text }) => text),
        answer,
        rule: answer?.kind === "rule" ? (rules.find(({ question }) => question === answer.question)?.id ?? null) : null,
      };
    });
};

/** Fears that nothing answers: also one whose rule is not in force. */
export const unanswered = (fears: readonly Fear[]): Fear[] =>
  fears.filter(({ answer, rule }) => answer === null || (answer.kind === "rule" && rule === null));

/** May this be the answer to this fear? */
export const mayAnswer = (record: WorkshopRecord, fear: string, answer: FearAnswer | null): Refusal | null => {
  if (!fearsOf(record).some(({ id }) => id === fear)) return refuse("no-such-thing", { where: "idea" });
  if (answer?.kind !== "rule") return null;
  return rulesOf(record).some(({ question }) => question === answer.question)
    ? null
    : refuse("no-such-thing", { where: "rule" });
};
