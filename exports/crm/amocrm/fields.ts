import type { Pipeline } from "#domain/pipeline.ts";
import type { Json } from "../contract.ts";
import type { Draft } from "../draft.ts";
import { id } from "../elements.ts";
import { doorsOfField, requirementsOfField } from "../later-stages.ts";
import { isListOfLossReasons } from "../loss-reason-field.ts";
import { LOST, symbolOf, WON } from "./statuses.ts";

type Field = Pipeline["fields"][number];

const ENTITIES = { deal: "leads", contact: "contacts", company: "companies" } as const;

/** Money is a number here: the type `monetary` needs a paid extension. */
const TYPES: Record<Field["type"], string> = {
  text: "text",
  textarea: "textarea",
  number: "numeric",
  money: "numeric",
  percent: "numeric",
  date: "date",
  datetime: "date_time",
  select: "select",
  multiselect: "multiselect",
  checkbox: "checkbox",
  phone: "text",
  email: "text",
  url: "url",
  file: "file",
  user: "text",
  address: "streetaddress",
};

const MAX_NAME = 255;

/** The fields that every account has: a contact's phone and e-mail. */
const codeOf = ({ key, entity, type }: Field): string =>
  entity !== "deal" && key === type && (type === "phone" || type === "email")
    ? type.toUpperCase()
    : key.replaceAll("-", "_").toUpperCase();

const isName = ({ key, entity }: Field): boolean => entity === "contact" && key === "contact-name";

/** Own fields with the statuses that may not be entered without them (`required_statuses`). */
export const addFields = (draft: Draft, pipeline: Pipeline): void => {
  const { say } = draft.names;
  for (const entity of new Set(pipeline.fields.map((field) => ENTITIES[field.entity]))) {
    const name = say("Регламент", "Reglament");
    draft.step({
      id: `group.${entity}`,
      does: say(`Группа полей «${name}»`, `Group of fields “${name}”`),
      path: `/api/v4/${entity}/custom_fields/groups`,
      body: [{ name, sort: 500 }],
      gives: [{ symbol: `group.${entity}`, from: { list: "_embedded.custom_field_groups", take: "id" } }],
      finds: {
        path: `/api/v4/${entity}/custom_fields/groups`,
        gives: [
          { symbol: `group.${entity}`, from: { list: "_embedded.custom_field_groups", where: { name }, take: "id" } },
        ],
      },
    });
  }
  pipeline.fields.forEach((field, index) => {
    if (isName(field) || isListOfLossReasons(pipeline, field)) there(draft, pipeline, field);
    else addField(draft, pipeline, field, (index + 1) * 10);
  });
};

/** What amoCRM has by itself. */
const there = (draft: Draft, pipeline: Pipeline, field: Field): void => {
  const { say, quote } = draft.names;
  const reason = say("Есть в amoCRM и без настройки", "amoCRM has it without any setting");
  const manual = isName(field)
    ? say("Пользуйтесь именем контакта", "Use the name of the contact")
    : say(
        `Включите «Причины отказа» в настройках воронки: ${quote(field.name)} спросят при закрытии`,
        `Switch on “Loss reasons” in the settings of the pipeline: ${quote(field.name)} is asked for on closing`,
      );
  for (const element of [id.field(field.key), ...requirementsOfField(pipeline, field.key)])
    draft.partly(element, reason, manual);
};

const addField = (draft: Draft, pipeline: Pipeline, field: Field, sort: number): void => {
  const { say, quote } = draft.names;
  const entity = ENTITIES[field.entity];
  const element = id.field(field.key);
  const symbol = `field.${field.key}`;
  const name = draft.short(element, field.name, MAX_NAME);
  const hasOptions = field.options.length > 0;
  const isList = field.type === "select" || field.type === "multiselect";
  if (field.type === "user" || (isList && !hasOptions))
    draft.partly(
      element,
      isList
        ? say(
            "В правилах нет вариантов этого списка, поле создано текстовым",
            "The rules name no options of this list, the field is made as a text",
          )
        : say(
            "Поля «сотрудник» в amoCRM нет, поле создано текстовым",
            "amoCRM has no field for a user, the field is made as a text",
          ),
      isList
        ? say(
            `Дополните правило вариантами поля ${quote(field.name)} и загрузите ещё раз`,
            `Add the options of ${quote(field.name)} to the rule and load again`,
          )
        : say(`Пишите в ${quote(field.name)} фамилию`, `Write the name into ${quote(field.name)}`),
    );
  const required = doorsOfField(pipeline, field.key).map(({ pipeline: one, stage }) => ({
    pipeline_id: `{{pipeline.${one.key}}}`,
    status_id: stage.outcome === "won" ? WON : stage.outcome === "lost" ? LOST : `{{${symbolOf(one.key, stage.key)}}}`,
  }));
  const path = `/api/v4/${entity}/custom_fields`;
  const always = { name, required_statuses: required.length ? required : null };
  const code = codeOf(field);
  draft.step({
    id: symbol,
    does: say(`Поле «${name}»`, `Field “${name}”`),
    path,
    body: [
      {
        ...always,
        type: isList && !hasOptions ? "text" : TYPES[field.type],
        code,
        sort,
        group_id: `{{group.${entity}}}`,
        ...(isList &&
          hasOptions && { enums: field.options.map((option, at) => ({ value: option.name, sort: at + 1 })) }),
      },
    ] as Json,
    gives: [{ symbol, from: { list: "_embedded.custom_fields", take: "id" } }],
    carries: [element, ...requirementsOfField(pipeline, field.key)],
    finds: {
      path: `${path}?limit=250`,
      gives: [{ symbol, from: { list: "_embedded.custom_fields", where: { code }, take: "id" } }],
    },
    // options are left alone: sent without their ids they would be made anew, and deals would lose what was chosen
    changes: { path: `${path}/{{${symbol}}}`, body: always as Json },
  });
};
