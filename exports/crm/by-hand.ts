import type { ByHand } from "./contract.ts";
import type { ElementKind } from "./elements.ts";

/** A reason and a place, each in Russian and English. */
export const hand = (reasonRu: string, reasonEn: string, manualRu: string, manualEn: string): ByHand => ({
  reason: { ru: reasonRu, en: reasonEn },
  manual: { ru: manualRu, en: manualEn },
});

const loaded = hand("Не загружено", "Not loaded", "Создайте вручную", "Make it by hand");
const inRegulation = hand(
  "В CRM нет места для такого правила",
  "The CRM has no place for such a rule",
  "Держите под рукой инструкцию",
  "Keep the regulation at hand",
);
const task = hand(
  "Поручения между сотрудниками ставят задачами",
  "Colleagues ask each other by tasks",
  "Задача в карточке сделки",
  "A task in the card of the deal",
);

/** What is true of every CRM; a vendor says more where it knows better. */
export const usualByHand: Record<ElementKind, ByHand> = {
  pipeline: loaded,
  stage: loaded,
  field: loaded,
  role: loaded,
  responsible: loaded,
  "loss-reason": loaded,
  "required-to-leave": loaded,
  "required-to-enter": loaded,
  transition: inRegulation,
  result: inRegulation,
  "stage-norm": inRegulation,
  task: inRegulation,
  norm: inRegulation,
  automation: inRegulation,
  procedure: inRegulation,
  handoff: inRegulation,
  owner: inRegulation,
  permission: inRegulation,
  check: inRegulation,
  guide: inRegulation,
  setting: inRegulation,
  report: inRegulation,
  kpi: inRegulation,
  entry: inRegulation,
  exit: inRegulation,
  "stage-guide": inRegulation,
  "won-moment": inRegulation,
  assignment: task,
  limit: hand(
    "Пределы скидок и отсрочек CRM не проверяет",
    "The CRM does not check limits of discounts and deferrals",
    "Проверяйте по инструкции",
    "Check by the regulation",
  ),
  "deal-type": hand(
    "Тип сделки и есть воронка",
    "A deal type is a pipeline",
    "Заводите сделки этого типа в своей воронке",
    "Make deals of this type in their own pipeline",
  ),
  "not-expressed": hand(
    "Правило для людей, а не для CRM",
    "A rule for people, not for a CRM",
    "Остаётся в инструкции",
    "Stays in the regulation",
  ),
};
