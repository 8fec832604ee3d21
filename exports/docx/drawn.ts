import {
  Bookmark,
  BorderStyle,
  DeletedTextRun,
  HeadingLevel,
  HorizontalPositionAlign,
  HorizontalPositionRelativeFrom,
  ImageRun,
  InsertedTextRun,
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
import { placeOf } from "./chart.ts";
import { CELL } from "./looks.ts";
import type { Grid, Line, Mark, Matter, Run } from "./matter.ts";
import { BOXES, BULLETS, STEPS } from "./numbering.ts";
import { qrPicture } from "./qr-picture.ts";

/** What stands on the paper, in the words of Word. */
export const drawn = (matter: readonly Matter[], width: number, changes?: Changes): (Paragraph | Table)[] => {
  let charts = 0;
  return matter.map((one) =>
    one.kind === "line"
      ? paragraph(one, changes)
      : one.kind === "grid"
        ? table(one, width, changes)
        : new Paragraph({ style: "Chart", children: [new TextRun(placeOf(charts++))] }),
  );
};

/** Who is named as the author of tracked changes, and when; each gets a number of its own. */
export type Changes = { author: string; date: string; next: () => number };
const changed = ({ author, date, next }: Changes) => ({ id: next(), author, date });

const HEADINGS: Record<string, IParagraphOptions> = {
  Heading1: { heading: HeadingLevel.HEADING_1 },
  Heading2: { heading: HeadingLevel.HEADING_2 },
  Heading3: { heading: HeadingLevel.HEADING_3 },
  // a heading that the list of parts does not count
  AnnexTitle: { heading: HeadingLevel.HEADING_1, numbering: false, indent: { left: 0, hanging: 0 } },
};

const SIGNS = { bullets: BULLETS, boxes: BOXES };

const paragraph = (
  { look, runs, bookmark, list, newPage, kept, code, logo, mark }: Line,
  changes?: Changes,
): Paragraph => {
  const children: ParagraphChild[] = [
    ...(code ? [codePicture(code)] : []),
    ...(logo ? [logoPicture(logo)] : []),
    ...runs.flatMap((run) => drawnRun({ ...(mark && { mark }), ...run }, changes)),
  ];
  return new Paragraph({
    ...(HEADINGS[look] ?? { style: look }),
    ...(newPage && { pageBreakBefore: true }),
    ...(kept && { keepNext: true, keepLines: true }),
    ...(list !== undefined && {
      numbering:
        typeof list === "string"
          ? { reference: SIGNS[list], level: 0 }
          : { reference: STEPS, level: 0, instance: list },
    }),
    ...(mark && changes && { run: { [mark === "added" ? "insertion" : "deletion"]: changed(changes) } }),
    children: bookmark === undefined ? children : [new Bookmark({ id: bookmark, children })],
  });
};

const drawnRun = (
  { text, bold, italic, quiet, ref, mark }: Run,
  changes?: Changes,
): (TextRun | InsertedTextRun | DeletedTextRun | NumberedItemReference)[] =>
  ref && !mark
    ? [new NumberedItemReference(ref, text)]
    : text.split("\n").map((part, index) => {
        const options = {
          text: part,
          ...(bold && { bold }),
          ...(italic && { italics: italic }),
          ...(quiet && { color: "595959" }),
          ...(index > 0 && { break: 1 }),
        };
        if (!mark || !changes) return new TextRun(options);
        return mark === "added"
          ? new InsertedTextRun({ ...options, ...changed(changes) })
          : new DeletedTextRun({ ...options, ...changed(changes) });
      });

/** In the left upper corner, beside the stamp. */
const logoPicture = ({ data, type, width, height, label }: NonNullable<Line["logo"]>): ImageRun =>
  new ImageRun({
    type,
    data,
    transformation: { width, height },
    floating: {
      horizontalPosition: { relative: HorizontalPositionRelativeFrom.MARGIN, align: HorizontalPositionAlign.LEFT },
      verticalPosition: { relative: VerticalPositionRelativeFrom.MARGIN, align: VerticalPositionAlign.TOP },
      wrap: { type: TextWrappingType.NONE },
    },
    altText: { name: label, title: label, description: label },
  });

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
const table = ({ columns, rows, mark, rowMarks }: Grid, width: number, changes?: Changes): Table => {
  const widths = columns.map(({ share }) => Math.round((width * share) / 100));
  const tracked = (one: Mark | null | undefined) =>
    one && changes ? { [one === "added" ? "insertion" : "deletion"]: changed(changes) } : {};
  const cell = (child: Paragraph, index: number, isHead: boolean) =>
    new TableCell({
      children: [child],
      verticalAlign: VerticalAlignTable.TOP,
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      ...(isHead && { shading: HEAD }),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    borders: BORDERS,
    margins: { left: CELL.side, right: CELL.side, top: CELL.above, bottom: CELL.above },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        ...tracked(mark),
        children: columns.map(({ name }, index) =>
          cell(
            new Paragraph({
              style: "CellHead",
              children: drawnRun({ text: name, ...(mark && { mark }) }, changes),
            }),
            index,
            true,
          ),
        ),
      }),
      ...rows.map((row, at) => {
        const own = mark ?? rowMarks?.[at];
        return new TableRow({
          cantSplit: true,
          ...tracked(own),
          children: row.map((runs, index) =>
            cell(
              new Paragraph({
                style: "Cell",
                children: runs.flatMap((run) => drawnRun({ ...(own && { mark: own }), ...run }, changes)),
              }),
              index,
              false,
            ),
          ),
        });
      }),
    ],
  });
};
