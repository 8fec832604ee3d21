import type { Messages } from "../message.ts";

export const subgroups = {
  "subgroups.title": "Две группы",
  "subgroups.group": "Группа {number}",
  "subgroups.draft": "Заполните карточки своих этапов. Решать будем вместе",
  "subgroups.check": "Прочитайте карточки другой группы. Что смущает, скажете при голосовании",
  "subgroups.watch": "Группы работают с этапами. Карточки можно читать",
  "subgroups.noCards": "Для этой группы карточек нет",
  "subgroups.readOnly": "Эту карточку можно только читать",
  "subgroups.finished": "Карточка готова",
  "subgroups.notFinished": "Ещё правлю",
  "subgroups.read": "Прочитано",
  "subgroups.count": "готово {finished} из {total}",
} as const satisfies Messages;
