import { type Language, say } from "#domain/language.ts";
import type { Pipeline } from "#domain/pipeline.ts";
import { namesOf } from "../crm/names.ts";
import { normLine } from "../crm/sentences.ts";
import { csv } from "./csv.ts";

const rulesOf = (source: readonly { rule: string }[]): string => source.map(({ rule }) => rule).join(" ");

/** All fields with where they are required, a line each. */
export const fieldsCsv = (pipeline: Pipeline, language: Language): string => {
  const names = namesOf(pipeline, language);
  const both = (ru: string, en: string) => say({ ru, en }, language);
  const entity = {
    deal: both("сделка", "deal"),
    contact: both("контакт", "contact"),
    company: both("компания", "company"),
  };
  const stages = (field: string, to: "enter" | "leave") =>
    pipeline.pipelines
      .flatMap((one) =>
        one.stages.filter(({ requiredFields }) =>
          requiredFields.some((each) => each.field === field && each.to === to),
        ),
      )
      .map(({ name }) => name)
      .join("; ");
  return csv([
    [
      both("Ключ", "Key"),
      both("Поле", "Field"),
      both("Где", "Where"),
      both("Тип", "Type"),
      both("Варианты", "Options"),
      both("Нужно, чтобы войти", "Needed to enter"),
      both("Нужно, чтобы выйти", "Needed to leave"),
      both("Заполняет", "Filled in by"),
      both("Правила", "Rules"),
    ],
    ...pipeline.fields.map((field) => [
      field.key,
      field.name,
      entity[field.entity],
      names.fieldType(field.type),
      field.options.map(({ name }) => name).join("; "),
      stages(field.key, "enter"),
      stages(field.key, "leave"),
      field.auto ? (field.autoBy ?? both("сама CRM", "the CRM itself")) : names.role(field.filledBy),
      rulesOf(field.source),
    ]),
  ]);
};

/** All stages of all pipelines in their order, a line each. */
export const stagesCsv = (pipeline: Pipeline, language: Language): string => {
  const names = namesOf(pipeline, language);
  const both = (ru: string, en: string) => say({ ru, en }, language);
  const outcome = {
    open: both("в работе", "open"),
    won: both("успех", "won"),
    lost: both("отказ", "lost"),
    deferred: both("отложено", "deferred"),
  };
  return csv([
    [
      both("Воронка", "Pipeline"),
      both("№", "No."),
      both("Ключ", "Key"),
      both("Этап", "Stage"),
      both("Исход", "Outcome"),
      both("Отвечает", "Responsible"),
      both("Начинается, когда", "Begins when"),
      both("Закончен, когда", "Ends when"),
      both("Срок", "Time"),
      both("Обязательные поля", "Required fields"),
      both("Дальше", "Next"),
      both("Правила", "Rules"),
    ],
    ...pipeline.pipelines.flatMap((one) =>
      one.stages.map((stage) => [
        one.name,
        stage.order,
        stage.key,
        stage.name,
        outcome[stage.outcome],
        names.role(stage.responsible?.role ?? null),
        (stage.entry?.lines ?? []).join("; "),
        (stage.exit?.lines ?? []).join("; "),
        stage.norms.map((norm) => normLine(norm, names)).join("; "),
        stage.requiredFields.map(({ field }) => names.field(field)).join("; "),
        stage.transitions.map(({ to }) => names.stage(to, one.key)).join("; "),
        rulesOf(stage.source),
      ]),
    ),
  ]);
};

export const lossReasonsCsv = (pipeline: Pipeline, language: Language): string => {
  const names = namesOf(pipeline, language);
  const both = (ru: string, en: string) => say({ ru, en }, language);
  return csv([
    [
      both("Ключ", "Key"),
      both("Причина", "Reason"),
      both("Группа", "Group"),
      both("Пояснение", "Comment"),
      both("Вернуться через", "Return after"),
      both("Правила", "Rules"),
    ],
    ...pipeline.lossReasons.map((reason) => [
      reason.key,
      reason.name,
      reason.group.name,
      reason.commentRequired ? both("обязательно", "required") : "",
      reason.returnAfter ? names.duration(reason.returnAfter) : "",
      rulesOf(reason.source),
    ]),
  ]);
};
