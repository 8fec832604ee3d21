import type { Pipeline, PipelineStage } from "#domain/pipeline.ts";
import { id } from "../elements.ts";
import { automationLine, normLine, taskLine } from "../sentences.ts";
import { atStages, type Build, type OnePipeline, odooStages, STAGE_FIELD, stageId } from "./build.ts";
import { daysOf, earlier, isShorterThanDays, since } from "./delays.ts";
import type { Value } from "./records.ts";
import { activity, addRule } from "./rules.ts";
import { xmlText } from "./xml.ts";

type Automation = Pipeline["automations"][number];
type Task = PipelineStage["tasks"][number];

const note = (text: string): string => `<p>${xmlText(text)}</p>`;

/** Tasks of stages, time norms, handoffs and automations, as activities that rules plan for whoever leads the deal. */
export const addReminders = (build: Build): void => {
  const { draft, pipeline } = build;
  for (const one of pipeline.pipelines) {
    for (const stage of odooStages(one)) {
      addTasks(build, one, stage);
      for (const norm of stage.norms) addNorm(build, one, stage, norm);
    }
    draft.warn(
      id.pipeline(one.key),
      draft.say(
        `Воронка ${draft.names.quote(one.name)}: задачи и напоминания получает ведущий сделку, чья задача, сказано в ней; минуты и часы Odoo считает круглосуточно, рабочие дни — по календарю`,
        `Pipeline ${draft.names.quote(one.name)}: tasks and reminders go to whoever leads the deal, and say whose they are; Odoo counts minutes and hours round the clock, working days by the calendar`,
      ),
    );
  }
  for (const handoff of pipeline.handoffs) addHandoff(build, handoff);
  for (const automation of pipeline.automations) addAutomation(build, automation);
};

const enters = (one: OnePipeline, stage: string) => ({
  trigger: "on_create_or_write",
  trigger_field_ids: STAGE_FIELD,
  filter_domain: { domain: atStages([stageId(one, stage)]) },
});

export const taskActivity = ({ draft }: Pick<Build, "draft">, task: Task) => {
  const whole = taskLine(task, draft.names);
  return activity(task.title, daysOf(task.due), whole === task.title ? null : note(whole));
};

const addTasks = (build: Build, one: OnePipeline, stage: PipelineStage): void => {
  if (stage.tasks.length === 0) return;
  const { draft } = build;
  const { say, quote } = draft.names;
  addRule(build, {
    key: ["tasks", one.key, stage.key],
    name: say(`Регламент: задачи, ${quote(stage.name)}`, `Reglament: tasks, ${quote(stage.name)}`),
    rule: enters(one, stage.key),
    actions: stage.tasks.map((task) => taskActivity(build, task)),
    carries: stage.tasks.map(({ key }) => id.ofStage("task", one.key, stage.key, key)),
  });
  const today = stage.tasks.filter(({ due }) => isShorterThanDays(due));
  if (today.length > 0)
    draft.warn(
      id.stage(one.key, stage.key),
      say(
        `${quote(stage.name)}: сроки задач Odoo считает днями, ${today.length} со сроком короче дня стоят на сегодня`,
        `${quote(stage.name)}: Odoo counts due times in days, ${today.length} with less than a day are due today`,
      ),
    );
};

const addNorm = (build: Build, one: OnePipeline, stage: PipelineStage, norm: PipelineStage["norms"][number]): void => {
  const { draft } = build;
  const { say, quote } = draft.names;
  const delay = since(build, norm.limit);
  if (!delay) return;
  const element = id.ofStage("stage-norm", one.key, stage.key, norm.key);
  addRule(build, {
    key: ["late", one.key, stage.key, norm.key],
    name: say(`Регламент: срок, ${quote(stage.name)}`, `Reglament: time, ${quote(stage.name)}`),
    rule: { ...delay, filter_domain: { domain: atStages([stageId(one, stage.key)]) } },
    actions: [activity(say(`Просрочено: ${norm.what}`, `Overdue: ${norm.what}`), 0, note(normLine(norm, draft.names)))],
    carries: [element],
  });
  if (norm.escalateTo)
    draft.partly(
      element,
      say(
        "Напоминание загружено и приходит ведущему сделку: кто в вашей Odoo старший, план не знает",
        "The reminder is loaded and goes to whoever leads the deal: who is senior in your Odoo the plan does not know",
      ),
      say(
        `Правила автоматизации → «срок, ${stage.name}» → действие: назначьте на ${draft.names.role(norm.escalateTo)}`,
        `Automation Rules → “time, ${stage.name}” → action: assign it to ${draft.names.role(norm.escalateTo)}`,
      ),
    );
};

const addHandoff = (build: Build, handoff: Pipeline["handoffs"][number]): void => {
  const { draft, pipeline } = build;
  const { say, role, field, quote, duration } = draft.names;
  const one = pipeline.pipelines.find(({ key }) => key === handoff.pipeline);
  const stage = one && odooStages(one).find(({ key }) => key === handoff.toStage);
  if (!one || !stage) return;
  const element = `handoff:${handoff.key}`;
  const what = [
    `${role(handoff.fromRole)} → ${role(handoff.toRole)}`,
    ...(handoff.package.length ? [`${say("передать", "hand over")}: ${handoff.package.map(field).join(", ")}`] : []),
    ...(handoff.acceptWithin ? [`${say("принять за", "accept within")} ${duration(handoff.acceptWithin)}`] : []),
  ].join("; ");
  addRule(build, {
    key: ["handoff", handoff.key],
    name: say(`Регламент: передача, ${quote(stage.name)}`, `Reglament: handoff, ${quote(stage.name)}`),
    rule: enters(one, stage.key),
    actions: [
      activity(
        say(`Принять сделку: ${role(handoff.toRole)}`, `Accept the deal: ${role(handoff.toRole)}`),
        daysOf(handoff.acceptWithin),
        note(what),
      ),
    ],
    carries: [element],
  });
  draft.partly(
    element,
    say(
      "Задача на приёмку загружена; кому передать сделку, план не знает",
      "The task to accept is loaded; to whom the deal goes the plan does not know",
    ),
    say(
      `При переходе на ${quote(stage.name)} смените продавца: ${what}`,
      `On the move to ${quote(stage.name)} change the salesperson: ${what}`,
    ),
  );
};

const REMINDS = new Set<Automation["does"]>(["create-task", "notify-colleague", "escalate"]);

const addAutomation = (build: Build, automation: Automation): void => {
  const { draft, pipeline } = build;
  const { say } = draft.names;
  const { trigger, does, stage: stageKey, after, text, key } = automation;
  const one = pipeline.pipelines.find((each) => each.key === automation.pipeline);
  const stage = one && odooStages(one).find((each) => each.key === stageKey);
  if (!one || !stage || !REMINDS.has(does)) return;
  const norm = stage.norms.find(({ what }) => what === text);
  const rule = (when: Record<string, Value>, days: number): void =>
    addRule(build, {
      key: ["automation", key],
      name: say(`Регламент: ${text}`, `Reglament: ${text}`),
      rule: when,
      actions: [activity(text, days, note(automationLine(automation, draft.names)))],
      carries: [`automation:${key}`],
    });
  if (trigger === "stage-entered") {
    rule(enters(one, stage.key), daysOf(after));
    return;
  }
  if (!after || (trigger !== "overdue" && trigger !== "before-due")) return;
  // the norm has its reminder already
  if (trigger === "overdue" && norm && since(build, norm.limit)) {
    build.alsoBy(`rule.late/${one.key}/${stage.key}/${norm.key}.does`, `automation:${key}`);
    return;
  }
  const limit = trigger === "overdue" ? after : norm && earlier(norm.limit, after);
  const delay = limit ? since(build, limit) : null;
  if (delay) rule({ ...delay, filter_domain: { domain: atStages([stageId(one, stage.key)]) } }, 0);
};
