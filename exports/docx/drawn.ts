import {
  Bookmark,
  BorderStyle,
  HeadingLevel,
  HorizontalPositionAlign,
  HorizontalPositionRelativeFrom,
  ImageRun,
  type IParagraphOptions,
  NumberedItemReference,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  TextWrappingType,
  VerticalAlignTable,
  VerticalPositionAlign,
  VerticalPositionRelativeFrom,
  WidthType,
} from "docx";
import { CELL, TEXT_WIDTH } from "./looks.ts";
import { clean, type Grid, type Line, type Matter, type Run } from "./matter.ts";
import { BULLETS, STEPS } from "./numbering.ts";
import { qrPicture } from "./qr-picture.ts";

/** What stands on the paper, in the words of Word. */
export const drawn = (matter: readonly Matter[]): (Paragraph | Table)[] =>
  matter.map((one) => (one.kind === "line" ? paragraph(one) : table(one)));

const HEADINGS: Record<string, IParagraphOptions> = {
  Heading1: { heading: HeadingLevel.HEADING_1 },
  Heading2: { heading: HeadingLevel.HEADING_2 },
  Heading3: { heading: HeadingLevel.HEADING_3 },
  // a heading that the list of parts does not count
  AnnexTitle: { heading: HeadingLevel.HEADING_1, numbering: false, indent: { left: 0, hanging: 0 } },
};

const paragraph = ({ look, runs, bookmark, list, newPage, code }: Line): Paragraph => {
  const children: ParagraphChild[] = [...(code ? [codePicture(code)] : []), ...runs.flatMap(drawnRun)];
  return new Paragraph({
    ...(HEADINGS[look] ?? { style: look }),
    ...(newPage && { pageBreakBefore: true }),
    ...(list !== undefined && {
      numbering: list === "bullets" ? { reference: BULLETS, level: 0 } : { reference: STEPS, level: 0, instance: list },
    }),
    children: bookmark === undefined ? children : [new Bookmark({ id: bookmark, children })],
  });
};

const drawnRun = ({ text, bold, italic, quiet, ref }: Run): (TextRun | NumberedItemReference)[] =>
  ref
    ? [new NumberedItemReference(ref, text)]
    : text.split("\n").map(
        (part, index) =>
          new TextRun({
            text: part,
            ...(bold && { bold }),
            ...(italic && { italics: italic }),
            ...(quiet && { color: "595959" }),
            ...(index > 0 && { break: 1 }),
          }),
      );

/** Pixels, 96 to the inch: 28 mm. */
const CODE_SIDE = 106;

/** Where GOST R 7.0.97-2025 wants it: in the right lower corner of the first sheet. */
const codePicture = ({ text, label }: NonNullable<Line["code"]>): ImageRun =>
  new ImageRun({
    type: "png",
    data: qrPicture(text),
    transformation: { width: CODE_SIDE, height: CODE_SIDE },
    floating: {
      horizontalPosition: { relative: HorizontalPositionRelativeFrom.MARGIN, align: HorizontalPositionAlign.RIGHT },
      verticalPosition: { relative: VerticalPositionRelativeFrom.MARGIN, align: VerticalPositionAlign.BOTTOM },
      wrap: { type: TextWrappingType.NONE },
    },
    altText: { name: label, title: label, description: `${label}: ${text}` },
  });

const LINE = { style: BorderStyle.SINGLE, size: 4, color: "808080" };
const BORDERS = {
  top: LINE,
  bottom: LINE,
  left: LINE,
  right: LINE,
  insideHorizontal: LINE,
  insideVertical: LINE,
};
const HEAD = { fill: "F2F2F2" };

/** Fixed widths (without them columns collapse in some readers), a head that repeats, rows that stay whole. */
const table = ({ columns, rows }: Grid): Table => {
  const widths = columns.map(({ share }) => Math.round((TEXT_WIDTH * share) / 100));
  const cell = (child: Paragraph, index: number, isHead: boolean) =>
    new TableCell({
      children: [child],
      verticalAlign: VerticalAlignTable.TOP,
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      ...(isHead && { shading: HEAD }),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    borders: BORDERS,
    margins: { left: CELL.side, right: CELL.side, top: CELL.above, bottom: CELL.above },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ name }, index) =>
          cell(new Paragraph({ style: "CellHead", children: [new TextRun(clean(name))] }), index, true),
        ),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((runs, index) =>
              cell(new Paragraph({ style: "Cell", children: runs.flatMap(drawnRun) }), index, false),
            ),
          }),
      ),
    ],
  });
};
