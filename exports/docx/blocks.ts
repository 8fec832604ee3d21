import { Document, Paragraph, TableOfContents, TextRun } from "docx";
import type { Regulation } from "#domain/regulation.ts";
import type { Seal } from "../seal.ts";
import { bodyOf, prefaceOf } from "./body.ts";
import { contentsOf, pageNumbers } from "./contents.ts";
import { besidesOf, type Laid } from "./document.ts";
import { drawn } from "./drawn.ts";
import type { Matter } from "./matter.ts";
import { numbering } from "./numbering.ts";
import { pagesOf } from "./pages/pages.ts";
import { type Profile, paperFor } from "./profile.ts";
import { agreementSheet, changeRegister } from "./sheets.ts";
import { CONTENTS_STYLES, styles } from "./styles.ts";
import { dayIn, WORDS } from "./words.ts";

/** What a company's template can ask for, each piece under a paragraph that names it: `@@regulation@@`. */
export const blocksDocument = (regulation: Regulation, seal: Seal | null, profile: Profile): Laid => {
  const w = WORDS[regulation.language];
  const paper = paperFor(profile);
  const text = [...prefaceOf(regulation), ...bodyOf(regulation, paper.textWidth, paper)];
  const agreement = agreementSheet(regulation, seal, w, dayIn(regulation.language));
  const changes = changeRegister(regulation, w, dayIn(regulation.language), profile);
  const all: Matter[] = [...text, ...agreement, ...changes];
  const named = (name: string) => new Paragraph({ children: [new TextRun(`@@${name}@@`)] });
  const document = new Document({
    styles: styles(regulation.language),
    numbering,
    pageNumbers: pageNumbers(all, pagesOf([...contentsOf(all), ...all], paper)),
    sections: [
      {
        children: [
          named("contents"),
          new TableOfContents(w.contents, {
            hyperlink: true,
            headingStyleRange: "1-2",
            stylesWithLevels: CONTENTS_STYLES,
          }),
          named("regulation"),
          ...drawn(text, paper.textWidth),
          named("agreement"),
          ...drawn(agreement, paper.textWidth),
          named("changes"),
          ...drawn(changes, paper.textWidth),
        ],
      },
    ],
  });
  return { document, ...besidesOf(all) };
};
