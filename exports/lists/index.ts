import { type Language, say } from "#domain/language.ts";
import type { Pipeline } from "#domain/pipeline.ts";
import { namesOf } from "../crm/names.ts";
import { normLine } from "../crm/sentences.ts";
import { csv } from "./csv.ts";

const rulesOf = (source: readonly { rule: string }[]): string => source.map(({ rule }) => rule).join(" ");

/** All fields with where they are required, a line each. */
export const fieldsCsv = (pipeline: Pipeline, language: Language): string => {
  const names = namesOf(pipeline, language);
  const t = (ru: string, en: string) => say({ ru, en }, language);
  const entity = { deal: t("сделка", "deal"), contact: t("контакт", "contact"), company: t("компания", "company") };
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
      t("Ключ", "Key"),
      t("Поле", "Field"),
      t("Где", "Where"),
      t("Тип", "Type"),
      t("Варианты", "Options"),
      t("Нужно, чтобы войти", "Needed to enter"),
      t("Нужно, чтобы выйти", "Needed to leave"),
      t("Заполняет", "Filled in by"),
      t("Правила", "Rules"),
    ],
    ...pipeline.fields.map((field) => [
      field.key,
      field.name,
      entity[field.entity],
      names.fieldType(field.type),
      field.options.map(({ name }) => name).join("; "),
      stages(field.key, "enter"),
      stages(field.key, "leave"),
      field.auto ? (field.autoBy ?? t("сама CRM", "the CRM itself")) : names.role(field.filledBy),
      rulesOf(field.source),
    ]),
  ]);
};

/** All stages of all pipelines in their order, a line each. */
export const stagesCsv = (pipeline: Pipeline, language: Language): string => {
  const names = namesOf(pipeline, language);
  const t = (ru: string, en: string) => say({ ru, en }, language);
  const outcome = {
    open: t("в работе", "open"),
    won: t("успех", "won"),
    lost: t("отказ", "lost"),
    deferred: t("отложено", "deferred"),
  };
  return csv([
    [
      t("Воронка", "Pipeline"),
      t("№", "No."),
      t("Ключ", "Key"),
      t("Этап", "Stage"),
      t("Исход", "Outcome"),
      t("Отвечает", "Responsible"),
      t("Начинается, когда", "Begins when"),
      t("Закончен, когда", "Ends when"),
      t("Срок", "Time"),
      t("Обязательные поля", "Required fields"),
      t("Дальше", "Next"),
      t("Правила", "Rules"),
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
  const t = (ru: string, en: string) => say({ ru, en }, language);
  return csv([
    [
      t("Ключ", "Key"),
      t("Причина", "Reason"),
      t("Группа", "Group"),
      t("Пояснение", "Comment"),
      t("Вернуться через", "Return after"),
      t("Правила", "Rules"),
    ],
    ...pipeline.lossReasons.map((reason) => [
      reason.key,
      reason.name,
      reason.group.name,
      reason.commentRequired ? t("обязательно", "required") : "",
      reason.returnAfter ? names.duration(reason.returnAfter) : "",
      rulesOf(reason.source),
    ]),
  ]);
};
