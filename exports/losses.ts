import type { Catalogue } from "#domain/catalogue.ts";
import type { Bilingual } from "#domain/language.ts";
import { composePipeline } from "#domain/pipeline.ts";
import type { WorkshopRecord } from "#domain/record.ts";

/** Something that a format cannot carry, and the reason. */
export type Loss = { what: Bilingual; why: Bilingual };

export const lossesOfPipeline = (record: WorkshopRecord, catalogue: Catalogue): Loss[] =>
  composePipeline(record, catalogue).notExpressed.map(({ question, why, source }) => {
    const what = `${source.map(({ rule }) => rule).join(", ")} (${question})`;
    return { what: { ru: what, en: what }, why };
  });

const ROUBLE = "\u20bd";

/** The document is set in fonts of the width of Times New Roman; free ones among them have no rouble sign. */
export const lossesOfDocx = (record: WorkshopRecord): Loss[] =>
  JSON.stringify(record.proposals).includes(ROUBLE)
    ? [
        {
          what: { ru: `Знак ${ROUBLE}`, en: `The sign ${ROUBLE}` },
          why: {
            ru: "Напечатан словом «руб.»: знака нет в свободных шрифтах этого документа",
            en: "Printed as “RUB”: the free fonts of this document do not have it",
          },
        },
      ]
    : [];

/** Markdown and HTML are read on a screen that has no pages. */
export const lossesOfMarkup = (): Loss[] => [
  {
    what: { ru: "Номера страниц и колонтитулы", en: "Page numbers, headers and footers" },
    why: {
      ru: "В этом формате нет страниц; для печати возьмите DOCX",
      en: "The format has no pages; take the DOCX for print",
    },
  },
];
