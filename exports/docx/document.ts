import { Document, TableOfContents } from "docx";
import type { Regulation } from "#domain/regulation.ts";
import type { Seal } from "../seal.ts";
import { bodyOf, prefaceOf } from "./body.ts";
import { contentsOf, pageNumbers } from "./contents.ts";
import { drawn } from "./drawn.ts";
import { logoOf } from "./logo.ts";
import { marksOf } from "./marks.ts";
import { type Drawing, line, type Matter } from "./matter.ts";
import { numbering } from "./numbering.ts";
import { pagesOf } from "./pages/pages.ts";
import { type Profile, paperFor } from "./profile.ts";
import { runningLines } from "./running.ts";
import { agreementSheet, approvalStamps, changeRegister } from "./sheets.ts";
import { CONTENTS_STYLES, styles } from "./styles.ts";
import { dayIn, WORDS } from "./words.ts";

/** A document of the library, with what it has no words for: descriptions of tables, tags of clauses, charts, each in their order. */
export type Laid = { document: Document; captions: string[]; tags: string[]; charts: Drawing[] };

/** Descriptions, tags and charts in the order in which they stand. */
export const besidesOf = (matter: readonly Matter[]): Omit<Laid, "document"> => ({
  captions: matter.flatMap((one) => (one.kind === "grid" ? [one.caption] : [])),
  charts: matter.flatMap((one) => (one.kind === "chart" ? [one] : [])),
  tags: matter.flatMap((one) => (one.kind === "line" && one.tag && one.bookmark ? [one.tag] : [])),
});

/** The Word file of a regulation, contents list filled with the pages that the layout gives. */
export const documentOf = (regulation: Regulation, seal: Seal | null, profile: Profile): Laid => {
  const { language, title, company, brand } = regulation;
  const w = WORDS[language];
  const paper = paperFor(profile);
  const logo = logoOf(brand?.logo);
  const [stamp, ...under] = approvalStamps(regulation, profile);
  const front: Matter[] = [
    ...(stamp ? [{ ...stamp, ...(logo && { logo: { ...logo, label: w.logo(company) } }) }] : []),
    ...under,
    { ...line("FrontCompany", company), ...(seal && { code: { text: seal.link ?? seal.id, label: w.scan } }) },
    line("Title", title),
    ...regulation.front.facts.map(
      ({ name, value }): Matter => ({
        kind: "line",
        look: "Normal",
        runs: [{ text: `${name}: `, quiet: true }, { text: value }],
      }),
    ),
    line("ContentsTitle", w.contents, { newPage: true }),
  ];
  const rest: Matter[] = [
    ...prefaceOf(regulation),
    ...bodyOf(regulation, paper.textWidth, paper),
    ...agreementSheet(regulation, seal, w, dayIn(language)),
    ...changeRegister(regulation, w, dayIn(language), profile),
  ];
  const document = new Document({
    ...propertiesOf(regulation, seal),
    styles: styles(language, brand?.colour?.slice(1)),
    numbering,
    pageNumbers: pageNumbers(rest, pagesOf([...front, ...contentsOf(rest), ...rest], paper)),
    sections: [
      {
        properties: { page: paper.page, titlePage: true },
        ...runningLines(regulation, seal, profile),
        children: [
          ...drawn(front, paper.textWidth),
          new TableOfContents(w.contents, {
            hyperlink: true,
            headingStyleRange: "1-2",
            stylesWithLevels: CONTENTS_STYLES,
          }),
          ...drawn(rest, paper.textWidth),
        ],
      },
    ],
  });
  return { document, ...besidesOf(rest) };
};

/** What the file says of itself to programs. */
export const propertiesOf = ({ language, title, company, edition }: Regulation, seal: Seal | null) => ({
  title,
  subject: company,
  creator: company,
  description: `${WORDS[language].edition} ${edition.number}`,
  ...(seal && { keywords: marksOf(seal, language) }),
});
