import { hand, usualByHand } from "../by-hand.ts";
import type { ByHand } from "../contract.ts";
import type { ElementKind } from "../elements.ts";

const flow = hand(
  "Потоки зависят от пользователей и шаблонов организации, файлом они не загружаются",
  "Flows depend on the users and templates of the organization and are not in the files",
  "Setup → Flows, поток по изменению сделки",
  "Setup → Flows, a flow on the change of a deal",
);
const guidance = hand(
  "Не поместилось в подсказку этапа",
  "Did not fit into the guidance of the stage",
  "Смотрите в инструкции",
  "See the regulation",
);
const contact = hand(
  "Контакт в Salesforce не принадлежит одной сделке: правило сделки не видит его полей",
  "A contact belongs to no single deal in Salesforce: a rule of the deal does not see its fields",
  "Проверяйте перед переводом сделки",
  "Check before moving the deal",
);
const report = hand(
  "Отчёты строят по данным организации, файлом они не загружаются",
  "Reports are built on the data of the organization and are not in the files",
  "Reports → New Report, сделки",
  "Reports → New Report, Opportunities",
);

/** What the metadata does not carry, and where a person does it. */
export const byHand: Record<ElementKind, ByHand> = {
  ...usualByHand,
  "required-to-leave": contact,
  "required-to-enter": contact,
  responsible: hand(
    "Прав по этапам Salesforce не задаёт; кто отвечает, сказано в подсказке этапа",
    "Salesforce has no rights by stage; the guidance of the stage says who answers for it",
    "Setup → Flows, смена владельца на этапе",
    "Setup → Flows, change of the owner at the stage",
  ),
  permission: hand(
    "Набор прав роли открывает поля и воронки; это правило уточняет его словами",
    "The permission set of the role opens fields and pipelines; this rule says more in words",
    "Setup → Permission Sets",
    "Setup → Permission Sets",
  ),
  entry: guidance,
  exit: guidance,
  "stage-guide": guidance,
  guide: hand(
    "Тексты для разговора хранят в шаблонах писем",
    "Words for talks are kept as e-mail templates",
    "Setup → Email Templates",
    "Setup → Email Templates",
  ),
  result: flow,
  "stage-norm": flow,
  task: flow,
  norm: flow,
  automation: flow,
  procedure: flow,
  handoff: flow,
  owner: flow,
  "won-moment": hand(
    "На успешный этап сделку переводит человек",
    "A person moves a deal to the won stage",
    "Договоритесь о моменте",
    "Agree on the moment",
  ),
  limit: hand(
    "Согласования зависят от пользователей организации",
    "Approvals depend on the users of the organization",
    "Setup → Approval Processes",
    "Setup → Approval Processes",
  ),
  report,
  kpi: report,
};
