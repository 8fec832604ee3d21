import { Document, Footer, Header, PageBreak, PageNumber, Paragraph, StyleLevel, TableOfContents, TextRun } from "docx";
import { estimatePageNumbers } from "docx/layout";
import type { Regulation } from "#domain/regulation.ts";
import { bodyOf, clean } from "./body.ts";
import { numbering } from "./numbering.ts";
import { agreementSheet, approvalStamp, changeRegister } from "./sheets.ts";
import { PAGE, styles } from "./styles.ts";
import { WORDS } from "./words.ts";

/** The Word file of a regulation, contents list filled with the pages that the layout gives. */
export const documentOf = (regulation: Regulation): Document => {
  const { language, title, company, edition } = regulation;
  const w = WORDS[language];
  const day = (iso: string) =>
    new Intl.DateTimeFormat(language === "ru" ? "ru-RU" : "en-GB", { dateStyle: "short", timeZone: "UTC" }).format(
      new Date(iso),
    );
  const { children, ordered } = bodyOf(regulation);
  const running = clean(`${title}. ${w.edition} ${edition.number} ${w.dated} ${day(edition.date)}`);
  return new Document({
    title: clean(title),
    subject: clean(company),
    creator: clean(company),
    description: `${w.edition} ${edition.number}`,
    styles: styles(language),
    numbering: numbering(ordered),
    pageNumbers: estimatePageNumbers,
    sections: [
      {
        properties: { page: PAGE, titlePage: true },
        headers: {
          default: new Header({
            children: [
              new Paragraph({
                style: "Running",
                children: [
                  new TextRun({ children: [`${w.page} `, PageNumber.CURRENT, ` ${w.of} `, PageNumber.TOTAL_PAGES] }),
                ],
              }),
            ],
          }),
          first: new Header({ children: [new Paragraph({ style: "Running", children: [] })] }),
        },
        footers: {
          default: new Footer({ children: [new Paragraph({ style: "Running", children: [new TextRun(running)] })] }),
          first: new Footer({ children: [new Paragraph({ style: "Running", children: [new TextRun(running)] })] }),
        },
        children: [
          ...approvalStamp(regulation, w),
          new Paragraph({
            style: "Running",
            children: [new TextRun({ text: clean(company), size: 24, color: "000000" })],
          }),
          new Paragraph({ style: "Title", children: [new TextRun(clean(title))] }),
          ...regulation.front.facts.map(
            ({ name, value }) =>
              new Paragraph({
                children: [new TextRun({ text: clean(`${name}: `), color: "595959" }), new TextRun(clean(value))],
              }),
          ),
          new Paragraph({ children: [new PageBreak()] }),
          new Paragraph({ style: "ContentsTitle", children: [new TextRun(w.contents)] }),
          new TableOfContents(w.contents, {
            hyperlink: true,
            headingStyleRange: "1-2",
            stylesWithLevels: [new StyleLevel("Final Part", 1), new StyleLevel("Final Section", 2)],
          }),
          ...children,
          ...agreementSheet(regulation, w),
          ...changeRegister(regulation, w, day),
        ],
      },
    ],
  });
};
