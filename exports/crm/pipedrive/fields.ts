import type { Pipeline, PipelineStage } from "#domain/pipeline.ts";
import type { Json } from "../contract.ts";
import type { Draft } from "../draft.ts";
import { id } from "../elements.ts";
import { doorsOf } from "../later-stages.ts";
import { isListOfLossReasons } from "../loss-reason-field.ts";
import { ownName } from "./names.ts";
import { addOptions } from "./options.ts";
import { ownStages, stageSymbol } from "./stages.ts";

type Field = Pipeline["fields"][number];
type Option = { key: string; name: string };
export type OwnField = Pick<Field, "key" | "name" | "type" | "entity" | "filledBy"> & { options: readonly Option[] };

const PATHS = { deal: "/api/v2/dealFields", contact: "/api/v2/personFields", company: "/api/v2/organizationFields" };

const TYPES: Record<Exclude<Field["type"], "file">, string> = {
  text: "varchar",
  textarea: "text",
  number: "double",
  money: "monetary",
  percent: "double",
  date: "date",
  datetime: "date",
  select: "enum",
  multiselect: "set",
  checkbox: "enum",
  phone: "phone",
  email: "varchar",
  url: "varchar",
  user: "user",
  address: "address",
};

/** What every account has: the name, the phone and the e-mail of a person. */
const isThere = ({ key, entity, type }: Field): boolean =>
  entity === "contact" && (key === "contact-name" || (key === type && (type === "phone" || type === "email")));

/** Own fields of deals, persons and organizations with what they are required for, and the list of loss reasons. */
export const addFields = (draft: Draft, pipeline: Pipeline): void => {
  const { say, quote } = draft.names;
  const taken = { deal: new Set<string>(), contact: new Set<string>(), company: new Set<string>() };
  const reasons = pipeline.lossReasons.map(({ key }) => id.lossReason(key));
  const reasonField = pipeline.fields.find(
    (field) => field.entity === "deal" && reasons.length > 0 && isListOfLossReasons(pipeline, field),
  );
  for (const field of pipeline.fields) {
    if (isThere(field))
      draft.partly(
        id.field(field.key),
        say("Есть в карточке человека и без настройки", "The card of a person has it without any setting"),
        say(`Пользуйтесь полем человека: ${quote(field.name)}`, `Use the field of the person: ${quote(field.name)}`),
      );
    else if (field.type === "file")
      draft.partly(
        id.field(field.key),
        say("Поля для файла в Pipedrive нет", "Pipedrive has no field for a file"),
        say(
          `Прикладывайте к сделке на вкладке «Файлы»: ${quote(field.name)}`,
          `Attach it on the tab “Files” of the deal: ${quote(field.name)}`,
        ),
      );
    else {
      const isReasons = field === reasonField;
      const { body, carries } = requirementsOf(draft, pipeline, field, isReasons);
      const own = addField(draft, field, taken[field.entity], body, [
        id.field(field.key),
        ...carries,
        ...(isReasons ? reasons : []),
      ]);
      addOptions(draft, PATHS[field.entity], field.key, own);
    }
  }
  if (!reasonField && reasons.length > 0) {
    const key = freeKey("loss-reason", pipeline.fields);
    const field: OwnField = {
      key,
      name: say("Причина отказа", "Loss reason"),
      type: "select",
      entity: "deal",
      filledBy: null,
      options: pipeline.lossReasons,
    };
    const own = addField(draft, field, taken.deal, { required_fields: onLosing(pipeline) }, reasons);
    addOptions(draft, PATHS.deal, key, own);
  }
  for (const { key, commentRequired, returnAfter } of pipeline.lossReasons)
    if (commentRequired || returnAfter)
      draft.partly(
        id.lossReason(key),
        say(
          "Вариант загружен и обязателен при проигрыше; пояснения и возврата он не требует",
          "The option is loaded and asked for on losing; it demands neither comment nor return",
        ),
        draft.says(id.lossReason(key)),
      );
};

const freeKey = (wish: string, fields: readonly Field[]): string =>
  fields.some(({ key }) => key === wish) ? freeKey(`${wish}-list`, fields) : wish;

const onLosing = (pipeline: Pipeline): Json => ({
  enabled: true,
  stage_ids: [],
  statuses: Object.fromEntries(pipeline.pipelines.map(({ key }) => [`{{pipeline.${key}}}`, ["lost"]])),
});

/** Where a field of a deal must be there (`required_fields`) and where it is filled in (`important_fields`). */
const requirementsOf = (
  draft: Draft,
  pipeline: Pipeline,
  field: Field,
  isAskedOnLosing: boolean,
): { body: { [key: string]: Json }; carries: string[] } => {
  if (field.entity !== "deal") return { body: {}, carries: [] };
  const required: string[] = [];
  const important: string[] = [];
  const carries: string[] = [];
  const statuses: { [key: string]: Json } = {};
  for (const one of pipeline.pipelines) {
    const doors = new Set<PipelineStage>();
    for (const stage of one.stages)
      for (const { to } of stage.requiredFields.filter((each) => each.field === field.key)) {
        const asked = doorsOf(one, stage, to);
        const element = id.ofStage(`required-to-${to}`, one.key, stage.key, field.key);
        if (asked.length) carries.push(element);
        else nowhere(draft, element);
        for (const door of asked) doors.add(door);
        if (to === "leave" && stage.outcome !== "won" && stage.outcome !== "lost")
          important.push(`{{${stageSymbol(one.key, stage.key)}}}`);
      }
    for (const stage of ownStages(one)) if (doors.has(stage)) required.push(`{{${stageSymbol(one.key, stage.key)}}}`);
    const endings = (["won", "lost"] as const).filter(
      (outcome) => (outcome === "lost" && isAskedOnLosing) || [...doors].some((stage) => stage.outcome === outcome),
    );
    if (endings.length) statuses[`{{pipeline.${one.key}}}`] = [...endings];
  }
  const isRequired = required.length > 0 || Object.keys(statuses).length > 0;
  return {
    body: {
      required_fields: { enabled: isRequired, stage_ids: required, statuses },
      important_fields: { enabled: important.length > 0, stage_ids: important },
    },
    carries,
  };
};

const nowhere = (draft: Draft, element: string): void =>
  draft.partly(
    element,
    draft.say(
      "После этого этапа в воронке нет этапа, на входе которого Pipedrive спросил бы поле",
      "No stage follows at whose door Pipedrive would ask for the field",
    ),
    `${draft.say("Проверяйте перед закрытием сделки", "Check before the deal is closed")}: ${draft.says(element)}`,
  );

/** The field itself; what it gives is the list of its options, whose names are all different. */
const addField = (
  draft: Draft,
  field: OwnField,
  taken: Set<string>,
  rules: { [key: string]: Json },
  carries: string[],
): { key: string; label: string }[] => {
  const { say, quote } = draft.names;
  const element = draft.elements.some((each) => each.id === id.field(field.key))
    ? id.field(field.key)
    : (carries[0] ?? "");
  const symbol = `field.${field.key}`;
  const name = ownName(draft, element, field.name, taken);
  const options = optionsOf(draft, field, element);
  const type = typeOf(draft, field, element, options.length > 0);
  const path = PATHS[field.entity];
  const filledBy = field.filledBy && `${say("Заполняет", "Filled in by")}: ${draft.names.role(field.filledBy)}`;
  const always = {
    field_name: name,
    ...(filledBy && field.entity === "deal" && { description: filledBy }),
    ...rules,
  };
  draft.step({
    id: symbol,
    does: say(`Поле ${quote(name)}`, `Field ${quote(name)}`),
    path,
    body: {
      ...always,
      field_type: type,
      ...(options.length && { options: options.map(({ label }) => ({ label })) }),
    } as Json,
    gives: [
      { symbol, from: { take: "data.field_code" } },
      ...options.map(({ key, label }) => ({
        symbol: `option.${field.key}/${key}`,
        from: { list: "data.options", where: { label }, take: "id" },
        optional: true as const,
      })),
    ],
    carries,
    finds: {
      path: `${path}?limit=500`,
      gives: [
        {
          symbol,
          from: { list: "data", where: { field_name: name, is_custom_field: true }, take: "field_code" },
        },
      ],
    },
    changes: { path: `${path}/{{${symbol}}}`, body: always as Json },
  });
  return options;
};

const optionsOf = (draft: Draft, field: OwnField, element: string): { key: string; label: string }[] => {
  const { say } = draft.names;
  const taken = new Set<string>();
  if (field.type === "checkbox")
    return [
      { key: "yes", label: say("Да", "Yes") },
      { key: "no", label: say("Нет", "No") },
    ];
  if (field.type !== "select" && field.type !== "multiselect") return [];
  return field.options.map(({ key, name }) => ({ key, label: ownName(draft, element, name, taken) }));
};

/** The type that comes nearest; what is not quite the same is told. */
const typeOf = (draft: Draft, field: OwnField, element: string, hasOptions: boolean): string => {
  const { say, quote } = draft.names;
  if ((field.type === "select" || field.type === "multiselect") && !hasOptions) {
    draft.partly(
      element,
      say(
        "В правилах нет вариантов этого списка, поле создано текстовым",
        "The rules name no options of this list, the field is made as a text",
      ),
      say(
        `Дополните правило вариантами поля ${quote(field.name)} до загрузки: тип поля потом не меняется`,
        `Add the options of ${quote(field.name)} to the rule before loading: the type of a field cannot be changed later`,
      ),
    );
    return "varchar";
  }
  if (field.type === "checkbox")
    draft.warn(
      element,
      say(
        `Флажка в Pipedrive нет: ${quote(field.name)} стоит списком «Да», «Нет»`,
        `Pipedrive has no tick box: ${quote(field.name)} is a list of “Yes” and “No”`,
      ),
    );
  if (field.type === "datetime")
    draft.partly(
      element,
      say(
        "Дата и время в Pipedrive разные поля, создано поле даты",
        "Date and time are two fields in Pipedrive, the date is made",
      ),
      say(`Время пишите в деле: ${quote(field.name)}`, `Keep the time in the activity: ${quote(field.name)}`),
    );
  return field.type === "file" ? "varchar" : TYPES[field.type];
};
