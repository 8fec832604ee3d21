import type { Pipeline, PipelineStage } from "#domain/pipeline.ts";
import type { Names } from "./names.ts";
import { automationLine, limitLine, measureLine, normLine, taskLine } from "./sentences.ts";

/** The kinds of elements a pipeline consists of, in the order in which tables show them. */
export const ELEMENT_KINDS = [
  "pipeline",
  "deal-type",
  "stage",
  "entry",
  "exit",
  "required-to-leave",
  "required-to-enter",
  "responsible",
  "transition",
  "result",
  "stage-norm",
  "task",
  "check",
  "stage-guide",
  "won-moment",
  "owner",
  "field",
  "role",
  "permission",
  "loss-reason",
  "handoff",
  "assignment",
  "limit",
  "norm",
  "automation",
  "procedure",
  "guide",
  "setting",
  "report",
  "kpi",
  "not-expressed",
] as const;
export type ElementKind = (typeof ELEMENT_KINDS)[number];

/** One thing that was agreed; `says` is all of it in a sentence, for whoever has to do it by hand. */
export type Element = { id: string; kind: ElementKind; name: string; says: string };

export const id = {
  pipeline: (key: string) => `pipeline:${key}`,
  stage: (pipeline: string, key: string) => `stage:${pipeline}/${key}`,
  ofStage: (kind: string, pipeline: string, stage: string, key?: string | number) =>
    `${kind}:${pipeline}/${stage}${key === undefined ? "" : `/${key}`}`,
  field: (key: string) => `field:${key}`,
  role: (key: string) => `role:${key}`,
  lossReason: (key: string) => `loss-reason:${key}`,
};

/** Every element of the pipeline, once. A plan carries each of them or lists it as not supported. */
export const elementsOf = (pipeline: Pipeline, names: Names): Element[] => {
  const { say } = names;
  const one = (kind: ElementKind, key: string, name: string, says = name): Element => ({
    id: `${kind}:${key}`,
    kind,
    name,
    says,
  });
  const steps = (list: Pipeline["procedures"][number]["steps"]) => list.map((task) => taskLine(task, names)).join("; ");
  return [
    ...pipeline.pipelines.flatMap((each) => [
      one("pipeline", each.key, each.name),
      ...each.stages.flatMap((stage) => elementsOfStage(each.key, stage, names)),
      ...(each.won ? [one("won-moment", each.key, each.won.moment)] : []),
      ...each.owners.map(({ role, from, to }) =>
        one(
          "owner",
          `${each.key}/${role}/${from}`,
          names.role(role),
          say(
            `${names.role(role)} ведёт сделку от ${names.quote(names.stage(from, each.key))} до ${names.quote(names.stage(to, each.key))}`,
            `${names.role(role)} leads the deal from ${names.quote(names.stage(from, each.key))} to ${names.quote(names.stage(to, each.key))}`,
          ),
        ),
      ),
    ]),
    ...pipeline.dealTypes.map((type) =>
      one("deal-type", type.key, type.name, [type.name, type.example, ...type.specifics].filter(Boolean).join(". ")),
    ),
    ...pipeline.fields.map((field) =>
      one(
        "field",
        field.key,
        field.name,
        `${field.name} (${names.fieldType(field.type)}${field.options.length ? `: ${field.options.map(({ name }) => name).join(", ")}` : ""})`,
      ),
    ),
    ...pipeline.roles.map(({ key, name }) => one("role", key, name)),
    ...pipeline.permissions.map(({ key, role, allows }) =>
      one(
        "permission",
        key,
        names.role(role) || say("Все", "Everybody"),
        `${names.role(role) || say("Все", "Everybody")}: ${allows.join("; ")}`,
      ),
    ),
    ...pipeline.lossReasons.map(({ key, name, commentRequired, returnAfter }) =>
      one(
        "loss-reason",
        key,
        name,
        [
          name,
          commentRequired && say("нужно пояснение", "a comment is required"),
          returnAfter && `${say("вернуться через", "return after")} ${names.duration(returnAfter)}`,
        ]
          .filter(Boolean)
          .join(", "),
      ),
    ),
    ...pipeline.handoffs.map((each) =>
      one(
        "handoff",
        each.key,
        `${names.role(each.fromRole)} → ${names.role(each.toRole)}`,
        [
          `${names.role(each.fromRole)} → ${names.role(each.toRole)}, ${names.quote(names.stage(each.fromStage, each.pipeline))} → ${names.quote(names.stage(each.toStage, each.pipeline))}`,
          each.package.length && `${say("передаёт", "hands over")}: ${each.package.map(names.field).join(", ")}`,
          each.acceptWithin && `${say("принять за", "accept within")} ${names.duration(each.acceptWithin)}`,
        ]
          .filter(Boolean)
          .join("; "),
      ),
    ),
    ...pipeline.assignments.map((each) =>
      one(
        "assignment",
        each.key,
        `${names.role(each.from)} → ${names.role(each.to)}`,
        [
          `${names.role(each.from)} → ${names.role(each.to)}: ${each.subject}`,
          each.due && `${say("срок", "due")} ${names.duration(each.due)}`,
        ]
          .filter(Boolean)
          .join(", "),
      ),
    ),
    ...(["discountLimits", "bonuses", "paymentTerms"] as const).flatMap((list) =>
      pipeline[list].map((limit) =>
        one("limit", `${list}/${limit.key}`, names.role(limit.role), limitLine(list, limit, names)),
      ),
    ),
    ...pipeline.norms.map((norm) => one("norm", norm.key, norm.what, normLine(norm, names))),
    ...pipeline.checks.map(({ key, role, signs }) =>
      one("check", key, names.role(role), `${names.role(role)}: ${signs.join("; ")}`),
    ),
    ...pipeline.automations.map((each) => one("automation", each.key, each.text, automationLine(each, names))),
    ...pipeline.procedures.map((each) => one("procedure", each.key, each.name, `${each.name}: ${steps(each.steps)}`)),
    ...pipeline.guides.map((each) => one("guide", each.key, each.name)),
    ...[...pipeline.intake, ...pipeline.settings].map((each) =>
      one(
        "setting",
        each.key,
        each.name,
        [
          each.name,
          each.yes !== null && (each.yes ? say("да", "yes") : say("нет", "no")),
          each.choices.map(({ name }) => name).join(", "),
          each.condition,
          ...each.exceptions,
        ]
          .filter(Boolean)
          .join(": "),
      ),
    ),
    ...pipeline.reports.map((each) => one("report", each.key, each.name, measureLine(each, names))),
    ...pipeline.kpis.map((each) => one("kpi", each.key, each.name, measureLine(each, names))),
    ...pipeline.notExpressed.map(({ question, why, source }) =>
      one("not-expressed", source[0]?.rule ?? question, question, `${question} (${say(why.ru, why.en)})`),
    ),
  ];
};

const elementsOfStage = (pipeline: string, stage: PipelineStage, names: Names): Element[] => {
  const at = names.quote(stage.name);
  const one = (kind: ElementKind, key: string | number | undefined, name: string, says = name): Element => ({
    id: id.ofStage(kind, pipeline, stage.key, key),
    kind,
    name,
    says: kind === "stage" ? says : `${at}: ${says}`,
  });
  return [
    one("stage", undefined, stage.name),
    ...(stage.entry ? [one("entry", undefined, stage.name, stage.entry.lines.join("; "))] : []),
    ...(stage.exit ? [one("exit", undefined, stage.name, stage.exit.lines.join("; "))] : []),
    ...(stage.responsible ? [one("responsible", undefined, names.role(stage.responsible.role))] : []),
    ...stage.requiredFields.map(({ field, to }) => one(`required-to-${to}`, field, names.field(field))),
    ...stage.transitions.map(({ to }) => one("transition", to, `→ ${names.stage(to, pipeline)}`)),
    ...(stage.result
      ? [
          one(
            "result",
            undefined,
            stage.result.rejected,
            `${names.field(stage.result.field)} = ${stage.result.rejected} → ${names.quote(names.stage(stage.result.returnTo, pipeline))}`,
          ),
        ]
      : []),
    ...stage.norms.map((norm) => one("stage-norm", norm.key, norm.what, normLine(norm, names))),
    ...stage.tasks.map((task) => one("task", task.key, task.title, taskLine(task, names))),
    ...stage.checks.map(({ key, role, signs }) =>
      one("check", key, names.role(role), `${names.role(role)}: ${signs.join("; ")}`),
    ),
    ...stage.guide.map(({ text }, index) => one("stage-guide", index + 1, text)),
  ];
};
