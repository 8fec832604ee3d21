import type { Messages } from "../message.ts";

export const handOver = {
  "handOver.title": "Воронка для CRM",
  "handOver.lead": "Принятые правила в виде настройки: что придёт в CRM само и что останется сделать вручную",
  "handOver.none": "Настраивать пока нечего",
  "handOver.noneLead": "Воронка складывается из принятых правил об этапах. Примите первое, и она появится здесь",
  "handOver.picture": "Схема: {name}",
  "handOver.stages": "Этапы: {name}",
  "handOver.nobody": "ответственный не выбран",
  "handOver.required": "Чтобы уйти с этапа:",
  "handOver.requiredToEnter": "Чтобы войти:",
  "handOver.crm": "Ваша CRM",
  "handOver.package": "Скачать комплект для {crm}",
  "handOver.packageLead":
    "В архиве план загрузки, файлы для CRM, описание и этот же список ручных дел. Загружает его администратор CRM одной командой; повторный запуск ничего не удваивает",
  "handOver.checklist": "Список ручных дел для печати (Word)",
  "handOver.pipeline": "Сама воронка:",
  "handOver.pipelineLead":
    "Один файл для всех CRM, в JSON или YAML; его и загружает команда администратора. Схема: npm run reglament -- schema pipeline",
  "handOver.command": "Команда для администратора",
  "handOver.byFiles": "Эту CRM загружают файлами из комплекта: порядок описан в README.md архива",
  "handOver.checked":
    "Сверено с опубликованной документацией на {date}; на сервере поставщика не проверялось. Начните с пробного аккаунта",
  "handOver.steps": {
    one: "{count} шаг загрузки",
    few: "{count} шага загрузки",
    many: "{count} шагов загрузки",
    other: "{count} шага загрузки",
  },
  "handOver.warnings": "Придёт не так, как согласовано",
  "handOver.byHand": "Сделать вручную",
  "handOver.done": "Сделано {done} из {of}",
  "handOver.kept": "Отметки хранятся на этом устройстве",
  "handOver.allByItself": "Всё загружается само, вручную делать нечего",
} as const satisfies Messages;
