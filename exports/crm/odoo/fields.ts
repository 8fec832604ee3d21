import type { Draft } from "../draft.ts";
import { id } from "../elements.ts";
import { requirementsOfField } from "../later-stages.ts";
import { isListOfLossReasons } from "../loss-reason-field.ts";
import { type Build, type Field, LEAD } from "./build.ts";
import { type OdooRecord, type Value, xmlId } from "./records.ts";

/** Names of columns in PostgreSQL have no more characters; Odoo wants own ones to begin with `x_`. */
const MAX_COLUMN = 63;
const PREFIX = "x_reglament_";
const PARTNER = { ref: "base.model_res_partner" };

/** Money is a plain number: the type `monetary` wants a field of its own for the currency. */
const TYPES: Record<Field["type"], string> = {
  text: "char",
  textarea: "text",
  number: "float",
  money: "float",
  percent: "float",
  date: "date",
  datetime: "datetime",
  select: "selection",
  multiselect: "char",
  checkbox: "boolean",
  phone: "char",
  email: "char",
  url: "char",
  file: "binary",
  user: "many2one",
  address: "char",
};

/** What a deal of Odoo knows of its contact without any setting. */
const THERE: Record<string, string> = { "contact-name": "contact_name", phone: "phone", email: "email_from" };
const thereAs = ({ key, entity, type }: Field): string | null =>
  entity === "contact" && (key === "contact-name" || key === type) ? (THERE[key] ?? null) : null;

const columnNames = (fields: readonly Field[]): Map<string, string> => {
  const given = new Map<string, string>();
  const taken = new Set<string>();
  for (const { key } of fields) {
    const whole = `${PREFIX}${key.replaceAll("-", "_")}`;
    let name = whole.slice(0, MAX_COLUMN);
    for (let number = 2; taken.has(name); number++)
      name = `${whole.slice(0, MAX_COLUMN - String(number).length - 1)}_${number}`;
    taken.add(name);
    given.set(key, name);
  }
  return given;
};

/** Own fields of deals, contacts and companies with the options of lists; afterwards `dealFields` says how a deal has them. */
export const addFields = (build: Build): void => {
  const { draft, pipeline } = build;
  const names = columnNames(pipeline.fields);
  for (const field of pipeline.fields) {
    const there = thereAs(field);
    if (there) {
      build.dealFields.set(field.key, { name: there, isOwn: false, record: null });
      tellOfOdoosOwn(draft, field);
    } else if (field.entity === "deal" && isListOfLossReasons(pipeline, field)) tellOfReasons(build, field);
    else addField(build, field, names.get(field.key) ?? field.key);
  }
};

const tellOfOdoosOwn = (draft: Draft, field: Field): void => {
  const { say, quote } = draft.names;
  draft.partly(
    id.field(field.key),
    say("Есть в сделке и без настройки", "A deal has it without any setting"),
    say(`Пользуйтесь полем сделки: ${quote(field.name)}`, `Use the field of the deal: ${quote(field.name)}`),
  );
};

const tellOfReasons = ({ draft, pipeline }: Build, field: Field): void => {
  const { say, quote } = draft.names;
  for (const element of [id.field(field.key), ...requirementsOfField(pipeline, field.key)])
    draft.partly(
      element,
      say("Причину Odoo спрашивает сама, когда нажимают «Проиграно»", "Odoo asks for the reason itself on “Lost”"),
      say(
        `${quote(field.name)}: выберите причину в этом окне`,
        `${quote(field.name)}: choose the reason in that window`,
      ),
    );
};

const addField = (build: Build, field: Field, name: string): void => {
  const { draft, pipeline, batches, dealFields } = build;
  const { say, quote } = draft.names;
  const element = id.field(field.key);
  const isList = field.type === "select" && field.options.length > 0;
  const ttype = field.type === "select" && !isList ? "char" : TYPES[field.type];
  if (ttype === "char" && (field.type === "select" || field.type === "multiselect"))
    draft.partly(
      element,
      field.options.length === 0
        ? say(
            "В правилах нет вариантов этого списка, поле создано текстовым",
            "The rules name no options of this list, the field is made as a text",
          )
        : say(
            "Список с выбором нескольких в Odoo требует своей таблицы, поле создано текстовым",
            "A list with several choices wants a table of its own in Odoo, the field is made as a text",
          ),
      field.options.length === 0
        ? say(
            `Дополните правило вариантами поля ${quote(field.name)} и загрузите ещё раз`,
            `Add the options of ${quote(field.name)} to the rule and load again`,
          )
        : say(
            `Пишите в ${quote(field.name)} через запятую: ${field.options.map((option) => option.name).join(", ")}`,
            `Write into ${quote(field.name)} with commas: ${field.options.map((option) => option.name).join(", ")}`,
          ),
    );
  const isOfDeal = field.entity === "deal";
  const record = xmlId("field", field.key);
  const about = (model: Value, more: Record<string, Value> = {}): Record<string, Value> => ({
    name,
    field_description: field.name,
    model_id: model,
    ttype,
    state: "manual",
    ...(ttype === "many2one" && { relation: "res.users" }),
    ...more,
  });
  batches.push({
    step: `field.${field.key}`,
    does: say(`Поле ${quote(field.name)}`, `Field ${quote(field.name)}`),
    file: "fields",
    model: "ir.model.fields",
    records: [{ id: record, values: about(isOfDeal ? LEAD : PARTNER) }],
    carries: [element],
    isKept: true,
  });
  if (isList)
    batches.push({
      step: `options.${field.key}`,
      does: say(`Варианты поля ${quote(field.name)}`, `Options of the field ${quote(field.name)}`),
      file: "fields",
      model: "ir.model.fields.selection",
      records: optionsOf(field, record),
      carries: [element],
      isKept: true,
    });
  if (isOfDeal) {
    dealFields.set(field.key, { name, isOwn: true, record });
    return;
  }
  if (requirementsOfField(pipeline, field.key).length === 0) return;
  // what a stage requires must be in the deal: the field of the contact is shown there and filled in from there
  const inDeal = xmlId("dealfield", field.key);
  const contact = field.entity === "company" ? "partner_id.commercial_partner_id" : "partner_id";
  batches.push({
    step: `deal-field.${field.key}`,
    does: say(`Поле ${quote(field.name)} в карточке сделки`, `Field ${quote(field.name)} in the deal`),
    file: "fields",
    model: "ir.model.fields",
    records: [{ id: inDeal, values: about(LEAD, { related: `${contact}.${name}`, store: false, readonly: false }) }],
    carries: [element],
    isKept: true,
  });
  dealFields.set(field.key, { name, isOwn: true, record: inDeal });
};

/** Options are records of their own: given anew as a whole, deals would lose what was chosen in them. */
const optionsOf = (field: Field, record: string): OdooRecord[] =>
  field.options.map(({ key, name }, index) => ({
    id: xmlId("option", field.key, key),
    values: { field_id: { ref: record }, value: key, name, sequence: index + 1 },
  }));
