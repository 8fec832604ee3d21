import type { AnswerOf, Limit, Norm } from "../answer.ts";
import type { Duration } from "../duration.ts";
import type { Bilingual } from "../language.ts";
import { above, type Ground, seller } from "./ground.ts";

const minutes = (value: number): Duration => ({ value, unit: "min" });
const workHours = (value: number): Duration => ({ value, unit: "workHour" });
const workDays = (value: number): Duration => ({ value, unit: "workDay" });
const calDays = (value: number): Duration => ({ value, unit: "calDay" });

/** The bank's own seeds as figures: terms that no chain knows and that every company needs. */
const USUAL: Record<string, { what: Bilingual; limit: Duration }[]> = {
  "intake-card-deadline": [
    { what: { ru: "Запись обращения в CRM", en: "Record of a request in the CRM" }, limit: minutes(15) },
  ],
  "roles-client-ownership": [
    {
      what: { ru: "Клиент закреплён без нового контакта", en: "A client stays assigned with no new contact" },
      limit: calDays(60),
    },
  ],
  "handoff-acceptance": [
    { what: { ru: "Приём заказа следующим отделом", en: "Acceptance by the next department" }, limit: workHours(4) },
  ],
  "control-stuck-deals": [
    { what: { ru: "Сделка без контакта с клиентом", en: "A deal with no contact" }, limit: calDays(14) },
  ],
  "outcome-deferred": [{ what: { ru: "Самый долгий срок отсрочки", en: "The longest deferral" }, limit: calDays(180) }],
  "feedback-complaints": [
    { what: { ru: "Первый ответ на рекламацию", en: "First answer to a complaint" }, limit: workDays(1) },
    { what: { ru: "Осмотр по рекламации", en: "Inspection after a complaint" }, limit: workDays(3) },
  ],
  "standards-phone": [
    { what: { ru: "Ответ на звонок", en: "Answering a call" }, limit: { value: 3, unit: "rings" } },
    { what: { ru: "Перезвон, если было занято", en: "Calling back after a busy line" }, limit: minutes(15) },
  ],
  "adoption-review": [
    { what: { ru: "Первый пересмотр инструкции", en: "First review of the instruction" }, limit: calDays(30) },
  ],
};

const FIRST_ANSWER: Bilingual = { ru: "Первый ответ на обращение", en: "First answer to a request" };
const NEXT_TOUCH: Bilingual = {
  ru: "Следующий контакт с действующим клиентом",
  en: "Next contact with an existing client",
};
/** Fields that say when an existing client is due, the most general first. */
const TOUCH_DATES = ["repeat-contact-date", "next-service-date", "renewal-date"];

export const duration = (ground: Ground): AnswerOf<"duration"> | null => {
  const norms = normsOf(ground).map((norm): Norm => ({ ...norm, ...(ground.head && { escalateTo: ground.head }) }));
  return norms.length > 0 ? { kind: "duration", norms } : null;
};

const normsOf = ({ question, stage, stages, collected, tell }: Ground): Norm[] => {
  switch (question.id) {
    case "stage-time-norm": {
      if (!stage?.norm) return [];
      const startEvent = stage.entry.trim();
      return [
        { what: stage.name, limit: stage.norm, ...(startEvent && { startEvent }), calendar: calendarOf(stage.norm) },
      ];
    }
    case "intake-first-response": {
      // the first stage is over when the request was answered
      const norm = stages[0]?.norm;
      return norm && norm.unit !== "untilDateField"
        ? [{ what: tell(FIRST_ANSWER), limit: norm, calendar: calendarOf(norm) }]
        : [];
    }
    case "feedback-repeat-touch": {
      const dateField = TOUCH_DATES.find((id) => collected.has(id));
      return dateField ? [{ what: tell(NEXT_TOUCH), limit: { value: 0, unit: "untilDateField", dateField } }] : [];
    }
    default:
      return (USUAL[question.id] ?? []).map(({ what, limit }) => ({ what: tell(what), limit }));
  }
};

const calendarOf = ({ unit }: Duration): "working" | "round-the-clock" =>
  unit === "calDay" || unit === "untilDateField" ? "round-the-clock" : "working";

export const limit = (ground: Ground): AnswerOf<"limit"> | null => {
  const limits =
    ground.question.id === "offer-discount-limits"
      ? discounts(ground)
      : ground.question.id === "offer-payment-terms"
        ? deferrals(ground)
        : [];
  return limits.length > 0 ? { kind: "limit", limits } : null;
};

/** A ladder of who may give how much; the next one up decides within two working hours. */
const discounts = (ground: Ground): Limit[] => {
  const { collected, head } = ground;
  const role = seller(ground);
  if (!role || !collected.has("discount-percent")) return [];
  const ladder = head && head !== role ? [role, head] : [role];
  return ladder.map((who, at) => ({
    role: who,
    max: 5 * (at + 1),
    unit: "percent" as const,
    ...approval(ground, who),
  }));
};

/** Where the chain knows credit, some days of it; where it only knows terms of payment, none without approval. */
const deferrals = (ground: Ground): Limit[] => {
  const { collected } = ground;
  const role = seller(ground);
  const onCredit = collected.has("payment-delay-days") || collected.has("credit-limit");
  if (!role || !(onCredit || collected.has("payment-terms"))) return [];
  return [{ role, max: onCredit ? 14 : 0, unit: "days", ...approval(ground, role) }];
};

const approval = (ground: Ground, role: string): Pick<Limit, "approverAbove" | "decisionWithin"> => {
  const approver = above(ground, role);
  return approver ? { approverAbove: approver, decisionWithin: workHours(2) } : {};
};
