/** What the days of the calendar are called. */
export const WORDS = {
  ru: {
    name: "Пересмотр правил",
    trial: "Проба правила заканчивается",
    head: "Пересмотр решения руководителя",
    parked: "Срок отложенного вопроса",
    regulation: "Пересмотр инструкции",
    judgedBy: "Судим по цифре",
  },
  en: {
    name: "Review of the rules",
    trial: "The trial of a rule ends",
    head: "Review of a decision of the head",
    parked: "A parked question is due",
    regulation: "Review of the regulation",
    judgedBy: "Judged by",
  },
} as const;
