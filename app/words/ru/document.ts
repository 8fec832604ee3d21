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
} as const satisfies Messages;
