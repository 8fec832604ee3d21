import { CELL, HANGING, type Look, lookOf } from "../looks.ts";
import type { Drawing, Grid, Line, Matter } from "../matter.ts";
import { countLines } from "./lines.ts";

/** A paragraph or table as high as it will be; lengths in twips. */
export type Measured =
  | {
      kind: "line";
      lines: number;
      height: number;
      before: number;
      after: number;
      keepNext: boolean;
      newPage: boolean;
      isListed: boolean;
    }
  | { kind: "grid"; head: number; rows: number[] };
export type MeasuredLine = Extract<Measured, { kind: "line" }>;
export type MeasuredGrid = Extract<Measured, { kind: "grid" }>;

/** A border of half a point stands above each row. */
export const BORDER = 10;
/** What LibreOffice puts between the lines of a cell beyond their height. */
const LEADING_IN_CELLS = 2;

/** A line of Times New Roman is 1.15 of its size, which is 11.5 twips for each of its half-points. */
const lineHeight = ({ size, leading = 240 }: Look): number => Math.floor((size * 11.5 * leading) / 240);

/** @param width of the text, in twips */
export const measured = (one: Matter, width: number): Measured =>
  one.kind === "line" ? measuredLine(one, width) : one.kind === "grid" ? measuredGrid(one, width) : measuredChart(one);

/** How many lines a paragraph takes. */
export const linesOf = (one: Line, width: number): number => measuredLine(one, width).lines;

const measuredLine = ({ look: name, runs, list, newPage, kept, contents }: Line, textWidth: number): MeasuredLine => {
  const look = lookOf(name);
  const hanging =
    list === undefined
      ? 0
      : list === "boxes"
        ? HANGING.boxes
        : HANGING.clause + HANGING[list === "bullets" ? "bullets" : "ordered"];
  const { bold, italic } = look;
  return {
    kind: "line",
    lines: countLines(bold || italic ? runs.map((run) => ({ ...run, bold, italic })) : runs, {
      size: look.size,
      width: textWidth - (look.left ?? 0) - hanging,
    }),
    height: lineHeight(look),
    before: look.before,
    after: look.after,
    keepNext: kept ?? look.keepNext ?? false,
    newPage: newPage ?? false,
    isListed: contents !== undefined,
  };
};

const measuredChart = ({ places }: Drawing): MeasuredLine => {
  const { before, after } = lookOf("Chart");
  const height = Math.ceil(places.height * 20);
  return { kind: "line", lines: 1, height, before, after, keepNext: false, newPage: false, isListed: false };
};

const measuredGrid = ({ columns, rows }: Grid, textWidth: number): MeasuredGrid => {
  const widths = columns.map(({ share }) => Math.round((textWidth * share) / 100) - 2 * CELL.side);
  const height = (name: "Cell" | "CellHead", cells: readonly { text: string; bold?: boolean }[][]): number => {
    const look = lookOf(name);
    const lines = cells.map((runs, index) => countLines(runs, { size: look.size, width: widths[index] ?? 0 }));
    const text = Math.max(1, ...lines) * (lineHeight(look) + LEADING_IN_CELLS) - LEADING_IN_CELLS;
    return BORDER + 2 * CELL.above + look.before + look.after + text;
  };
  return {
    kind: "grid",
    head: height(
      "CellHead",
      columns.map(({ name }) => [{ text: name, bold: true }]),
    ),
    rows: rows.map((row) => height("Cell", row)),
  };
};
