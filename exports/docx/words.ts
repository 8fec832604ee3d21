/** The fixed words of the Word file that the tree does not hold. */
export const WORDS = {
  ru: {
    contents: "Содержание",
    annex: "Приложение",
    signature: "Подпись",
    byLink: "по ссылке",
    page: "Страница",
    of: "из",
    edition: "Редакция",
    dated: "от",
    agreement: "Лист согласования",
    changes: "Лист регистрации изменений",
    name: "Имя",
    role: "Роль",
    department: "Отдел",
    date: "Дата",
    clause: "Пункт",
    version: "Изм.",
    ground: "Основание",
    document: "Документ",
    sealed: (id: string, hash: string, link: string | null) =>
      `Подписывается документ ${id}. Контрольная сумма содержания (SHA-256): ${hash}.${link ? ` Сверить: ${link}` : ""}`,
    scan: "QR-код этой редакции",
    logo: (company: string) => `Знак: ${company}`,
    preface: "Предисловие",
    effective: "действует с",
    uncontrolled: "Распечатанная копия не обновляется: сверяйте редакцию.",
    comparison: "сравнение редакций",
    compared: (before: number, beforeDay: string, after: number, afterDay: string) =>
      `Сравнение редакции ${before} от ${beforeDay} с редакцией ${after} от ${afterDay}. Удалённое и добавленное отмечено как исправления: их можно принять или отклонить.`,
  },
  en: {
    contents: "Contents",
    annex: "Annex",
    signature: "Signature",
    byLink: "by link",
    page: "Page",
    of: "of",
    edition: "Edition",
    dated: "of",
    agreement: "Agreement sheet",
    changes: "Change register",
    name: "Name",
    role: "Role",
    department: "Department",
    date: "Date",
    clause: "Clause",
    version: "Ver.",
    ground: "Ground",
    document: "Document",
    sealed: (id: string, hash: string, link: string | null) =>
      `The document to be signed is ${id}. Checksum of its content (SHA-256): ${hash}.${link ? ` Verify at ${link}` : ""}`,
    scan: "QR code of this edition",
    logo: (company: string) => `Logo of ${company}`,
    preface: "Preface",
    effective: "effective",
    uncontrolled: "A printed copy is not kept up to date: check its edition.",
    comparison: "comparison of editions",
    compared: (before: number, beforeDay: string, after: number, afterDay: string) =>
      `Edition ${before} of ${beforeDay} compared with edition ${after} of ${afterDay}. What was removed and added is marked as tracked changes, to be accepted or rejected.`,
  },
} as const;
export type DocxWords = (typeof WORDS)["ru" | "en"];

/** A day as it is written in figures in one language. */
export const dayIn = (language: "ru" | "en"): ((iso: string) => string) => {
  const days = new Intl.DateTimeFormat(language === "ru" ? "ru-RU" : "en-GB", { dateStyle: "short", timeZone: "UTC" });
  return (iso) => days.format(new Date(iso));
};
