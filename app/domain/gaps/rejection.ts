import { given } from "../pipeline/given.ts";
import { ENDS_THE_LOOP, refusalFields } from "../pipeline/stage-rules.ts";
import type { Stage } from "../stage.ts";
import { atStages, type Checks, type Evidence } from "./evidence.ts";

const CLOSE = /закры|отказ|close|lost/i;

/** A result that can be refused needs a rule: how it is marked, why, when again, and who ends the loop. */
export const REJECTION = {
  "reject-no-rule": (evidence) =>
    atStages(evidence, (stage, { dealType }) => stage.rejection !== null && !ruleOn(evidence, dealType.id, stage)),
  "reject-no-reason": (evidence) =>
    atStages(evidence, (stage, { dealType }) => {
      const rule = ruleOn(evidence, dealType.id, stage);
      return rule !== undefined && rule.reason === null;
    }),
  "reject-no-retry": (evidence) =>
    atStages(evidence, (stage, { dealType }) => {
      const rule = ruleOn(evidence, dealType.id, stage);
      return rule !== undefined && rule.retry === null && !rule.steps.some(({ text }) => CLOSE.test(text));
    }),
  "reject-loop-endless": (evidence) =>
    atStages(evidence, (stage, { dealType }) => {
      const rule = ruleOn(evidence, dealType.id, stage);
      return rule !== undefined && !ENDS_THE_LOOP.test([rule.text, ...rule.steps.map(({ text }) => text)].join(" "));
    }),
} satisfies Checks;

const ruleOn = (evidence: Evidence, dealType: string, stage: Stage) => {
  const [answered] = given(evidence, "stage-rejected-result", "steps", dealType, stage.id);
  if (!answered) return undefined;
  const nothing = { field: "", reasonField: "", retryField: "" };
  const fields = refusalFields(evidence, stage.rejection ?? nothing, answered.answer);
  return { ...fields, steps: answered.answer.steps, text: answered.rule.text };
};
