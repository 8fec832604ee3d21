import { AlignmentType, convertMillimetersToTwip, type IStylesOptions, LineRuleType } from "docx";

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

// LibreOffice reads a line height without its rule as an exact one, so the rule is always written
const spacing = (before: number, after: number, line = 264) => ({ before, after, line, lineRule: LineRuleType.AUTO });

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
    paragraph: { spacing: spacing(before, after, 252), keepNext: true, keepLines: true, alignment },
  });
  return {
    default: {
      document: {
        run: { font: FONT, size: 24, language: { value: tag } },
        paragraph: { spacing: spacing(0, 80) },
      },
      title: heading(32, 0, 240, AlignmentType.CENTER),
      heading1: heading(28, 360, 160, AlignmentType.LEFT),
      heading2: heading(25, 280, 120, AlignmentType.LEFT),
      heading3: heading(24, 200, 80, AlignmentType.LEFT),
    },
    paragraphStyles: [
      {
        id: "Clause",
        name: "Clause",
        basedOn: "Normal",
        quickFormat: true,
        paragraph: { spacing: spacing(120, 60), alignment: AlignmentType.LEFT },
      },
      {
        id: "ClauseMore",
        name: "Clause Continued",
        basedOn: "Normal",
        paragraph: { spacing: spacing(0, 60), indent: { left: 794 } },
      },
      { id: "ClauseList", name: "Clause List", basedOn: "Normal", paragraph: { spacing: spacing(0, 30) } },
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
