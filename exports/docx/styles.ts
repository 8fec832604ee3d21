import { AlignmentType, convertMillimetersToTwip, type IStylesOptions, LineRuleType } from "docx";
import { FINAL, OUTLINE } from "./numbering.ts";

/** Profile gost-7.0.97-2025: the least margins of the standard, size 12 in the text, 11 in tables; page numbers on top. */
export const PAGE = {
  size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
  margin: {
    top: convertMillimetersToTwip(20),
    bottom: convertMillimetersToTwip(20),
    left: convertMillimetersToTwip(20),
    right: convertMillimetersToTwip(10),
    header: convertMillimetersToTwip(10),
    footer: convertMillimetersToTwip(8),
  },
};
export const TEXT_WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right;

const FONT = "Times New Roman";

// LibreOffice reads a line height without its rule as an exact one, so the rule is always written. A line of Times New
// Roman is 1.15 of its size: 260 and 240 make whole twips of it at the sizes used here, so that no layout has to round
// and the pages of the contents list come out the same everywhere
const spacing = (before: number, after: number, line = 240) => ({ before, after, line, lineRule: LineRuleType.AUTO });

/** Half-points: 24 is 12 pt. */
export const styles = (language: "ru" | "en"): IStylesOptions => {
  const tag = language === "ru" ? "ru-RU" : "en-GB";
  const heading = (
    size: number,
    before: number,
    after: number,
    alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
  ) => ({
    run: { font: FONT, size, bold: true, color: "000000" },
    paragraph: { spacing: spacing(before, after), keepNext: true, keepLines: true, alignment },
  });
  // the number belongs to the style: a number on the paragraph itself makes readers take the heading for a list
  const numberedHeading = (size: number, before: number, after: number, reference: string, level: number) => {
    const { run, paragraph } = heading(size, before, after, AlignmentType.LEFT);
    return { run, paragraph: { ...paragraph, numbering: { reference, level } } };
  };
  return {
    default: {
      document: {
        run: { font: FONT, size: 24, language: { value: tag } },
        paragraph: { spacing: spacing(0, 80, 260) },
      },
      title: heading(32, 0, 240, AlignmentType.CENTER),
      heading1: numberedHeading(28, 360, 160, OUTLINE, 0),
      heading2: numberedHeading(26, 280, 120, OUTLINE, 1),
      heading3: heading(24, 200, 80, AlignmentType.LEFT),
    },
    paragraphStyles: [
      {
        id: "FinalPart",
        name: "Final Part",
        basedOn: "Heading1",
        next: "Normal",
        paragraph: { numbering: { reference: FINAL, level: 0 }, outlineLevel: 0 },
      },
      {
        id: "FinalSection",
        name: "Final Section",
        basedOn: "Heading2",
        next: "Normal",
        paragraph: { numbering: { reference: FINAL, level: 1 }, outlineLevel: 1 },
      },
      {
        id: "FinalClause",
        name: "Final Clause",
        basedOn: "Clause",
        paragraph: { numbering: { reference: FINAL, level: 2 } },
      },
      {
        id: "Clause",
        name: "Clause",
        basedOn: "Normal",
        quickFormat: true,
        paragraph: {
          spacing: spacing(120, 60, 260),
          alignment: AlignmentType.LEFT,
          numbering: { reference: OUTLINE, level: 2 },
        },
      },
      {
        id: "ClauseMore",
        name: "Clause Continued",
        basedOn: "Normal",
        paragraph: { spacing: spacing(0, 60, 260), indent: { left: 794 } },
      },
      { id: "ClauseList", name: "Clause List", basedOn: "Normal", paragraph: { spacing: spacing(0, 30, 260) } },
      {
        id: "ClauseStatus",
        name: "Clause Status",
        basedOn: "Normal",
        run: { size: 20, italics: true, color: "595959" },
        paragraph: { spacing: spacing(0, 120), indent: { left: 794 } },
      },
      {
        id: "Quiet",
        name: "Quiet",
        basedOn: "Normal",
        run: { size: 22, color: "595959" },
        paragraph: { spacing: spacing(60, 120) },
      },
      {
        id: "Cell",
        name: "Table Cell",
        basedOn: "Normal",
        run: { size: 20 },
        paragraph: { spacing: spacing(20, 20, 240) },
      },
      {
        id: "CellHead",
        name: "Table Head",
        basedOn: "Cell",
        run: { size: 20, bold: true },
        paragraph: { spacing: spacing(20, 20, 240), keepNext: true },
      },
      {
        id: "Caption",
        name: "caption",
        basedOn: "Normal",
        run: { size: 22, color: "595959" },
        paragraph: { spacing: spacing(160, 60), keepNext: true },
      },
      {
        id: "Stamp",
        name: "Stamp",
        basedOn: "Normal",
        paragraph: { spacing: spacing(0, 40, 240), indent: { left: 5670 } },
      },
      {
        id: "SheetTitle",
        name: "Sheet Title",
        basedOn: "Normal",
        run: { bold: true, size: 26 },
        paragraph: { spacing: spacing(0, 200), alignment: AlignmentType.CENTER, keepNext: true },
      },
      {
        id: "ContentsTitle",
        name: "Contents Title",
        basedOn: "Normal",
        run: { bold: true, size: 28 },
        paragraph: { spacing: spacing(0, 160), keepNext: true },
      },
      { id: "TOC1", name: "toc 1", basedOn: "Normal", paragraph: { spacing: spacing(40, 20, 240) } },
      {
        id: "TOC2",
        name: "toc 2",
        basedOn: "Normal",
        paragraph: { spacing: spacing(0, 20, 240), indent: { left: 397 } },
      },
      {
        id: "Running",
        name: "Running Line",
        basedOn: "Normal",
        run: { size: 18, color: "595959" },
        paragraph: { spacing: spacing(0, 0, 240), alignment: AlignmentType.CENTER },
      },
    ],
  };
};
