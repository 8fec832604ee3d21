import type { Pipeline } from "#domain/pipeline.ts";
import { id } from "../elements.ts";
import { isListOfLossReasons } from "../loss-reason-field.ts";
import { apiName } from "./api-names.ts";
import type { Bundle } from "./bundle.ts";
import type { XmlBody } from "./xml.ts";

type Field = Pipeline["fields"][number];
type Wanted = Pick<Field, "key" | "name" | "type" | "entity" | "options">;

const OBJECTS = { deal: "Opportunity", contact: "Contact", company: "Account" } as const;

/** A field of ours: `api` ends with `__c`, `blank` is the formula that is true while nothing is in it. */
export type OwnField = {
  key: string;
  object: (typeof OBJECTS)[keyof typeof OBJECTS];
  api: string;
  label: string;
  blank: (reference: string) => string;
  options: { key: string; api: string }[];
  isLossReason: boolean;
};

/** «Field Label» holds 40 characters, the help text beside it 510; an option 255. */
const MAX_LABEL = 40;
const MAX_HELP = 510;
const MAX_OPTION = 255;

const amount = { precision: 18, scale: 2 };
const TYPES: Record<Exclude<Field["type"], "file" | "select" | "multiselect" | "user">, XmlBody> = {
  text: { type: "Text", length: 255 },
  textarea: { type: "LongTextArea", length: 32_768, visibleLines: 5 },
  number: { type: "Number", ...amount },
  money: { type: "Currency", ...amount },
  percent: { type: "Percent", ...amount },
  date: { type: "Date" },
  datetime: { type: "DateTime" },
  checkbox: { type: "Checkbox", defaultValue: false },
  phone: { type: "Phone" },
  email: { type: "Email" },
  url: { type: "Url" },
  address: { type: "TextArea" },
};

const isThere = ({ key, entity, type }: Wanted): boolean =>
  entity === "contact" && (key === "contact-name" || (key === type && (type === "phone" || type === "email")));

/** Own fields of opportunities, contacts and accounts, and the list of loss reasons, which Salesforce has none of. */
export const addFields = (bundle: Bundle, pipeline: Pipeline): OwnField[] => {
  const { draft } = bundle;
  const { say, quote } = draft.names;
  const taken = { Opportunity: new Set<string>(), Contact: new Set<string>(), Account: new Set<string>() };
  const reasons = pipeline.lossReasons.map(({ key }) => id.lossReason(key));
  const made: OwnField[] = [];
  for (const field of pipeline.fields) {
    const isReasons =
      reasons.length > 0 &&
      field.entity === "deal" &&
      isListOfLossReasons(pipeline, field) &&
      !made.some((one) => one.isLossReason);
    if (isThere(field))
      draft.partly(
        id.field(field.key),
        say("Есть у контакта и без настройки", "A contact has it without any setting"),
        say(`Пользуйтесь полем контакта: ${quote(field.name)}`, `Use the field of the contact: ${quote(field.name)}`),
      );
    else if (field.type === "file")
      draft.partly(
        id.field(field.key),
        say("Файлы в Salesforce не поле, а связанный список", "Files are a related list in Salesforce, not a field"),
        say(
          `Прикладывайте в списке «Файлы» сделки: ${quote(field.name)}`,
          `Attach it to the list “Files” of the deal: ${quote(field.name)}`,
        ),
      );
    else
      made.push(
        addField(
          bundle,
          field,
          taken[OBJECTS[field.entity]],
          [id.field(field.key), ...(isReasons ? reasons : [])],
          isReasons,
        ),
      );
  }
  if (reasons.length > 0 && !made.some(({ isLossReason }) => isLossReason)) {
    const wanted: Wanted = {
      key: "loss-reason",
      name: say("Причина отказа", "Loss reason"),
      type: "select",
      entity: "deal",
      options: pipeline.lossReasons.map(({ key, name }) => ({ key, name })),
    };
    made.push(addField(bundle, wanted, taken.Opportunity, reasons, true));
  }
  for (const { key, commentRequired, returnAfter } of pipeline.lossReasons)
    if (commentRequired || returnAfter)
      draft.partly(
        id.lossReason(key),
        say(
          "Вариант загружен и обязателен на этапе отказа; пояснения и возврата он не требует",
          "The option is loaded and asked for at the lost stage; it demands neither comment nor return",
        ),
        draft.says(id.lossReason(key)),
      );
  return made;
};

const addField = (
  bundle: Bundle,
  field: Wanted,
  taken: Set<string>,
  carries: string[],
  isLossReason: boolean,
): OwnField => {
  const { draft } = bundle;
  const { say } = draft.names;
  const element = carries[0] ?? "";
  const object = OBJECTS[field.entity];
  const api = `${apiName(field.key, taken)}__c`;
  const label = draft.short(element, field.name, MAX_LABEL);
  const takenOptions = new Set<string>();
  const isList = field.type === "select" || field.type === "multiselect";
  const options = isList ? field.options.map((one) => ({ ...one, api: apiName(one.key, takenOptions) })) : [];
  if (isList && options.length === 0)
    draft.partly(
      element,
      say(
        "В правилах нет вариантов этого списка, поле создано текстовым",
        "The rules name no options of this list, the field is made as a text",
      ),
      say(
        `Дополните правило вариантами поля ${draft.names.quote(field.name)} и загрузите ещё раз`,
        `Add the options of ${draft.names.quote(field.name)} to the rule and load again`,
      ),
    );
  if (field.type === "address")
    draft.warn(
      element,
      say(
        `Адрес ${draft.names.quote(label)} пишется одной строкой`,
        `The address ${draft.names.quote(label)} is one text`,
      ),
    );
  bundle.add({
    path: `objects/${object}/fields/${api}.field`,
    root: "CustomField",
    body: {
      fullName: api,
      ...(label !== field.name && { inlineHelpText: draft.short(element, field.name, MAX_HELP) }),
      label,
      ...(field.type !== "checkbox" && { required: false }),
      ...typeOf(bundle, field, element, api, options),
    },
    does: say("поля", "fields"),
    carries,
    type: "CustomField",
    member: `${object}.${api}`,
  });
  return {
    key: field.key,
    object,
    api,
    label,
    blank: (reference) =>
      field.type === "checkbox"
        ? `NOT(${reference})`
        : field.type === "select" && options.length > 0
          ? `ISBLANK(TEXT(${reference}))`
          : `ISBLANK(${reference})`,
    options,
    isLossReason,
  };
};

const typeOf = (
  bundle: Bundle,
  field: Wanted,
  element: string,
  api: string,
  options: readonly { name: string; api: string }[],
): XmlBody => {
  if (field.type === "user")
    return {
      type: "Lookup",
      deleteConstraint: "SetNull",
      referenceTo: "User",
      relationshipLabel: api.replace(/__c$/, ""),
      relationshipName: `${api.replace(/__c$/, "").slice(0, 35).replace(/_$/, "")}_of`,
    };
  if (field.type === "select" || field.type === "multiselect") {
    if (options.length === 0) return TYPES.text;
    const labels = new Set<string>();
    const value = options.map(({ name, api: fullName }) => {
      const label = bundle.draft.short(element, name, MAX_OPTION);
      let own = label;
      for (let number = 2; labels.has(own.toLowerCase()); number++)
        own = `${label.slice(0, MAX_OPTION - 5)} (${number})`;
      labels.add(own.toLowerCase());
      return { fullName, default: false, label: own };
    });
    return {
      type: field.type === "select" ? "Picklist" : "MultiselectPicklist",
      valueSet: { restricted: true, valueSetDefinition: { sorted: false, value } },
      ...(field.type === "multiselect" && { visibleLines: 4 }),
    };
  }
  return TYPES[field.type as keyof typeof TYPES];
};
