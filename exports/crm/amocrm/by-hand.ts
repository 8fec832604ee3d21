import { hand, usualByHand } from "../by-hand.ts";
import type { ByHand } from "../contract.ts";
import type { ElementKind } from "../elements.ts";

const digital = hand(
  "amoCRM не даёт ставить действия Digital Pipeline через API",
  "amoCRM lets no API set actions of the Digital Pipeline",
  "Сделки → Настроить воронку, действие этапа",
  "Leads → Set up pipeline, action of the stage",
);
const cut = hand(
  "Не поместилось в описание этапа",
  "Did not fit into the description of the stage",
  "Смотрите в инструкции",
  "See the regulation",
);
const report = hand(
  "Отчёты и цели через API не создаются",
  "Reports and goals cannot be made through the API",
  "Аналитика → рабочий стол, добавьте виджет",
  "Analytics → dashboard, add a widget",
);

/** What amoCRM does not take through its API, and where a person does it. */
export const byHand: Record<ElementKind, ByHand> = {
  ...usualByHand,
  entry: cut,
  exit: cut,
  "stage-guide": cut,
  responsible: hand("Не загружено", "Not loaded", "Настройки → Пользователи → Роли", "Settings → Users → Roles"),
  transition: hand(
    "Переходы amoCRM не ограничивает; дальше не пускают обязательные поля и права на этапы",
    "amoCRM does not restrict moves; required fields and rights at the stages hold a deal back",
    "Договоритесь переводить только так",
    "Agree to move only so",
  ),
  result: digital,
  "stage-norm": digital,
  task: digital,
  norm: digital,
  automation: digital,
  procedure: digital,
  handoff: hand(
    "Смену ответственного при переходе ставят в Digital Pipeline вручную",
    "A change of the owner on a move is set in the Digital Pipeline by hand",
    "Действие «Сменить ответственного» и задача на приёмку",
    "Action “Change the owner” and a task to accept",
  ),
  owner: hand(
    "Смену ответственного при переходе ставят в Digital Pipeline вручную",
    "A change of the owner on a move is set in the Digital Pipeline by hand",
    "Действие «Сменить ответственного»",
    "Action “Change the owner”",
  ),
  permission: hand(
    "Права роли загружены по этапам; это правило уточняет их словами",
    "The rights of the role are loaded by stage; this rule says more in words",
    "Настройки → Пользователи → Роли",
    "Settings → Users → Roles",
  ),
  guide: hand(
    "Тексты для разговора хранят в шаблонах сообщений",
    "Words for talks are kept as templates of messages",
    "Настройки → Шаблоны",
    "Settings → Templates",
  ),
  setting: hand(
    "Приём обращений настраивают по каналам",
    "How requests come in is set up channel by channel",
    "Сделки → Настроить воронку → Источники",
    "Leads → Set up pipeline → Sources",
  ),
  report,
  kpi: report,
};
