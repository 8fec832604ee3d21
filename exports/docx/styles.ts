import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions, LineRuleType, StyleLevel } from "docx";
import { LOOKS, type Look, type LookName, lookOf } from "./looks.ts";
import { FINAL, OUTLINE } from "./numbering.ts";

/** What the contents list takes beside Word's own headings. */
export const CONTENTS_STYLES = [new StyleLevel("Final Part", 1), new StyleLevel("Final Section", 2)];

const FONT = "Times New Roman";

/** How a style is called in the list of styles, where it hangs, and the list that numbers it. */
const NAMES: Record<
  Exclude<LookName, "Normal" | "Title" | "Heading1" | "Heading2" | "Heading3" | "AnnexTitle">,
  { name: string; basedOn?: LookName; numbering?: { reference: string; level: number }; outlineLevel?: number }
> = {
  FinalPart: { name: "Final Part", basedOn: "Heading1", numbering: { reference: FINAL, level: 0 }, outlineLevel: 0 },
  FinalSection: {
    name: "Final Section",
    basedOn: "Heading2",
    numbering: { reference: FINAL, level: 1 },
    outlineLevel: 1,
  },
  AnnexHeading: { name: "Annex Heading" },
  Clause: { name: "Clause", numbering: { reference: OUTLINE, level: 2 } },
  FinalClause: { name: "Final Clause", basedOn: "Clause", numbering: { reference: FINAL, level: 2 } },
  ClauseMore: { name: "Clause Continued" },
  ClauseList: { name: "Clause List" },
  ClauseStatus: { name: "Clause Status" },
  Quiet: { name: "Quiet" },
  Cell: { name: "Table Cell" },
  CellHead: { name: "Table Head", basedOn: "Cell" },
  Caption: { name: "caption" },
  TableGap: { name: "Table Gap" },
  Stamp: { name: "Stamp" },
  SheetTitle: { name: "Sheet Title" },
  ContentsTitle: { name: "Contents Title" },
  TOC1: { name: "toc 1" },
  TOC2: { name: "toc 2" },
  FrontCompany: { name: "Front Company" },
  Company: { name: "Company" },
  LeafletHeading: { name: "Leaflet Heading" },
  Tick: { name: "Tick" },
  TickPlace: { name: "Tick Place" },
  Chart: { name: "Chart" },
  Editorial: { name: "Editorial" },
  Running: { name: "Running Line" },
};

// LibreOffice reads a line height without its rule as an exact one, so the rule is always written
const spacingOf = ({ before, after, leading = 240 }: Look) => ({
  before,
  after,
  line: leading,
  lineRule: LineRuleType.AUTO,
});

/** Styles that take the company's colour. */
const COLOURED = new Set<LookName>(["Title", "Heading1", "Heading2", "Heading3", "FinalPart", "FinalSection"]);

const runOf = ({ size, bold, italic, quiet }: Look, colour = "000000") => ({
  font: FONT,
  size,
  bold: bold ?? false,
  ...(italic && { italics: true }),
  color: quiet ? "595959" : colour,
});

/** Everything that a look says, so that what counts the pages and what Word shows cannot differ. */
const paragraphOf = (look: Look) => ({
  spacing: spacingOf(look),
  alignment: look.centred ? AlignmentType.CENTER : AlignmentType.LEFT,
  keepNext: look.keepNext ?? false,
  keepLines: look.keepNext ?? false,
});

const styled = (name: LookName, colour?: string): Pick<IParagraphStyleOptions, "run" | "paragraph"> => {
  const look = lookOf(name);
  return { run: runOf(look, COLOURED.has(name) ? colour : undefined), paragraph: paragraphOf(look) };
};

// the number belongs to the style: a number on the paragraph itself makes readers take the heading for a list
const numbered = (name: LookName, level: number, colour?: string) => {
  const { run, paragraph } = styled(name, colour);
  return { run, paragraph: { ...paragraph, numbering: { reference: OUTLINE, level } } };
};

/** @param colour of headings, six hexadecimal digits */
export const styles = (language: "ru" | "en", colour?: string): IStylesOptions => ({
  default: {
    document: {
      run: { font: FONT, size: LOOKS.Normal.size, language: { value: language === "ru" ? "ru-RU" : "en-GB" } },
      paragraph: { spacing: spacingOf(LOOKS.Normal) },
    },
    title: styled("Title", colour),
    heading1: numbered("Heading1", 0, colour),
    heading2: numbered("Heading2", 1, colour),
    heading3: styled("Heading3", colour),
  },
  paragraphStyles: (Object.keys(NAMES) as (keyof typeof NAMES)[]).map((id) => {
    const { name, basedOn = "Normal", numbering, outlineLevel } = NAMES[id];
    const { run, paragraph } = styled(id, colour);
    const { left } = lookOf(id);
    return {
      id,
      name,
      basedOn,
      next: id === "Clause" || id === "FinalClause" ? id : "Normal",
      ...(!id.startsWith("TOC") && { quickFormat: true }),
      run: run ?? {},
      paragraph: {
        ...paragraph,
        // what a list numbers stands where its level says
        ...(numbering ? { numbering } : left !== undefined && { indent: { left } }),
        ...(outlineLevel !== undefined && { outlineLevel }),
      },
    };
  }),
});
