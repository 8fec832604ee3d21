import type { AskedQuestion } from "./agenda.ts";
import type { Answer, AnswerOf, FieldChoice, Step } from "./answer.ts";
import { type Catalogue, fieldChoice, kpiMetric, lossReasonOf, reportMetric } from "./catalogue.ts";
import { type Bilingual, say } from "./language.ts";
import type { Question } from "./question.ts";
import { questionOf, type WorkshopRecord } from "./record.ts";
import type { Stage } from "./stage.ts";
import type { Template } from "./template.ts";
import type { Workshop } from "./workshop.ts";

/** What a suggestion is made from. `tell` speaks the workshop's language. */
type Ground = {
  question: Question;
  workshop: Workshop;
  catalogue: Catalogue;
  template: Template | undefined;
  stage: Stage | undefined;
  stages: Stage[];
  head: string | undefined;
  tell: (text: Bilingual) => string;
};

/**
 * An answer to start the discussion from, made of what the template and the dictionaries know. It is whole and names only
 * roles and stages of the workshop, so that a team which agrees with it at once may vote on it as it stands.
 */
export const suggestAnswer = (
  record: WorkshopRecord,
  asked: AskedQuestion,
  catalogue: Catalogue,
  template?: Template,
): Answer => {
  const { workshop } = record;
  const question = questionOf(record, asked);
  const stages = (workshop.dealTypes.find(({ id }) => id === asked.dealType) ?? workshop.dealTypes[0])?.stages ?? [];
  const known = (role: string | undefined) => workshop.roles.find(({ id }) => id === role)?.id;
  return SUGGEST[question.kind]({
    question,
    workshop,
    catalogue,
    template,
    stage: stages.find(({ id }) => id === asked.stage),
    stages,
    head: known(record.participants.find(({ head }) => head)?.role) ?? known("sales-head"),
    tell: (text) => say(text, workshop.language),
  });
};

const options = ({ question, tell }: Ground): string[] => {
  const labels = question.options.map(({ label }) => tell(label));
  return labels.length > 0 ? labels : [tell(question.wording)];
};

const isRole = ({ workshop }: Ground, role: string | null | undefined): role is string =>
  workshop.roles.some(({ id }) => id === role);

/** Who would answer for it: the role of the stage, otherwise who leads the sales team, otherwise the first role. */
const leader = (ground: Ground): string =>
  (isRole(ground, ground.stage?.role) ? ground.stage?.role : ground.head) ?? ground.workshop.roles[0]?.id ?? "";

const seller = (ground: Ground): string => {
  const first = ground.stages[0]?.role;
  return isRole(ground, first) ? first : leader(ground);
};

const text = (ground: Ground): AnswerOf<"text"> => {
  const { question, stage, workshop } = ground;
  const written =
    question.id === "stage-entry"
      ? stage?.entry
      : question.id === "stage-exit"
        ? stage?.exit
        : question.id === "deal-typical-order"
          ? workshop.order.story || workshop.order.title
          : undefined;
  return { kind: "text", lines: written?.trim() ? [written.trim().slice(0, 2000)] : options(ground) };
};

const role = (ground: Ground): AnswerOf<"role"> => {
  const { question, stage, stages } = ground;
  const empty = { kind: "role" as const, legs: [], assignments: [], checks: [] };
  const accountable = leader(ground);
  if (question.id === "roles-order-owner") {
    const legs = (ground.template?.ownerLegs ?? [])
      .filter((leg) => isRole(ground, leg.role) && [leg.from, leg.to].every((at) => stages.some(({ id }) => id === at)))
      .map((leg) => ({ fromStage: leg.from, toStage: leg.to, role: leg.role }));
    const whole = { fromStage: stages[0]?.id ?? "", toStage: stages.at(-1)?.id ?? "", role: seller(ground) };
    return { ...empty, legs: legs.length > 0 ? legs : [whole] };
  }
  if (/assign/.test(question.id)) {
    const given = (stage ? [stage] : stages).flatMap((at) =>
      at.tasks.flatMap((task) => {
        const from = isRole(ground, at.role) ? at.role : accountable;
        if (!isRole(ground, task.role) || task.role === from) return [];
        return [{ from, to: task.role, subject: task.text, ...(task.due && { due: task.due }) }];
      }),
    );
    const first = { from: ground.head ?? accountable, to: seller(ground), subject: options(ground)[0] ?? "" };
    return { ...empty, assignments: given.length > 0 ? given : [first] };
  }
  if (/quality|tracks/.test(question.id)) {
    const signs = stage?.exit.trim() ? [stage.exit.trim()] : options(ground);
    return { ...empty, checks: [{ role: ground.head ?? accountable, signs }] };
  }
  return { ...empty, accountable };
};

const fields = (ground: Ground): AnswerOf<"fields"> => {
  const { question, stage, stages, catalogue, workshop } = ground;
  const choice = (id: string, at?: Stage): FieldChoice =>
    fieldChoice(catalogue, id, workshop.language, at && stages.length > 1 ? { requiredFromStage: at.id } : {});
  const all = stages.flatMap((at) => at.required.map((id) => choice(id, at)));
  const own = stage ?? stages[0];
  const wanted =
    question.id === "data-deal-card"
      ? all.filter(({ fieldId }) => catalogue.fields[fieldId]?.entity === "deal")
      : question.id === "data-client-card"
        ? all.filter(({ fieldId }) => catalogue.fields[fieldId]?.entity !== "deal")
        : (own?.required ?? []).map((id) => choice(id, stage));
  const once = wanted.filter(({ fieldId }, at) => wanted.findIndex((other) => other.fieldId === fieldId) === at);
  const some =
    once.length > 0
      ? once
      : Object.keys(catalogue.fields)
          .slice(0, 3)
          .map((id) => choice(id));
  return { kind: "fields", fields: some };
};

const duration = (ground: Ground): AnswerOf<"duration"> => {
  const { question, stage, head } = ground;
  const isNorm = question.id === "stage-time-norm" && stage !== undefined;
  const norm = {
    what: isNorm ? stage.name : (options(ground)[0] ?? ""),
    limit: (isNorm ? stage.norm : null) ?? { value: 1, unit: "workDay" as const },
    ...(head && { escalateTo: head }),
  };
  return { kind: "duration", norms: [norm] };
};

const limit = (ground: Ground): AnswerOf<"limit"> => {
  const { head } = ground;
  const director = isRole(ground, "director") ? "director" : undefined;
  const above = (approverAbove: string | undefined) => approverAbove && { approverAbove };
  if (ground.question.id === "offer-payment-terms")
    return { kind: "limit", limits: [{ role: seller(ground), max: 3, unit: "days", ...above(head) }] };
  const first = { role: seller(ground), max: 5, unit: "percent" as const, ...above(head) };
  if (!head || head === first.role) return { kind: "limit", limits: [first] };
  return { kind: "limit", limits: [first, { role: head, max: 10, unit: "percent", ...above(director) }] };
};

const metrics = (ground: Ground): AnswerOf<"metrics"> => {
  const { catalogue, template, question, workshop } = ground;
  const isReport = question.id === "reports-operational";
  const listed =
    (isReport ? template?.reports : template?.kpis) ?? Object.keys(isReport ? catalogue.reports : catalogue.kpis);
  const made = listed.slice(0, isReport ? 6 : 3).flatMap((id) => {
    const metric = (isReport ? reportMetric : kpiMetric)(catalogue, id, workshop.language);
    return metric ? [{ ...metric, audience: metric.audience.filter((who) => isRole(ground, who)) }] : [];
  });
  return {
    kind: "metrics",
    metrics: made.length > 0 ? made : options(ground).map((name) => ({ name, sourceFields: [], audience: [] })),
  };
};

const lossReasons = (ground: Ground): AnswerOf<"lossReasons"> => {
  const { catalogue, template, workshop } = ground;
  const listed = template?.lossReasons ?? Object.keys(catalogue.lossReasons);
  const reasons = listed.flatMap((id) => lossReasonOf(catalogue, id, workshop.language) ?? []);
  const own = options(ground).map((name, at) => ({ id: `own-${at + 1}`, name, group: "own", commentRequired: false }));
  return { kind: "lossReasons", reasons: reasons.length > 0 ? reasons : own };
};

const step = (text: string, rest: Partial<Step> = {}): Step => ({
  text,
  mode: "do",
  counterpart: "client",
  mandatory: true,
  ...rest,
});

const REJECTED = {
  mark: { ru: "Отметить «отклонено» в карточке", en: "Mark “declined” in the card" },
  reason: { ru: "Выбрать причину из списка", en: "Choose the reason from the list" },
  retry: { ru: "Назначить новую дату и сообщить клиенту", en: "Set a new date and tell the client" },
  twice: {
    ru: "После второго отклонения решить, что делать с заказом",
    en: "After the second decline decide what to do with the order",
  },
} as const satisfies Record<string, Bilingual>;

const rejected = (ground: Ground): Step[] => {
  const { stage, tell, head } = ground;
  const who = leader(ground);
  const due = { value: 1, unit: "workDay" as const };
  const field = (id: string | undefined) => id !== undefined && { recordIn: id };
  return [
    step(tell(REJECTED.mark), { who, counterpart: "system", ...field(stage?.rejection?.field) }),
    step(tell(REJECTED.reason), { who, counterpart: "system", ...field(stage?.rejection?.reasonField) }),
    step(tell(REJECTED.retry), { who, due, ...field(stage?.rejection?.retryField) }),
    step(tell(REJECTED.twice), { mode: "control", counterpart: "colleague", ...(head && { who: head }) }),
  ];
};

const steps = (ground: Ground): AnswerOf<"steps"> => {
  const { question, stage, stages } = ground;
  const who = (id: string | null | undefined) => (isRole(ground, id) ? { who: id } : {});
  if (question.id === "deal-stage-chain")
    return { kind: "steps", steps: stages.map((at) => step(at.name, { ...who(at.role), stage: at.id })) };
  if (question.id === "stage-rejected-result") return { kind: "steps", steps: rejected(ground) };
  if (question.id === "stage-do-steps" && stage && stage.tasks.length > 0)
    return {
      kind: "steps",
      steps: stage.tasks.map((task) => step(task.text, { ...who(task.role), ...(task.due && { due: task.due }) })),
    };
  const mode = question.id === "stage-control-steps" ? ("control" as const) : ("do" as const);
  return { kind: "steps", steps: options(ground).map((label) => step(label, { mode, ...who(stage?.role) })) };
};

/** The options of such questions are written as «what → what follows». */
const pairs = (ground: Ground): AnswerOf<"pairs"> => ({
  kind: "pairs",
  pairs: options(ground).map((label) => {
    const [left = label, ...right] = label.split(" → ");
    return { left, right: right.join(" → ") || "—" };
  }),
});

const SUGGEST: { [K in Answer["kind"]]: (ground: Ground) => AnswerOf<K> } = {
  text,
  role,
  fields,
  duration,
  limit,
  metrics,
  lossReasons,
  steps,
  pairs,
  single: ({ question, tell }) => {
    const first = question.options[0];
    return first
      ? { kind: "single", optionId: first.id }
      : { kind: "single", optionId: "own", own: tell(question.wording) };
  },
  multi: ({ question, tell }) => {
    const first = question.options[0];
    return { kind: "multi", optionIds: first ? [first.id] : [], own: first ? [] : [tell(question.wording)] };
  },
  yesno: () => ({ kind: "yesno", value: true, exceptions: [] }),
};
