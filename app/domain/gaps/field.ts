import type { FieldChoice } from "../answer.ts";
import type { Chain } from "../pipeline/chain.ts";
import { given } from "../pipeline/given.ts";
import { neededFields } from "../pipeline/needed-fields.ts";
import type { Rule } from "../rule.ts";
import { atStages, type Checks, type Evidence, named } from "./evidence.ts";

/** More than seven fields typed by hand at one stage are filled in with anything (domain brief §2.3, stage-required-fields). */
const MANY = 7;
const COLLECTING = new Set(["first-contact-must-record", "data-client-card"]);

export const FIELD = {
  "required-never-collected": (evidence) =>
    atStages(evidence, (stage, chain) =>
      named(
        requiredAt(evidence, chain, stage.id)
          .filter(({ fieldId }) => !isCollected(evidence, fieldId))
          .map(({ label }) => label),
      ),
    ),
  "required-too-early": (evidence) =>
    atStages(evidence, (stage, chain, at) =>
      named(
        requiredAt(evidence, chain, stage.id)
          .filter(({ fieldId }) => {
            const places = recordedAt(evidence, chain, fieldId);
            return places.length > 0 && places.every((place) => place > at);
          })
          .map(({ label }) => label),
      ),
    ),
  "required-too-many": (evidence) =>
    atStages(evidence, (stage, chain) => {
      const typed = requiredAt(evidence, chain, stage.id).filter(({ auto }) => !auto);
      return new Set(typed.map(({ fieldId }) => fieldId)).size > MANY;
    }),
  "field-unused": (evidence) => {
    const used = new Set([
      ...neededFields(evidence).map(({ id }) => id),
      ...evidence.rules.flatMap(({ answer }) =>
        answer.kind === "metrics"
          ? answer.metrics.flatMap(({ sourceFields }) => sourceFields)
          : answer.kind === "steps"
            ? answer.steps.flatMap(({ recordIn }) => recordIn ?? [])
            : [],
      ),
    ]);
    const idle = choices(evidence.rules)
      .filter(
        ({ choice, rule }) => !choice.required && choice.usedIn.length === 0 && rule.questionId !== "handoff-package",
      )
      .filter(({ choice }) => !used.has(choice.fieldId));
    return [...new Set(idle.map(({ choice }) => choice.label))].map((detail) => ({ detail }));
  },
  "question-no-field": (evidence) => {
    const steps = given(evidence, "first-contact-clarifying-questions", "steps").flatMap(({ rule, answer }) =>
      answer.steps
        .filter(({ mandatory, recordIn }) => mandatory && recordIn === undefined)
        .map(({ text }) => ({ text, rule })),
    );
    return steps.map(({ text, rule }) => ({ detail: text, question: rule.question }));
  },
} satisfies Checks;

const choices = (rules: readonly Rule[]): { choice: FieldChoice; rule: Rule }[] =>
  rules.flatMap((rule) =>
    rule.answer.kind === "fields" ? rule.answer.fields.map((choice) => ({ choice, rule })) : [],
  );

const requiredAt = ({ rules }: Evidence, { dealType }: Chain, stage: string): FieldChoice[] =>
  choices(rules)
    .filter(
      ({ rule }) => rule.questionId !== "handoff-package" && (rule.dealType === null || rule.dealType === dealType.id),
    )
    .filter(({ choice, rule }) => choice.required && (choice.requiredFromStage ?? rule.stage) === stage)
    .map(({ choice }) => choice);

/** Somebody fills the field in, the CRM does, a step records in it, or a question to the client asks for it. */
const isCollected = ({ rules }: Evidence, field: string): boolean =>
  rules.some(
    ({ answer, questionId }) =>
      (answer.kind === "fields" &&
        answer.fields.some(
          ({ fieldId, auto, filledBy }) =>
            fieldId === field && (auto || filledBy !== undefined || COLLECTING.has(questionId)),
        )) ||
      (answer.kind === "steps" && answer.steps.some(({ recordIn }) => recordIn === field)),
  );

/**
 * The places in the chain where steps first record in the field; a step without a place may be taken at once. What is
 * done about a refused result gives a new value to a field that was known before.
 */
const recordedAt = ({ rules }: Evidence, { dealType, stages }: Chain, field: string): number[] =>
  rules.flatMap((rule) =>
    rule.answer.kind === "steps" &&
    rule.questionId !== "stage-rejected-result" &&
    (rule.dealType === null || rule.dealType === dealType.id)
      ? rule.answer.steps
          .filter(({ recordIn }) => recordIn === field)
          .map((step) => stages.findIndex(({ id }) => id === (step.stage ?? rule.stage)))
      : [],
  );
