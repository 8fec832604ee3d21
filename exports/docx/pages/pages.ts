import type { Paper } from "../looks.ts";
import type { Matter } from "../matter.ts";
import { BORDER, type Measured, type MeasuredGrid, type MeasuredLine, measured } from "./measured.ts";

/** Lines that stay together at the end and at the beginning of a page (Word's and LibreOffice's widow control). */
const TOGETHER = 2;

/** Where the next thing will stand; `after` is the space that the last paragraph wants below it. */
type Place = { page: number; y: number; after: number };

/**
 * The pages on which the headings of the contents list stand, and how many pages there are, counted as Word and
 * LibreOffice lay out what `drawn.ts` gives them. Not everything that can stand in a Word file: only what stands in ours.
 */
export const pagesOf = (
  matter: readonly Matter[],
  { textWidth, textHeight: height }: Pick<Paper, "textWidth" | "textHeight">,
): { headings: number[]; total: number } => {
  const all = matter.map((one) => measured(one, textWidth));
  const headings: number[] = [];
  let place: Place = { page: 1, y: 0, after: 0 };
  for (const [at, one] of all.entries()) {
    if (one.kind === "grid") {
      place = afterGrid(one, place, height);
      continue;
    }
    if (one.newPage && at > 0) place = turned(place);
    const above = spaceAbove(one, place);
    const isFull = place.y > 0 && place.y + above + keptHeight(all, at) > height;
    place = isFull ? turned(place) : { ...place, y: place.y + above };
    if (one.isListed) headings.push(place.page);
    place = afterLine(one, place, height);
  }
  return { headings, total: place.page };
};

const turned = ({ page }: Place): Place => ({ page: page + 1, y: 0, after: 0 });

/** Of the space below a paragraph and above the next the larger counts; at the head of a page that filled up, none. */
const spaceAbove = ({ before, newPage }: MeasuredLine, { y, after }: Place): number =>
  y === 0 && !newPage ? 0 : Math.max(0, before - after);

const afterLine = (one: MeasuredLine, from: Place, height: number): Place => {
  let place = from;
  let left = one.lines;
  while (place.y + left * one.height > height) {
    const fit = Math.floor((height - place.y) / one.height);
    left -= Math.max(1, left - fit < TOGETHER ? left - TOGETHER : fit);
    place = turned(place);
  }
  return { ...place, y: place.y + left * one.height + one.after, after: one.after };
};

/** Rows stay whole, and each page begins with the head. */
const afterGrid = ({ head, rows }: MeasuredGrid, from: Place, height: number): Place => {
  const top = head + BORDER;
  let { page, y } = from;
  y += rows.length === 0 ? top : 0;
  for (const [index, row] of rows.entries()) {
    const above = index === 0 ? top : 0;
    if (y > 0 && y + above + row > height) {
      page++;
      y = top;
    } else y += above;
    y += row;
    for (; y > height; y -= height - top) page++;
  }
  return { page, y, after: 0 };
};

/** What must stand on the page on which a paragraph begins: of itself, and of what it may not be parted from. */
const keptHeight = (all: readonly Measured[], from: number): number => {
  let sum = 0;
  let after = 0;
  for (const one of all.slice(from, from + 8)) {
    if (one.kind === "grid") return sum + one.head + BORDER + (one.rows[0] ?? 0);
    if (sum > 0) sum += Math.max(0, one.before - after);
    if (!one.keepNext) {
      // of three lines neither the first nor the last may stand alone
      const lines = one.lines < TOGETHER * 2 ? one.lines : TOGETHER;
      return sum + lines * one.height;
    }
    sum += one.lines * one.height + one.after;
    after = one.after;
  }
  return sum;
};
