import type { DealType } from "../deal-type.ts";
import type { Rule } from "../rule.ts";
import { answersTo } from "../rule.ts";
import type { Stage } from "../stage.ts";

/** The stages of a deal type that the team has agreed on, in order; `rule` is null where no chain was adopted. */
export type Chain = { dealType: DealType; stages: Stage[]; rule: Rule | null };

/**
 * The chain of a deal type: the adopted one, else the stages that an adopted stage rule speaks of. A step of the chain
 * that is no stage of the set-up becomes a stage with nothing but a name.
 */
export const chainOf = (rules: readonly Rule[], dealType: DealType): Chain => {
  const adopted = answersTo(rules, "deal-stage-chain", "steps").find(({ rule }) => rule.dealType === dealType.id);
  if (!adopted) {
    const spokenOf = new Set(rules.filter((rule) => rule.dealType === dealType.id).map(({ stage }) => stage));
    return { dealType, stages: dealType.stages.filter(({ id }) => spokenOf.has(id)), rule: null };
  }
  const stages: Stage[] = [];
  for (const step of adopted.answer.steps) {
    const known = dealType.stages.find(({ id, name }) => id === step.stage || (!step.stage && same(name, step.text)));
    const stage = known ? { ...known, name: step.text } : named(step.stage ?? step.text, step.text);
    if (!stages.some(({ id }) => id === stage.id)) stages.push(stage);
  }
  return { dealType, stages, rule: adopted.rule };
};

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

const named = (id: string, name: string): Stage => ({
  id,
  name,
  entry: "",
  exit: "",
  role: null,
  required: [],
  conditional: [],
  norm: null,
  tasks: [],
  rejection: null,
});
