import type { Messages } from "../message.ts";

export const gaps = {
  "gaps.title": "Пробелы",
  "gaps.lead": "Чего в правилах не хватает и что в них противоречит друг другу",
  "gaps.none": "Пробелов нет",
  "gaps.noneLead": "Всё на месте, противоречий не нашлось",
  "gaps.group.error": "Мешают утвердить",
  "gaps.group.warning": "Стоит обсудить",
  "gaps.group.info": "На заметку ведущему",
  "gaps.severity.error": "Мешает утвердить",
  "gaps.severity.warning": "Замечание",
  "gaps.severity.info": "Заметка",
  "gaps.mend": "Открыть вопрос",
  "gaps.ask": "Добавить вопрос в повестку",
  "gaps.final": "Пробелов нет",
  "gaps.draft": {
    one: "Черновик: утвердить мешает {count} пробел",
    few: "Черновик: утвердить мешают {count} пробела",
    many: "Черновик: утвердить мешают {count} пробелов",
    other: "Черновик: утвердить мешают {count} пробела",
  },
} as const satisfies Messages;
