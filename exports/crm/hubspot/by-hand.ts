import { hand, usualByHand } from "../by-hand.ts";
import type { ByHand } from "../contract.ts";
import type { ElementKind } from "../elements.ts";

const workflow = hand(
  "Содержание действий рабочих процессов HubSpot не опубликовано, через API их не собрать",
  "What actions of HubSpot’s workflows contain is not published, so none can be made through the API",
  "Автоматизация → Рабочие процессы, для сделок",
  "Automation → Workflows, for deals",
);
const required = hand(
  "Обязательность по этапам API HubSpot не задаёт",
  "The API of HubSpot does not set what a stage requires",
  "Настройки → Объекты → Сделки → Воронки → условные свойства этапа, отметьте «Обязательно»",
  "Settings → Objects → Deals → Pipelines → Conditional stage properties, tick “Required”",
);
const knowledge = hand(
  "Описания у этапа нет",
  "A stage has no description",
  "Библиотека → Плейбуки, страница этапа",
  "Library → Playbooks, page of the stage",
);
const rights = hand(
  "Права выдают людям и командам, а они у каждого аккаунта свои",
  "Rights are given to users and teams, and each account has its own",
  "Настройки → Пользователи и команды, набор прав",
  "Settings → Users & Teams, permission set",
);
const stageRights = hand(
  "Кто правит сделку на этапе, задают для команд, а они у каждого аккаунта свои",
  "Who edits a deal at a stage is set for teams, and each account has its own",
  "Настройки → Объекты → Сделки → Воронки → доступ к редактированию этапа",
  "Settings → Objects → Deals → Pipelines → Stage edit access",
);
const report = hand(
  "Отчёты через API не создаются",
  "Reports cannot be made through the API",
  "Отчёты → Дашборды, добавьте отчёт",
  "Reporting → Dashboards, add a report",
);
const owner = hand(
  "Ответственного меняет рабочий процесс, его собирают в интерфейсе",
  "A workflow changes the owner; it is put together in the interface",
  "Автоматизация → Рабочие процессы, действие «Сменить владельца записи»",
  "Automation → Workflows, action “Rotate record to owner”",
);

/** What HubSpot does not take through its published API, and where a person does it. */
export const byHand: Record<ElementKind, ByHand> = {
  ...usualByHand,
  "required-to-leave": required,
  "required-to-enter": required,
  role: rights,
  permission: rights,
  responsible: stageRights,
  transition: hand(
    "Запреты переходов — бета-версия API и платный тариф, план их не трогает",
    "Limits of moves are a beta API and a paid plan; the plan leaves them alone",
    "Настройки → Объекты → Сделки → Воронки → правила воронки: пропуск этапов и возврат",
    "Settings → Objects → Deals → Pipelines → Pipeline rules: skipping and moving backward",
  ),
  entry: knowledge,
  exit: knowledge,
  "stage-guide": knowledge,
  guide: knowledge,
  result: workflow,
  "stage-norm": workflow,
  task: workflow,
  norm: workflow,
  automation: workflow,
  procedure: hand(
    "Очереди задач через API не создаются",
    "Sequences of tasks cannot be made through the API",
    "Автоматизация → Рабочие процессы или плейбук с шагами",
    "Automation → Workflows, or a playbook with the steps",
  ),
  handoff: owner,
  owner,
  report,
  kpi: report,
};
