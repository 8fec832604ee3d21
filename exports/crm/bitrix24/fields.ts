import type { Pipeline } from "#domain/pipeline.ts";
import type { Json } from "../contract.ts";
import type { Draft } from "../draft.ts";
import { id } from "../elements.ts";
import { isListOfLossReasons } from "../loss-reason-field.ts";
import { fieldCodes } from "./codes.ts";

type Field = Pipeline["fields"][number];

const TYPES: Record<Field["type"], string> = {
  text: "string",
  textarea: "string",
  number: "double",
  money: "money",
  percent: "double",
  date: "date",
  datetime: "datetime",
  select: "enumeration",
  multiselect: "enumeration",
  checkbox: "boolean",
  phone: "string",
  email: "string",
  url: "url",
  file: "file",
  user: "employee",
  address: "address",
};

const LOSS_REASON = "loss-reason";

/** What every portal has: the name, the phone and the e-mail of a contact. */
const isThere = ({ key, entity, type }: Field): boolean =>
  entity === "contact" && (key === "contact-name" || (key === type && (type === "phone" || type === "email")));

/** Own fields of deals, contacts and companies, and the list of loss reasons, for which a portal has no directory. */
export const addFields = (draft: Draft, pipeline: Pipeline): void => {
  const { say, quote } = draft.names;
  const own = pipeline.fields.filter((field) => !isThere(field));
  for (const field of pipeline.fields.filter(isThere))
    draft.partly(
      id.field(field.key),
      say("Есть в карточке контакта и без настройки", "The card of a contact has it without any setting"),
      say(`Пользуйтесь полем контакта: ${quote(field.name)}`, `Use the field of the contact: ${quote(field.name)}`),
    );
  const reasonField = own.find((field) => isListOfLossReasons(pipeline, field));
  const key = reasonField ? null : freeKey(LOSS_REASON, own);
  const codes = fieldCodes([...own.map((field) => field.key), ...(key ? [key] : [])]);
  const code = (of: string) => codes.get(of) ?? of;
  const reasons = pipeline.lossReasons.map((reason) => id.lossReason(reason.key));
  for (const [index, field] of own.entries())
    addField(draft, field, code(field.key), (index + 1) * 10, [
      id.field(field.key),
      ...(field === reasonField ? reasons : []),
    ]);
  if (key && pipeline.lossReasons.length > 0)
    addField(
      draft,
      {
        key,
        name: say("Причина отказа", "Loss reason"),
        type: "select",
        entity: "deal",
        options: pipeline.lossReasons.map((reason) => ({ key: reason.key, name: reason.name })),
      },
      code(key),
      (own.length + 1) * 10,
      reasons,
    );
  for (const { key: reason, commentRequired, returnAfter } of pipeline.lossReasons)
    if (commentRequired || returnAfter)
      draft.partly(
        id.lossReason(reason),
        say(
          "Вариант загружен; пояснения и возврата он не требует",
          "The option is loaded; it demands neither comment nor return",
        ),
        draft.elements.find((element) => element.id === id.lossReason(reason))?.says ?? reason,
      );
};

const freeKey = (wish: string, fields: readonly Field[]): string =>
  fields.some(({ key }) => key === wish) ? freeKey(`${wish}-list`, fields) : wish;

const addField = (
  draft: Draft,
  field: Pick<Field, "key" | "name" | "type" | "entity" | "options">,
  code: string,
  sort: number,
  carries: string[],
): void => {
  const { say, quote } = draft.names;
  const method = `crm.${field.entity}.userfield`;
  const isList = TYPES[field.type] === "enumeration";
  const isText = isList && field.options.length === 0;
  if (isText)
    draft.partly(
      id.field(field.key),
      say(
        "В правилах нет вариантов этого списка, поле создано текстовым",
        "The rules name no options of this list, the field is made as a text",
      ),
      say(
        `Дополните правило вариантами поля ${quote(field.name)} и загрузите ещё раз`,
        `Add the options of ${quote(field.name)} to the rule and load again`,
      ),
    );
  const symbol = `field.${field.key}`;
  const fullName = `UF_CRM_${code}`;
  const labels = { EDIT_FORM_LABEL: field.name, LIST_COLUMN_LABEL: field.name, LIST_FILTER_LABEL: field.name };
  draft.step({
    id: symbol,
    does: say(`Поле ${quote(field.name)}`, `Field ${quote(field.name)}`),
    path: `${method}.add`,
    body: {
      fields: {
        USER_TYPE_ID: isText ? "string" : TYPES[field.type],
        FIELD_NAME: code,
        XML_ID: field.key,
        LABEL: field.name,
        ...labels,
        MULTIPLE: field.type === "multiselect" && !isText ? "Y" : "N",
        MANDATORY: "N",
        SHOW_FILTER: "Y",
        SORT: sort,
        ...(field.type === "textarea" && { SETTINGS: { ROWS: 5 } }),
        ...(isList &&
          !isText && {
            LIST: field.options.map((option, index) => ({
              VALUE: option.name,
              SORT: (index + 1) * 10,
              XML_ID: option.key,
            })),
          }),
      },
    } as Json,
    gives: [{ symbol, from: { take: "result" } }],
    carries,
    finds: {
      method: "POST",
      path: `${method}.list`,
      body: { filter: { FIELD_NAME: fullName } },
      gives: [{ symbol, from: { list: "result", where: { FIELD_NAME: fullName }, take: "ID" } }],
    },
    changes: {
      method: "POST",
      path: `${method}.update`,
      body: { id: `{{${symbol}}}`, fields: { ...labels, SORT: sort } },
    },
  });
};
