import type { Messages } from "../message.ts";

/** What stands around a vote; a phone loads it with the parts that show votes, after the first paint. */
export const vote = {
  "result.many-abstain":
    "Воздержались больше 30 %: вопрос стоит задать иначе или спросить только тех, кого он касается",
  "result.not-a-consent": "Это не согласие: «за» меньше 75 %",
  "result.weak": "Слабое согласие: с оговоркой больше 30 % голосов. Правило пересмотрят через 30 дней",
  "round.needs":
    "Примем, если «за» не меньше {needed}, ответят {quorum} из {invited} и не останется открытых возражений.",
  "round.binds": "Нужен голос от отделов: {departments}",
  "round.smallGroup": "Одно особое мнение допустимо",
  "round.trial": "Голосуем за пробу: правило действует до {until}, потом судим по цифре: {judgedBy}",
  "settled.review": "Пересмотр до {date}",
  "unsaid.ask": "Раздел закончен. Осталось ли что-то несказанное?",
  "unsaid.hint": "Без имени. Слова сразу появятся у всех",
  "unsaid.field": "Что осталось сказать",
  "unsaid.send": "Сказать",
  "unsaid.said": "Сказано в конце раздела",
  "objection.uphold": "Всё ещё возражаю",
  "objection.asked": "Ждём автора. Он может ответить в любой момент, и только он закроет возражение",
  "objection.silent": "Минута прошла, ответа нет. Возражение остаётся открытым",
} as const satisfies Messages;
