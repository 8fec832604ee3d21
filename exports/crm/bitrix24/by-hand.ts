import { hand, usualByHand } from "../by-hand.ts";
import type { ByHand } from "../contract.ts";
import type { ElementKind } from "../elements.ts";

const robots = hand(
  "Роботы и триггеры ставятся только в интерфейсе",
  "Robots and triggers are set in the interface only",
  "CRM → Сделки → Роботы, столбец этапа",
  "CRM → Deals → Automation rules, column of the stage",
);
const required = hand(
  "Обязательность по этапам REST Битрикс24 не задаёт",
  "The REST of Bitrix24 does not set what a stage requires",
  "Карточка сделки → шестерёнка поля → «Обязательное», отметьте этапы",
  "Card of a deal → gear of the field → “Required”, tick the stages",
);
const rights = hand(
  "Права доступа REST не задаёт",
  "REST does not set access permissions",
  "CRM → Настройки → Права доступа, роль и её права по этапам",
  "CRM → Settings → Access permissions, the role and its rights by stage",
);
const knowledge = hand(
  "Описания у этапа нет",
  "A stage has no description",
  "База знаний CRM, страница этапа",
  "Knowledge base of the CRM, page of the stage",
);
const report = hand(
  "Отчёты через REST не создаются",
  "Reports cannot be made through REST",
  "CRM → Аналитика → BI-конструктор",
  "CRM → Analytics → BI builder",
);

/** What Bitrix24 does not take through REST, and where a person does it. */
export const byHand: Record<ElementKind, ByHand> = {
  ...usualByHand,
  "required-to-leave": required,
  "required-to-enter": required,
  role: rights,
  responsible: rights,
  permission: rights,
  transition: hand(
    "Переходы ограничивают в правах роли",
    "Moves are restricted in the rights of a role",
    "CRM → Настройки → Права доступа → «Переход на этап»",
    "CRM → Settings → Access permissions → “Move to stage”",
  ),
  entry: knowledge,
  exit: knowledge,
  "stage-guide": knowledge,
  guide: knowledge,
  result: robots,
  "stage-norm": robots,
  task: robots,
  norm: robots,
  automation: robots,
  procedure: robots,
  handoff: robots,
  owner: robots,
  report,
  kpi: report,
};
