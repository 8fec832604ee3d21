import { Document, Footer, Header, PageNumber, Paragraph, StyleLevel, TableOfContents, TextRun } from "docx";
import type { Regulation } from "#domain/regulation.ts";
import type { Seal } from "../seal.ts";
import { bodyOf } from "./body.ts";
import { contentsOf, pageNumbers } from "./contents.ts";
import { drawn } from "./drawn.ts";
import { PAGE } from "./looks.ts";
import { marksOf } from "./marks.ts";
import { clean, line, type Matter } from "./matter.ts";
import { numbering } from "./numbering.ts";
import { pagesOf } from "./pages/pages.ts";
import { agreementSheet, approvalStamp, changeRegister } from "./sheets.ts";
import { styles } from "./styles.ts";
import { WORDS } from "./words.ts";

/** The Word file of a regulation, contents list filled with the pages that the layout gives. */
export const documentOf = (regulation: Regulation, seal: Seal | null): { document: Document; captions: string[] } => {
  const { language, title, company, edition } = regulation;
  const w = WORDS[language];
  const days = new Intl.DateTimeFormat(language === "ru" ? "ru-RU" : "en-GB", { dateStyle: "short", timeZone: "UTC" });
  const day = (iso: string) => days.format(new Date(iso));
  const front: Matter[] = [
    ...approvalStamp(regulation, w),
    { ...line("Company", company), ...(seal && { code: { text: seal.link ?? seal.id, label: w.scan } }) },
    line("Title", title),
    ...regulation.front.facts.map(
      ({ name, value }): Matter => ({
        kind: "line",
        look: "Normal",
        runs: [{ text: clean(`${name}: `), quiet: true }, { text: clean(value) }],
      }),
    ),
    line("ContentsTitle", w.contents, { newPage: true }),
  ];
  const rest: Matter[] = [
    ...bodyOf(regulation),
    ...agreementSheet(regulation, seal, w),
    ...changeRegister(regulation, w, day),
  ];
  const name = seal ? ` · ${w.document} ${seal.id}` : "";
  const running = clean(`${title}. ${w.edition} ${edition.number} ${w.dated} ${day(edition.date)}${name}`);
  const document = new Document({
    title: clean(title),
    subject: clean(company),
    creator: clean(company),
    description: `${w.edition} ${edition.number}`,
    ...(seal && { keywords: clean(marksOf(seal, language)) }),
    styles: styles(language),
    numbering,
    pageNumbers: pageNumbers(rest, pagesOf([...front, ...contentsOf(rest), ...rest])),
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
          ...drawn(front),
          new TableOfContents(w.contents, {
            hyperlink: true,
            headingStyleRange: "1-2",
            stylesWithLevels: [new StyleLevel("Final Part", 1), new StyleLevel("Final Section", 2)],
          }),
          ...drawn(rest),
        ],
      },
    ],
  });
  return { document, captions: rest.flatMap((one) => (one.kind === "grid" ? [clean(one.caption)] : [])) };
};
