import type { Pipeline, PipelineStage } from "#domain/pipeline.ts";
import type { Draft } from "../draft.ts";
import { id } from "../elements.ts";
import { doorsOf } from "../later-stages.ts";
import { apiName } from "./api-names.ts";
import type { Bundle } from "./bundle.ts";
import type { OwnField } from "./fields.ts";
import type { StageNames } from "./stages.ts";

/** A formula holds 3,900 characters; the message that people see 255. */
const MAX_FORMULA = 3_900;
const MAX_MESSAGE = 255;
/** Active rules of an object in the Enterprise edition; more need Unlimited. */
const MAX_RULES = 100;

type Door = { process: string; value: string };

/** Stages as a condition: `CASE` is shorter than an `OR` of `ISPICKVAL`. */
const isOneOf = (field: string, values: readonly string[]): string =>
  `CASE(${field}, ${values.map((value) => `"${value}", 1`).join(", ")}, 0) = 1`;

const atDoors = (doors: readonly Door[]): string => {
  const byProcess = new Map<string, string[]>();
  for (const { process, value } of doors) byProcess.set(process, [...(byProcess.get(process) ?? []), value]);
  const each = [...byProcess].map(
    ([process, values]) => `AND(RecordType.DeveloperName = "${process}", ${isOneOf("StageName", values)})`,
  );
  return each.length === 1 ? (each[0] ?? "") : `OR(${each.join(", ")})`;
};

/** Only while the stage changes: a deal that is past the door already can still be edited. */
const requiring = (doors: readonly Door[], blank: string): string =>
  `AND(OR(ISNEW(), ISCHANGED(StageName)), ${atDoors(doors)}, ${blank})`;

/** As few rules as the length of a formula allows. */
const parted = (doors: readonly Door[], blank: string): Door[][] => {
  const parts: Door[][] = [];
  let part: Door[] = [];
  let length = requiring([], blank).length;
  for (const door of doors) {
    const isNewProcess = !part.some(({ process }) => process === door.process);
    const more = door.value.length + 8 + (isNewProcess ? door.process.length + 70 : 0);
    if (part.length && length + more > MAX_FORMULA) {
      parts.push(part);
      part = [];
      length = requiring([], blank).length + door.process.length + 70;
    }
    part.push(door);
    length += more;
  }
  return part.length ? [...parts, part] : parts;
};

/** Rules that keep a deal from a stage: fields that are missing, the loss reason, moves that were not agreed. */
export const addRules = (bundle: Bundle, pipeline: Pipeline, names: StageNames, fields: readonly OwnField[]): void => {
  const { draft } = bundle;
  const { say } = draft.names;
  const taken = new Set<string>();
  const rule = (key: string, formula: string, message: string, field: string | null, carries: string[]) => {
    const fullName = apiName(key, taken);
    bundle.add({
      path: `objects/Opportunity/validationRules/${fullName}.validationRule`,
      root: "ValidationRule",
      body: {
        fullName,
        active: true,
        errorConditionFormula: formula,
        ...(field && { errorDisplayField: field }),
        errorMessage: draft.short(carries[0] ?? "", message, MAX_MESSAGE),
      },
      does: say("правила проверки: что не пускает сделку дальше", "validation rules: what holds a deal back"),
      carries,
      type: "ValidationRule",
      member: `Opportunity.${fullName}`,
    });
  };
  for (const field of fields) addRequirement(draft, pipeline, names, field, rule);
  for (const one of pipeline.pipelines)
    for (const stage of one.stages) {
      const allowed = [...stage.transitions.map(({ to }) => to), ...(stage.result ? [stage.result.returnTo] : [])];
      if (stage.transitions.length === 0) continue;
      const value = names.stage.get(`${one.key}/${stage.key}`) ?? stage.key;
      const to = [...new Set(allowed)].flatMap((key) => names.stage.get(`${one.key}/${key}`) ?? []);
      rule(
        `move-${one.key}-${stage.key}`,
        `AND(ISCHANGED(StageName), RecordType.DeveloperName = "${names.process.get(one.key)}", ISPICKVAL(PRIORVALUE(StageName), "${value}"), NOT(${isOneOf("StageName", to)}))`,
        `${say("Отсюда переходят только так", "From here a deal moves only so")}: ${allowed.map((key) => draft.names.stage(key, one.key)).join(", ")}`,
        "StageName",
        stage.transitions.map(({ to: target }) => id.ofStage("transition", one.key, stage.key, target)),
      );
    }
  const count = bundle.count("ValidationRule");
  const [first] = pipeline.pipelines;
  if (first && count > MAX_RULES)
    draft.warn(
      id.pipeline(first.key),
      say(
        `Правил проверки ${count}; в редакции Enterprise у объекта помещается ${MAX_RULES} действующих, больше нужна Unlimited`,
        `${count} validation rules; Enterprise holds ${MAX_RULES} active ones an object, more need Unlimited`,
      ),
    );
};

type AddRule = (key: string, formula: string, message: string, field: string | null, carries: string[]) => void;

/** The doors of one field. A contact belongs to no deal alone, so what it lacks cannot be asked for here. */
const addRequirement = (draft: Draft, pipeline: Pipeline, names: StageNames, field: OwnField, rule: AddRule): void => {
  const { say, quote } = draft.names;
  const doors: Door[] = [];
  const carries: string[] = [];
  for (const one of pipeline.pipelines) {
    const asked = new Set<PipelineStage>();
    for (const stage of one.stages)
      for (const { to } of stage.requiredFields.filter((each) => each.field === field.key)) {
        const element = id.ofStage(`required-to-${to}`, one.key, stage.key, field.key);
        const ahead = doorsOf(one, stage, to);
        if (field.object === "Contact") continue;
        if (ahead.length) carries.push(element);
        else nowhere(draft, element);
        for (const door of ahead) asked.add(door);
      }
    for (const stage of one.stages)
      if (asked.has(stage) || (field.isLossReason && stage.outcome === "lost"))
        doors.push({
          process: names.process.get(one.key) ?? one.key,
          value: names.stage.get(`${one.key}/${stage.key}`) ?? stage.key,
        });
  }
  const isOfDeal = field.object === "Opportunity";
  const blank = field.blank(isOfDeal ? field.api : `Account.${field.api}`);
  for (const part of parted(doors, blank))
    rule(
      `need-${field.key}`,
      requiring(part, blank),
      `${say("Заполните", "Fill in")}: ${quote(field.label)}`,
      isOfDeal ? field.api : null,
      carries,
    );
};

const nowhere = (draft: Draft, element: string): void =>
  draft.partly(
    element,
    draft.say(
      "После этого этапа в воронке нет этапа, на входе которого правило спросило бы поле",
      "No stage follows at whose door a rule would ask for the field",
    ),
    `${draft.say("Проверяйте перед закрытием сделки", "Check before the deal is closed")}: ${draft.says(element)}`,
  );
