import type { AnswerOf, FieldType } from "../answer.ts";
import type { Rule } from "../rule.ts";
import type { Stage } from "../stage.ts";
import type { Chain } from "./chain.ts";
import { given, type Material } from "./given.ts";

/** The rules in force that speak of one stage of a deal type. */
export const stageRules = ({ rules }: Pick<Material, "rules">, { dealType }: Chain, stage: Stage): Rule[] =>
  rules.filter((rule) => rule.dealType === dealType.id && rule.stage === stage.id);

/** Who alone answers for the stage: the role of the adopted answer, on its own or as the leg that covers the stage. */
export const responsibleFor = (
  material: Pick<Material, "rules">,
  { dealType }: Chain,
  stage: Stage,
): { role: string; rule: Rule } | null => {
  const [answered] = given(material, "stage-responsible", "role", dealType.id, stage.id);
  const role = answered?.answer.accountable ?? answered?.answer.legs[0]?.role;
  return answered && role ? { role, rule: answered.rule } : null;
};

/** What a rule on refused results says when it sets an end to refusing: a count, not that something is done again. */
export const ENDS_THE_LOOP =
  /(?<!\p{L})(?:втор(?:ой|ого|ом)|трет(?:ий|ьего|ьем)|дважды|трижды)(?!\p{L})|(?<!\p{L})(?:два|двух|три|тр[её]х|\d+)\s+(?:раз|попыт|отказ|отклонени)|\b(?:second|third|twice)\b|\b(?:two|three|\d+)\s+(?:times|attempts|refusals)\b/iu;

const REASON: FieldType[] = ["select", "multiselect", "text", "textarea"];
const RETRY: FieldType[] = ["date", "datetime"];

/**
 * The fields in which the steps of a refused result write down why and when again: those of the set-up when a step
 * records in them, otherwise the first that a step records in and that can hold such a thing.
 */
export const refusalFields = (
  { catalogue }: Pick<Material, "catalogue">,
  rejection: { field: string; reasonField: string; retryField: string },
  answer: AnswerOf<"steps">,
): { reason: string | null; retry: string | null } => {
  const recorded = answer.steps
    .flatMap(({ recordIn, due }) => [recordIn, due?.dateField])
    .filter((id) => id !== undefined);
  const find = (wanted: string, types: FieldType[]) =>
    recorded.includes(wanted)
      ? wanted
      : (recorded.find(
          (id) => id !== rejection.field && id !== "next-step" && types.includes(catalogue.fields[id]?.type ?? "file"),
        ) ?? null);
  return { reason: find(rejection.reasonField, REASON), retry: find(rejection.retryField, RETRY) };
};
