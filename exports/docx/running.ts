import { Footer, Header, type ISectionOptions, PageNumber, Paragraph, TextRun } from "docx";
import type { Regulation } from "#domain/regulation.ts";
import type { Seal } from "../seal.ts";
import type { Profile } from "./profile.ts";
import { dayIn, WORDS } from "./words.ts";

const line = (children: TextRun[]) => new Paragraph({ style: "Running", children });

/**
 * What stands above and below each page. GOST: the page number above from the second page on, which document it is below.
 * International: document control above on every page, below that a printed copy is nobody's to keep in step.
 */
export const runningLines = (
  { title, language, edition }: Regulation,
  seal: Seal | null,
  profile: Profile,
): Pick<ISectionOptions, "headers" | "footers"> => {
  const w = WORDS[language];
  const day = dayIn(language)(edition.date);
  const name = seal ? ` · ${w.document} ${seal.id}` : "";
  const page = () => new TextRun({ children: [`${w.page} `, PageNumber.CURRENT, ` ${w.of} `, PageNumber.TOTAL_PAGES] });
  if (profile === "international") {
    const head = () => [
      line([new TextRun(title)]),
      line([new TextRun(`${w.edition} ${edition.number} · ${w.effective} ${day}${name} · `), page()]),
    ];
    const foot = () => [line([new TextRun(w.uncontrolled)])];
    return {
      headers: { default: new Header({ children: head() }), first: new Header({ children: head() }) },
      footers: { default: new Footer({ children: foot() }), first: new Footer({ children: foot() }) },
    };
  }
  const foot = () => [line([new TextRun(`${title}. ${w.edition} ${edition.number} ${w.dated} ${day}${name}`)])];
  return {
    headers: { default: new Header({ children: [line([page()])] }), first: new Header({ children: [line([])] }) },
    footers: { default: new Footer({ children: foot() }), first: new Footer({ children: foot() }) },
  };
};
