import { hand, usualByHand } from "../by-hand.ts";
import type { ByHand } from "../contract.ts";
import type { ElementKind } from "../elements.ts";

const rule = hand(
  "Для этого случая у правил автоматизации нет условия",
  "Automation rules have no condition for this case",
  "Настройки → Техническое → Правила автоматизации или договорённость",
  "Settings → Technical → Automation Rules, or an agreement",
);
const required = hand(
  "У этого перехода в Odoo нет этапа, на котором можно проверить поле",
  "For this move Odoo has no stage at which the field could be checked",
  "Проверяйте по инструкции",
  "Check by the regulation",
);
const rights = hand(
  "Права выдают пользователям, а они у каждой базы свои",
  "Rights are given to users, and each database has its own",
  "Настройки → Пользователи → группы продаж",
  "Settings → Users → groups of Sales",
);
const seller = hand(
  "Ответственного за этап в Odoo нет, он назван в подсказке этапа; сделку ведёт продавец",
  "Odoo has nobody responsible for a stage, the hint of the stage names the role; a salesperson leads the deal",
  "Смените продавца в карточке сделки",
  "Change the salesperson in the deal",
);
const report = hand(
  "Отчёты и цели файлом не загружаются",
  "Reports and goals are not loaded by file",
  "CRM → Отчётность, сохраните отбор и добавьте на панель",
  "CRM → Reporting, save the filter and add it to a dashboard",
);

/** What Odoo does not take, and where a person does it. */
export const byHand: Record<ElementKind, ByHand> = {
  ...usualByHand,
  "required-to-leave": required,
  "required-to-enter": required,
  role: rights,
  permission: rights,
  responsible: seller,
  owner: seller,
  transition: hand(
    "Проигрыш и переходы мимо этапов Odoo не ограничивает",
    "Odoo restricts neither losing nor moves beside its stages",
    "Договоритесь переводить только так",
    "Agree to move only so",
  ),
  result: rule,
  "stage-norm": rule,
  norm: rule,
  automation: rule,
  guide: hand(
    "Тексты для разговора хранят в шаблонах писем и сообщений",
    "Words for talks are kept as templates of mails and messages",
    "Настройки → Техническое → Шаблоны писем",
    "Settings → Technical → Email Templates",
  ),
  setting: hand(
    "Приём обращений настраивают по каналам",
    "How requests come in is set up channel by channel",
    "CRM → Настройка → Команды продаж и сайт, почта, чат",
    "CRM → Configuration → Sales Teams, and website, mail, chat",
  ),
  report,
  kpi: report,
};
