/** In twentieths of a point. Not the library's own: whoever only asks for a look would load all of it. */
const twips = (millimetres: number): number => Math.floor((millimetres / 25.4) * 72 * 20);

type Margins = Record<"top" | "bottom" | "left" | "right" | "header" | "footer", number>;

/** An A4 sheet with its margins, and the room for text on it; lengths in twips. */
export type Paper = {
  page: { size: { width: number; height: number }; margin: Margins };
  textWidth: number;
  textHeight: number;
};

/** @param margins in millimetres */
export const paperOf = (margins: Margins): Paper => {
  const size = { width: twips(210), height: twips(297) };
  const margin = Object.fromEntries(Object.entries(margins).map(([side, length]) => [side, twips(length)])) as Margins;
  return {
    page: { size, margin },
    textWidth: size.width - margin.left - margin.right,
    textHeight: size.height - margin.top - margin.bottom,
  };
};

/** How far the text of a clause stands from its number, and of a list from its sign. */
export const HANGING = { clause: 794, bullets: 284, ordered: 397, boxes: 284 };

/** Twips around what stands in a cell, and its paragraphs: the same for every table. */
export const CELL = { side: 85, above: 28, line: 4 };

/**
 * The measures of a paragraph. `size` is in half-points, lengths in twips; `leading` is in 240ths of a line. A line of
 * Times New Roman is 1.15 of its size. LibreOffice keeps a leading in whole percents, so 264 (110 %) and 240 are what all
 * layouts understand alike, and the pages of the contents list come out the same everywhere.
 */
export type Look = {
  size: number;
  before: number;
  after: number;
  leading?: number;
  left?: number;
  bold?: boolean;
  italic?: boolean;
  quiet?: boolean;
  centred?: boolean;
  /** Stays on the page of what follows. */
  keepNext?: boolean;
};

const heading = (size: number, before: number, after: number, rest: Partial<Look> = {}): Look => ({
  size,
  before,
  after,
  bold: true,
  keepNext: true,
  ...rest,
});
const text = (before: number, after: number, rest: Partial<Look> = {}): Look => ({
  size: 24,
  before,
  after,
  leading: 264,
  ...rest,
});
const small = (size: number, before: number, after: number, rest: Partial<Look> = {}): Look => ({
  size,
  before,
  after,
  quiet: true,
  ...rest,
});

/** Every paragraph style of the document, by its name in the file. */
export const LOOKS = {
  Normal: text(0, 80),
  Title: heading(36, 0, 600, { centred: true }),
  Heading1: heading(28, 360, 160, { left: HANGING.clause }),
  Heading2: heading(26, 280, 120, { left: HANGING.clause }),
  Heading3: heading(24, 200, 80),
  FinalPart: heading(28, 360, 160),
  FinalSection: heading(26, 280, 120, { left: HANGING.clause }),
  AnnexTitle: heading(28, 360, 160),
  AnnexHeading: text(120, 80, { bold: true, keepNext: true }),
  Clause: text(120, 60, { left: HANGING.clause }),
  FinalClause: text(120, 60, { left: HANGING.clause }),
  ClauseMore: text(0, 60, { left: HANGING.clause }),
  ClauseList: text(0, 30),
  ClauseStatus: small(20, 0, 120, { italic: true, left: HANGING.clause }),
  Quiet: small(22, 60, 120),
  Cell: { size: 20, before: 20, after: 20 },
  CellHead: { size: 20, before: 20, after: 20, bold: true, keepNext: true },
  Caption: small(22, 160, 60, { keepNext: true }),
  TableGap: { size: 8, before: 0, after: 60 },
  Stamp: { size: 24, before: 0, after: 40, left: 5670 },
  SheetTitle: heading(26, 0, 200, { centred: true }),
  ContentsTitle: heading(28, 0, 160),
  TOC1: { size: 24, before: 40, after: 20 },
  TOC2: { size: 24, before: 0, after: 20, left: 397 },
  LeafletHeading: { size: 22, before: 100, after: 40, bold: true, keepNext: true },
  Tick: { size: 18, before: 0, after: 20 },
  TickPlace: { size: 18, before: 40, after: 20, italic: true, keepNext: true },
  Chart: { size: 16, before: 60, after: 60, centred: true },
  Editorial: text(0, 80, { italic: true }),
  FrontCompany: { size: 26, before: 1600, after: 200, centred: true },
  Company: { size: 24, before: 0, after: 0, centred: true },
  Running: small(18, 0, 0, { centred: true }),
} satisfies Record<string, Look>;
export type LookName = keyof typeof LOOKS;
export const lookOf = (name: LookName): Look => LOOKS[name];
