import type { Messages } from "../message.ts";

export const objection = {
  "disposition.raised": "Открыто",
  "disposition.clarified": "Уточнено",
  "disposition.upheld": "Всё ещё возражает",
  "disposition.integrated": "Учтено в тексте",
  "disposition.withdrawn": "Снято",
  "disposition.stand-aside": "Остался при своём",
  "disposition.escalated": "Передано руководителю",
  "disposition.parked": "Отложено",
  "objection.anonymous": "Без подписи",
  "objection.wish": "Что изменить",
  "objection.reply": "Ответить",
  "objection.withdraw": "Снимаю",
  "objection.integrate": "Учтено, согласен",
  "objection.standAside": "Остаюсь при своём, не мешаю",
  "objection.aloud": "Сказано вслух",
  "objection.mine": "Ваше возражение",
  "objection.send": "Отправить ответ",
  "objection.from.facilitator": "Ответ:",
  "objection.from.objector": "Автор возражения:",
} as const satisfies Messages;
