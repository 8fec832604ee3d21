import { minutesOf } from "../duration.ts";
import { given } from "../pipeline/given.ts";
import { responsibleFor } from "../pipeline/stage-rules.ts";
import type { Stage } from "../stage.ts";
import { atStages, type Checks, type Evidence, named } from "./evidence.ts";

/** Words of a feeling, and words of a fact that make such an exit checkable after all. */
const VAGUE = /думает|в работе|заинтересован|почти готов|скоро|thinking|in progress|interested|almost/i;
const FACT = /пол[еея]|файл|отметк|отмечен|подпис|приложен|записан|field|file|mark|signed|attached|recorded/i;
const SAMPLE = /выбороч|sample/i;
const FIVE_WORKING_DAYS = minutesOf({ value: 5, unit: "workDay" });

export const STAGE = {
  "stage-no-role": (evidence) =>
    atStages(evidence, (stage, chain) => {
      const responsible = responsibleFor(evidence, chain, stage);
      return !responsible || !evidence.record.workshop.roles.some(({ id }) => id === responsible.role);
    }),
  "stage-no-exit": (evidence) =>
    atStages(evidence, (stage, { dealType }) => exitOf(evidence, dealType.id, stage).length === 0),
  "stage-exit-vague": (evidence) =>
    atStages(evidence, (stage, { dealType }) =>
      named(exitOf(evidence, dealType.id, stage).filter((line) => VAGUE.test(line) && !FACT.test(line))),
    ),
  "stage-no-norm": (evidence) =>
    atStages(evidence, (stage, { dealType }) => normsOf(evidence, dealType.id, stage).length === 0),
  "norm-no-start": (evidence) =>
    atStages(evidence, (stage, { dealType }) =>
      named(
        normsOf(evidence, dealType.id, stage)
          .filter(({ startEvent, calendar, limit }) => limit.unit !== "untilDateField" && !(startEvent && calendar))
          .map(({ what }) => what),
      ),
    ),
  "norm-date-no-field": (evidence) =>
    atStages(evidence, (stage, { dealType, stages }, at) =>
      normsOf(evidence, dealType.id, stage).some(({ limit }) => {
        if (limit.unit !== "untilDateField") return false;
        const until = stages.slice(0, at + 1).map(({ id }) => id);
        return !evidence.rules.some(
          ({ answer, stage: own }) =>
            answer.kind === "fields" &&
            answer.fields.some(
              ({ fieldId, required, requiredFromStage }) =>
                fieldId === limit.dateField && required && until.includes(requiredFromStage ?? own ?? stage.id),
            ),
        );
      }),
    ),
  // a company-wide rule on who looks at what covers the stages that have no check of their own
  "stage-no-quality": (evidence) =>
    given(evidence, "control-who-tracks", "role").some(({ answer }) => answer.checks.length > 0)
      ? []
      : atStages(evidence, (stage, { dealType }) => checksAt(evidence, dealType.id, stage).length === 0),
  "quality-self": (evidence) =>
    atStages(evidence, (stage, chain) => {
      const doer = responsibleFor(evidence, chain, stage)?.role;
      return checksAt(evidence, chain.dealType.id, stage).some(
        ({ role, signs }) => role === doer && !signs.some((sign) => SAMPLE.test(sign)),
      );
    }),
  "dept-absent": (evidence) =>
    atStages(evidence, (stage, chain) => {
      const { workshop, participants } = evidence.record;
      const role = responsibleFor(evidence, chain, stage)?.role ?? stage.role;
      const department = workshop.roles.find(({ id }) => id === role)?.department;
      return department !== undefined && !participants.some((person) => person.department === department);
    }),
  "silence-gap": (evidence) =>
    atStages(evidence, (stage, { dealType }) => {
      const long = normsOf(evidence, dealType.id, stage).some(({ limit }) => minutesOf(limit) > FIVE_WORKING_DAYS);
      const heard = given(evidence, "feedback-moments", "steps", dealType.id).some(({ answer }) =>
        answer.steps.some((step) => step.stage === stage.id && step.counterpart === "client"),
      );
      return long && !heard;
    }),
} satisfies Checks;

export const exitOf = (evidence: Evidence, dealType: string, stage: Stage): string[] =>
  given(evidence, "stage-exit", "text", dealType, stage.id).flatMap(({ answer }) => answer.lines);

export const normsOf = (evidence: Evidence, dealType: string, stage: Stage) =>
  given(evidence, "stage-time-norm", "duration", dealType, stage.id).flatMap(({ answer }) => answer.norms);

const checksAt = (evidence: Evidence, dealType: string, stage: Stage) =>
  given(evidence, "stage-quality-check", "role", dealType, stage.id).flatMap(({ answer }) =>
    answer.checks.length > 0 || !answer.accountable ? answer.checks : [{ role: answer.accountable, signs: [] }],
  );
