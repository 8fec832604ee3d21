import type { Messages } from "../message.ts";

export const document = {
  "document.contents": "Содержание",
  "document.download": "Скачать",
  "file.instruction.docx": "Инструкция для Word",
  "file.instruction.md": "Инструкция, текст с разметкой",
  "file.instruction.html": "Инструкция, веб-страница",
  "file.pipeline.json": "Воронка для CRM",
  "file.requirements.md": "Требования к CRM",
  "file.workshop.json": "Запись мастерской целиком",
  "compare.title": "Типы сделок рядом",
  "compare.lead": "В чём работа с разными заказами отличается",
  "compare.common": {
    one: "{count} правило действует для всех типов",
    few: "{count} правила действуют для всех типов",
    many: "{count} правил действуют для всех типов",
    other: "{count} правила действуют для всех типов",
  },
  "compare.same": {
    one: "{count} вопрос решён одинаково",
    few: "{count} вопроса решены одинаково",
    many: "{count} вопросов решены одинаково",
    other: "{count} вопроса решены одинаково",
  },
  "compare.none": "Пока нечего сравнивать",
  "compare.noneLead": "Здесь появятся вопросы, которые для разных типов сделок решены по-разному",
  "compare.open": "не решено",
  "compare.single": "В мастерской один тип сделок",
  "compare.singleLead": "Второй тип добавляют в подготовке; он начинается с того, что уже решено",
  "compare.question": "Вопрос",
} as const satisfies Messages;
