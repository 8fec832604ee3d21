import { hand, usualByHand } from "../by-hand.ts";
import type { ByHand } from "../contract.ts";
import type { ElementKind } from "../elements.ts";

const automations = hand(
  "Автоматизации Pipedrive создаются только в интерфейсе",
  "Automations of Pipedrive are made in the interface only",
  "Инструменты → Автоматизации, новая автоматизация",
  "Tools and apps → Automations, a new automation",
);
const guide = hand(
  "Описания у этапа нет",
  "A stage has no description",
  "Держите текст закреплённой заметкой или в базе знаний",
  "Keep the text as a pinned note or in your knowledge base",
);
const report = hand(
  "Отчёты через API не создаются",
  "Reports cannot be made through the API",
  "Insights → создать отчёт",
  "Insights → create a report",
);
const everywhere = hand(
  "Поле человека или организации Pipedrive требует всегда или никогда, но не по этапам сделки",
  "Pipedrive asks for a field of a person or an organization always or never, not by stages of a deal",
  "Проверяйте перед переводом сделки",
  "Check before moving the deal",
);
const rights = hand(
  "Прав по этапам в Pipedrive нет",
  "Pipedrive has no rights by stage",
  "Договоритесь, кто ведёт этап",
  "Agree who leads the stage",
);

/** What Pipedrive does not take through its API, and where a person does it. */
export const byHand: Record<ElementKind, ByHand> = {
  ...usualByHand,
  "required-to-leave": everywhere,
  "required-to-enter": everywhere,
  responsible: rights,
  permission: hand(
    "Группы видимости загружены; действия внутри них задают в наборах прав",
    "The visibility groups are loaded; what people may do in them is set in permission sets",
    "Настройки компании → Управление пользователями → Наборы прав",
    "Company settings → Manage users → Permission sets",
  ),
  transition: hand(
    "Переходы Pipedrive не ограничивает; дальше не пускают обязательные поля",
    "Pipedrive does not restrict moves; required fields hold a deal back",
    "Договоритесь переводить только так",
    "Agree to move only so",
  ),
  entry: guide,
  exit: guide,
  "stage-guide": guide,
  guide,
  result: automations,
  "stage-norm": automations,
  task: automations,
  norm: automations,
  automation: automations,
  procedure: automations,
  handoff: automations,
  owner: automations,
  "won-moment": hand(
    "Сделку отмечает выигранной человек",
    "A person marks a deal as won",
    "Кнопка «Выиграно» в карточке сделки",
    "Button “Won” in the card of the deal",
  ),
  report,
  kpi: hand(
    "Цель ставят сотруднику или команде, которых в правилах нет",
    "A goal belongs to a user or a team, which the rules do not name",
    "Insights → Цели",
    "Insights → Goals",
  ),
};
