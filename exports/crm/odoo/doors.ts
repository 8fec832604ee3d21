import type { PipelineStage } from "#domain/pipeline.ts";
import { id } from "../elements.ts";
import { doorsOf } from "../later-stages.ts";
import { atStages, type Build, type Field, type OnePipeline, odooStages, STAGE_FIELD, stageId } from "./build.ts";
import { addRule } from "./rules.ts";
import { pythonText } from "./xml.ts";

/** The keys of the fields that must be filled in to stand at this stage, as far as a deal of Odoo has them. */
export const fieldsAt = ({ dealFields }: Build, one: OnePipeline, stage: PipelineStage): string[] => [
  ...new Set(
    one.stages.flatMap((each) =>
      each.requiredFields
        .filter(({ field, to }) => dealFields.has(field) && doorsOf(one, each, to).includes(stage))
        .map(({ field }) => field),
    ),
  ),
];

/** The elements that say so, of the stages that Odoo has. */
const requirementsAt = ({ dealFields }: Build, one: OnePipeline, stage: PipelineStage): string[] =>
  one.stages.flatMap((each) =>
    each.requiredFields
      .filter(({ field, to }) => dealFields.has(field) && doorsOf(one, each, to).includes(stage))
      .map(({ field, to }) => `required-to-${to}:${one.key}/${each.key}/${field}`),
  );

const CANNOT_BE_EMPTY = new Set<Field["type"]>(["number", "money", "percent", "checkbox"]);

/** The rule at the door of a stage: whoever moves a deal there with something missing is told what. */
export const addDoors = (build: Build): void => {
  const { draft, pipeline } = build;
  const { say, quote } = draft.names;
  const names = new Map(pipeline.fields.map(({ key, name }) => [key, name]));
  const types = new Map(pipeline.fields.map(({ key, type }) => [key, type]));
  for (const one of pipeline.pipelines) {
    const unclear = new Set<string>();
    for (const stage of odooStages(one)) {
      const fields = fieldsAt(build, one, stage);
      if (fields.length === 0) continue;
      for (const key of fields) if (CANNOT_BE_EMPTY.has(types.get(key) ?? "text")) unclear.add(key);
      const list = fields.map(
        (key) => `(${pythonText(build.dealFields.get(key)?.name ?? key)}, ${pythonText(names.get(key) ?? key)})`,
      );
      const code = [
        "for lead in (records or record):",
        `    missing = [label for name, label in [${list.join(", ")}] if not lead[name]]`,
        "    if missing:",
        `        raise UserError(${pythonText(say("Заполните", "Fill in"))} + ": " + ", ".join(missing))`,
      ].join("\n");
      const name = say(
        `Регламент: обязательные поля, ${quote(stage.name)}`,
        `Reglament: required fields, ${quote(stage.name)}`,
      );
      addRule(build, {
        key: ["door", one.key, stage.key],
        name,
        rule: {
          trigger: "on_create_or_write",
          trigger_field_ids: STAGE_FIELD,
          filter_domain: { domain: atStages([stageId(one, stage.key)]) },
        },
        actions: [{ name, values: { state: "code", code } }],
        carries: requirementsAt(build, one, stage),
      });
    }
    if (unclear.size > 0)
      draft.warn(
        id.pipeline(one.key),
        say(
          `Odoo не отличает ноль и снятую галочку от пустого: ${[...unclear].map(draft.names.field).join(", ")} спросят и тогда, когда там ноль или «нет»`,
          `Odoo takes a zero and an unticked box for empty: ${[...unclear].map(draft.names.field).join(", ")} will be asked for also when they are zero or “no”`,
        ),
      );
  }
};

/** Moves that nobody agreed on are refused to all but those who manage sales: somebody must be able to mend a slip. */
export const addMoves = (build: Build): void => {
  const { draft, pipeline } = build;
  const { say, quote } = draft.names;
  for (const one of pipeline.pipelines) {
    const own = odooStages(one);
    for (const stage of own) {
      if (stage.transitions.length === 0) continue;
      const allowed = new Set([stage.key, ...stage.transitions.map(({ to }) => to), stage.result?.returnTo]);
      const forbidden = own.filter(({ key }) => !allowed.has(key)).map(({ key }) => stageId(one, key));
      const carries = stage.transitions.map(({ to }) => `transition:${one.key}/${stage.key}/${to}`);
      if (forbidden.length === 0) {
        for (const element of carries) build.alsoBy(`stage.${one.key}/${stage.key}`, element);
        continue;
      }
      const next = own.filter(({ key }) => allowed.has(key) && key !== stage.key).map((each) => quote(each.name));
      const told = say(
        `Из ${quote(stage.name)} по регламенту переходят только сюда: ${next.join(", ") || "«Проиграно»"}. Ошибку исправит руководитель продаж`,
        `From ${quote(stage.name)} the regulation leads only here: ${next.join(", ") || "“Lost”"}. A sales manager can mend a slip`,
      );
      const name = say(`Регламент: переходы из ${quote(stage.name)}`, `Reglament: moves from ${quote(stage.name)}`);
      addRule(build, {
        key: ["moves", one.key, stage.key],
        name,
        rule: {
          // creation knows no stage before, so only changes are looked at
          trigger: "on_write",
          trigger_field_ids: STAGE_FIELD,
          filter_pre_domain: { domain: atStages([stageId(one, stage.key)]) },
          filter_domain: { domain: atStages(forbidden) },
        },
        actions: [
          {
            name,
            values: {
              state: "code",
              code: `if not env.user.has_group("sales_team.group_sale_manager"):\n    raise UserError(${pythonText(told)})`,
            },
          },
        ],
        carries,
      });
    }
  }
};
