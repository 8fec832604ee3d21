import type { Messages } from "../message.ts";

export const pipeline = {
  "pipeline.title": "Воронка для CRM",
  "pipeline.lead": "Принятые правила в виде настройки: что придёт в CRM само и что останется сделать вручную",
  "pipeline.none": "Настраивать пока нечего",
  "pipeline.noneLead": "Воронка складывается из принятых правил об этапах. Примите первое, и она появится здесь",
  "pipeline.picture": "Схема: {name}",
  "pipeline.stages": "Этапы: {name}",
  "pipeline.nobody": "ответственный не выбран",
  "pipeline.required": "Чтобы уйти с этапа:",
  "pipeline.requiredToEnter": "Чтобы войти:",
  "pipeline.crm": "Ваша CRM",
  "pipeline.package": "Скачать комплект для {crm}",
  "pipeline.packageLead":
    "В архиве план загрузки, файлы для CRM, описание и этот же список ручных дел. Загружает его администратор CRM одной командой; повторный запуск ничего не удваивает",
  "pipeline.command": "Команда для администратора",
  "pipeline.byFiles": "Эту CRM загружают файлами из комплекта: порядок описан в README.md архива",
  "pipeline.checked":
    "Сверено с опубликованной документацией на {date}; на сервере поставщика не проверялось. Начните с пробного аккаунта",
  "pipeline.steps": {
    one: "{count} шаг загрузки",
    few: "{count} шага загрузки",
    many: "{count} шагов загрузки",
    other: "{count} шага загрузки",
  },
  "pipeline.warnings": "Придёт не так, как согласовано",
  "pipeline.byHand": "Сделать вручную",
  "pipeline.done": "Сделано {done} из {of}",
  "pipeline.kept": "Отметки хранятся на этом устройстве",
  "pipeline.allByItself": "Всё загружается само, вручную делать нечего",
} as const satisfies Messages;
