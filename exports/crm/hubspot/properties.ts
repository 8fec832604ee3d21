import type { Pipeline } from "#domain/pipeline.ts";
import { type Json, PlanRefused } from "../contract.ts";
import type { Draft } from "../draft.ts";
import { id } from "../elements.ts";
import { isListOfLossReasons } from "../loss-reason-field.ts";
import { distinctLabels, propertyNames } from "./names.ts";

type Field = Pipeline["fields"][number];
type Kind = { type: string; fieldType: string; [hint: string]: Json };

const OBJECTS = { deal: "deals", contact: "contacts", company: "companies" } as const;
const GROUP = "reglament";
const MAX_LABEL = 255;
/** Own properties of one object in an account with a subscription. */
const MAX_PROPERTIES = 1000;

const KINDS: Record<Exclude<Field["type"], "select" | "multiselect" | "checkbox">, Kind> = {
  text: { type: "string", fieldType: "text" },
  textarea: { type: "string", fieldType: "textarea" },
  number: { type: "number", fieldType: "number" },
  money: { type: "number", fieldType: "number", numberDisplayHint: "currency", showCurrencySymbol: true },
  percent: { type: "number", fieldType: "number", numberDisplayHint: "percentage" },
  date: { type: "date", fieldType: "date" },
  datetime: { type: "datetime", fieldType: "date" },
  phone: { type: "string", fieldType: "phonenumber" },
  email: { type: "string", fieldType: "text", textDisplayHint: "email" },
  url: { type: "string", fieldType: "text" },
  file: { type: "string", fieldType: "file" },
  // the list of choices is the account's users
  user: { type: "enumeration", fieldType: "select", externalOptions: true, referencedObjectType: "OWNER" },
  address: { type: "string", fieldType: "text", textDisplayHint: "physical_address" },
};

/** What every account has: the name, the phone and the e-mail of a contact. */
const isThere = ({ key, entity, type }: Field): boolean =>
  entity === "contact" && (key === "contact-name" || (key === type && (type === "phone" || type === "email")));

/** Own properties of deals, contacts and companies, and the list of loss reasons: HubSpot's own is a free text. */
export const addProperties = (draft: Draft, pipeline: Pipeline): void => {
  const { say, quote } = draft.names;
  const own = pipeline.fields.filter((field) => !isThere(field));
  for (const field of pipeline.fields.filter(isThere))
    draft.partly(
      id.field(field.key),
      say("Есть у контакта и без настройки", "A contact has it without any setting"),
      say(`Пользуйтесь полем контакта: ${quote(field.name)}`, `Use the property of the contact: ${quote(field.name)}`),
    );
  const reasonField = own.find((field) => field.entity === "deal" && isListOfLossReasons(pipeline, field));
  const reasons = pipeline.lossReasons.map((reason) => id.lossReason(reason.key));
  const freeKey = (wish: string): string => (own.some(({ key }) => key === wish) ? freeKey(`${wish}-list`) : wish);
  const reasonList: Field | null =
    reasonField || reasons.length === 0
      ? null
      : {
          key: freeKey("loss-reason"),
          name: say("Причина отказа", "Loss reason"),
          type: "select",
          entity: "deal",
          options: pipeline.lossReasons.map(({ key, name }) => ({ key, name })),
          required: true,
          auto: false,
          autoBy: null,
          filledBy: null,
          usedIn: [],
          source: [],
        };
  const all = reasonList ? [...own, reasonList] : own;
  const names = propertyNames(all.map(({ key }) => key));
  for (const object of Object.values(OBJECTS)) {
    const count = all.filter(({ entity }) => OBJECTS[entity] === object).length;
    if (count === 0) continue;
    if (count > MAX_PROPERTIES)
      throw new PlanRefused(
        say(
          `Полей ${count}, в HubSpot помещается не больше ${MAX_PROPERTIES}`,
          `${count} fields, HubSpot holds no more than ${MAX_PROPERTIES}`,
        ),
      );
    addGroup(draft, object);
  }
  for (const [index, field] of all.entries()) {
    const carries = [
      ...(field === reasonList ? [] : [id.field(field.key)]),
      ...(field === reasonList || field === reasonField ? reasons : []),
    ];
    addProperty(draft, field, names.get(field.key) ?? field.key, index + 1, carries);
  }
  for (const { key, commentRequired, returnAfter } of pipeline.lossReasons)
    if (commentRequired || returnAfter)
      draft.partly(
        id.lossReason(key),
        say(
          "Вариант загружен; пояснения и возврата он не требует",
          "The option is loaded; it demands neither comment nor return",
        ),
        draft.elements.find((element) => element.id === id.lossReason(key))?.says ?? key,
      );
};

const addGroup = (draft: Draft, object: string): void => {
  const label = draft.say("Регламент", "Reglament");
  const path = `/crm/v3/properties/${object}/groups`;
  const symbol = `group.${object}`;
  draft.step({
    id: symbol,
    does: draft.say(`Группа свойств «${label}»: ${object}`, `Group of properties “${label}”: ${object}`),
    path,
    body: { name: GROUP, label, displayOrder: 1 },
    gives: [{ symbol, from: { take: "name" } }],
    finds: { path, gives: [{ symbol, from: { list: "results", where: { name: GROUP }, take: "name" } }] },
  });
};

const addProperty = (draft: Draft, field: Field, name: string, order: number, carries: string[]): void => {
  const { say, quote } = draft.names;
  const object = OBJECTS[field.entity];
  const element = carries[0] ?? id.field(field.key);
  const label = draft.short(element, field.name, MAX_LABEL);
  const symbol = `field.${field.key}`;
  const body = {
    label,
    groupName: `{{group.${object}}}`,
    displayOrder: order,
    ...kindOf(draft, field, element),
  };
  const path = `/crm/v3/properties/${object}`;
  draft.step({
    id: symbol,
    does: say(`Свойство ${quote(label)}`, `Property ${quote(label)}`),
    path,
    body: { name, ...body },
    gives: [{ symbol, from: { take: "name" } }],
    carries,
    // asked for by name, the answer to one that is missing is a list without it; the whole list of an account is very long
    finds: {
      method: "POST",
      path: `${path}/batch/read`,
      body: { archived: false, dataSensitivity: "non_sensitive", inputs: [{ name }] },
      gives: [{ symbol, from: { list: "results", where: { name }, take: "name" } }],
    },
    // options go along: their values are our keys, so a deal keeps what was chosen in it
    changes: { path: `${path}/${name}`, body: without(body, ["externalOptions", "referencedObjectType"]) },
  });
};

/** A change may not say everything that the making says. */
const without = (body: Record<string, Json>, keys: readonly string[]): Json =>
  Object.fromEntries(Object.entries(body).filter(([key]) => !keys.includes(key)));

const kindOf = (draft: Draft, field: Field, element: string): Kind => {
  const { say, quote } = draft.names;
  const { type } = field;
  if (type === "checkbox")
    return {
      type: "bool",
      fieldType: "booleancheckbox",
      options: [
        { label: say("Да", "Yes"), value: "true", displayOrder: 1, hidden: false },
        { label: say("Нет", "No"), value: "false", displayOrder: 2, hidden: false },
      ],
    };
  if (type !== "select" && type !== "multiselect") return KINDS[type];
  if (field.options.length === 0) {
    draft.partly(
      element,
      say(
        "В правилах нет вариантов этого списка, поле создано текстовым",
        "The rules name no options of this list, the field is made as a text",
      ),
      say(
        `Дополните правило вариантами поля ${quote(field.name)} и загрузите ещё раз`,
        `Add the options of ${quote(field.name)} to the rule and load again`,
      ),
    );
    return KINDS.text;
  }
  const label = distinctLabels(draft, MAX_LABEL);
  return {
    type: "enumeration",
    fieldType: type === "multiselect" ? "checkbox" : "select",
    options: field.options.map(({ key, name }, index) => ({
      label: label(element, name),
      value: key,
      displayOrder: index + 1,
      hidden: false,
    })),
  };
};
