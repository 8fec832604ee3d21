import type { Pipeline, PipelineStage } from "#domain/pipeline.ts";
import type { Names } from "./names.ts";

type Norm = Pipeline["norms"][number];
type Task = PipelineStage["tasks"][number];
type Limit = Pipeline["discountLimits"][number];
type Measure = Pipeline["kpis"][number];
type Automation = Pipeline["automations"][number];

const joined = (parts: (string | false | null | undefined)[], by = ", "): string => parts.filter(Boolean).join(by);

export const normLine = (norm: Norm, names: Names): string =>
  joined([
    `${norm.what}: ${names.duration(norm.limit)}`,
    norm.startEvent && `${names.say("от", "from")} ${names.quote(norm.startEvent)}`,
    norm.warnBefore && `${names.say("предупредить за", "warn before")} ${names.duration(norm.warnBefore)}`,
    norm.escalateTo && `${names.say("просрочка:", "overdue:")} ${names.role(norm.escalateTo)}`,
  ]);

export const taskLine = (task: Task, names: Names): string =>
  joined([
    // other words follow, so a full stop of its own would stand in the middle
    `${task.mode === "control" ? `${names.say("проконтролировать", "control")}: ` : ""}${task.title.replace(/\.$/, "")}`,
    task.role && names.role(task.role),
    task.recordIn && `${names.say("записать в поле", "record in")} ${names.quote(names.field(task.recordIn))}`,
    task.due && `${names.say("срок", "due")} ${names.duration(task.due)}`,
  ]);

const WHAT: Record<"discountLimits" | "bonuses" | "paymentTerms", [string, string]> = {
  discountLimits: ["скидка", "discount"],
  bonuses: ["бонус", "bonus"],
  paymentTerms: ["отсрочка", "deferred payment"],
};

export const limitLine = (list: keyof typeof WHAT, limit: Limit, names: Names): string =>
  joined([
    `${names.role(limit.role)}: ${names.say(...WHAT[list])} ${names.say("до", "up to")} ${names.amount(limit.max, limit.unit)}`,
    limit.condition,
    limit.approverAbove && `${names.say("выше решает", "above it decides")} ${names.role(limit.approverAbove)}`,
    limit.decisionWithin && `${names.say("ответ за", "answer within")} ${names.duration(limit.decisionWithin)}`,
  ]);

export const measureLine = (measure: Measure, names: Names): string =>
  joined(
    [
      measure.name,
      measure.formula,
      measure.target && `${names.say("цель", "target")}: ${measure.target}`,
      measure.audience.length > 0 && `${names.say("кому", "for")}: ${measure.audience.map(names.role).join(", ")}`,
      measure.frequency,
    ],
    "; ",
  );

const TRIGGERS: Record<Automation["trigger"], [string, string]> = {
  "deal-created": ["сделка создана", "a deal is made"],
  "stage-entered": ["вход на этап", "the stage is entered"],
  "stage-left": ["уход с этапа", "the stage is left"],
  "before-due": ["перед сроком", "before it is due"],
  overdue: ["просрочка", "overdue"],
  "no-answer": ["нет ответа", "no answer"],
  "no-contact": ["нет контакта", "no contact"],
  deferred: ["отложено", "deferred"],
};

const DOES: Record<Automation["does"], [string, string]> = {
  "create-task": ["поставить задачу", "create a task"],
  "notify-client": ["написать клиенту", "message the client"],
  "notify-colleague": ["сообщить сотруднику", "tell a colleague"],
  "set-field": ["заполнить поле", "set a field"],
  "change-owner": ["сменить ответственного", "change the owner"],
  "block-move": ["не пускать дальше", "keep from moving on"],
  escalate: ["сообщить руководителю", "escalate"],
  "create-doc": ["создать документ", "create a document"],
  other: ["действие", "action"],
};

export const automationLine = (each: Automation, names: Names): string =>
  joined([
    `${joined([each.stage && names.quote(names.stage(each.stage, each.pipeline)), names.say(...TRIGGERS[each.trigger])])}: ${names.say(...DOES[each.does])} ${names.quote(each.text)}`,
    each.role && names.role(each.role),
    each.after && names.duration(each.after),
  ]);
