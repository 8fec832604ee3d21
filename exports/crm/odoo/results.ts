import type { PipelineStage } from "#domain/pipeline.ts";
import { id } from "../elements.ts";
import { type Build, type OnePipeline, odooStages, stageId } from "./build.ts";
import { idOf, xmlId } from "./records.ts";
import { taskActivity } from "./reminders.ts";
import { addRule } from "./rules.ts";
import { pythonText } from "./xml.ts";

/** A result that was refused takes the deal back by itself, once its reason is filled in, and plans what the rule says to do. */
export const addResults = (build: Build): void => {
  for (const one of build.pipeline.pipelines) for (const stage of odooStages(one)) addResult(build, one, stage);
};

const addResult = (build: Build, one: OnePipeline, stage: PipelineStage): void => {
  const { draft, pipeline, dealFields } = build;
  const { say, quote } = draft.names;
  const { result } = stage;
  const field = result && pipeline.fields.find(({ key }) => key === result.field);
  const known = field && dealFields.get(field.key);
  const option = field?.type === "select" && field.options.find(({ name }) => name === result?.rejected);
  const back = result && odooStages(one).find(({ key }) => key === result.returnTo);
  if (!result || !known?.record || !option || !back) return;
  const needed = [result.reason, result.retry]
    .filter((key): key is string => key !== null)
    .flatMap((key) => {
      const name = dealFields.get(key)?.name;
      return name ? [{ name, title: draft.names.field(key) }] : [];
    });
  const code = [
    "for lead in (records or record):",
    ...needed.flatMap(({ name, title }) => [
      `    if not lead[${pythonText(name)}]:`,
      `        raise UserError(${pythonText(say(`Заполните: ${title}`, `Fill in: ${title}`))})`,
    ]),
    `    lead.write({"stage_id": env.ref(${pythonText(`reglament.${stageId(one, back.key)}`)}).id})`,
  ].join("\n");
  const name = say(
    `Регламент: ${result.rejected}, ${quote(stage.name)}`,
    `Reglament: ${result.rejected}, ${quote(stage.name)}`,
  );
  addRule(build, {
    key: ["refused", one.key, stage.key],
    name,
    rule: {
      trigger: "on_create_or_write",
      trigger_field_ids: { refs: [known.record] },
      filter_domain: {
        domain: `[('stage_id', '=', ${idOf(stageId(one, stage.key))}), ('${known.name}', '=', '${option.key}')]`,
      },
    },
    actions: [{ name, values: { state: "code", code } }, ...result.steps.map((task) => taskActivity(build, task))],
    carries: [id.ofStage("result", one.key, stage.key)],
  });
};

/** An order of actions as an activity plan, which a person starts from the deal. */
export const addPlans = ({ draft, pipeline, batches }: Build): void => {
  const { say, quote } = draft.names;
  for (const procedure of pipeline.procedures) {
    const plan = xmlId("plan", procedure.key);
    batches.push({
      step: `plan.${procedure.key}`,
      does: say(`План действий ${quote(procedure.name)}`, `Activity plan ${quote(procedure.name)}`),
      file: "plans",
      model: "mail.activity.plan",
      records: [{ id: plan, values: { name: procedure.name, res_model: "crm.lead" } }],
      carries: [],
    });
    batches.push({
      step: `plan.${procedure.key}.steps`,
      does: say(`Шаги плана ${quote(procedure.name)}`, `Steps of the plan ${quote(procedure.name)}`),
      file: "plans",
      model: "mail.activity.plan.template",
      records: procedure.steps.map((task, index) => {
        const { values } = taskActivity({ draft }, task);
        return {
          id: xmlId("planstep", procedure.key, index + 1),
          values: {
            plan_id: { ref: plan },
            sequence: index + 1,
            activity_type_id: { ref: "mail.mail_activity_data_todo" },
            summary: task.title,
            ...(values.activity_note !== undefined && { note: values.activity_note }),
            delay_count: values.activity_date_deadline_range ?? 0,
            delay_unit: "days",
            delay_from: "after_plan_date",
            responsible_type: "on_demand",
          },
        };
      }),
      carries: [`procedure:${procedure.key}`],
    });
  }
};
