import type { Chart } from "#domain/pipeline/chart.ts";
import type { Places } from "../picture/routed.ts";
import type { Logo } from "./logo.ts";
import type { LookName } from "./looks.ts";

/** What a comparison of two editions says of a piece. */
export type Mark = "added" | "removed";

/** Text of one look; `ref` names the bookmark whose number the text is. */
export type Run = { text: string; bold?: boolean; italic?: boolean; quiet?: boolean; ref?: string; mark?: Mark };

/** A paragraph. `contents` puts it into the contents list with the number that Word will count for it. */
export type Line = {
  kind: "line";
  look: LookName;
  runs: Run[];
  bookmark?: string;
  /** A dash before it, a box to tick, or a number of the numbered list of that index. */
  list?: "bullets" | "boxes" | number;
  contents?: { level: 1 | 2; number: string };
  newPage?: boolean;
  /** Whole on one page, and on that of what follows. */
  kept?: boolean;
  /** A QR code in the right lower corner of its page; nothing flows around it. */
  code?: { text: string; label: string };
  /** The company's sign in the left upper corner of its page. */
  logo?: Logo & { label: string };
  /** Begins the clause of this rule; it ends with its status. Programs find it by this tag. */
  tag?: string;
  mark?: Mark;
};

/** A table: head and rows as wide as the text, each cell one paragraph. */
export type Grid = {
  kind: "grid";
  caption: string;
  columns: { name: string; share: number }[];
  rows: Run[][][];
  mark?: Mark;
  /** Of each row, where only some of them came or went. */
  rowMarks?: (Mark | null)[];
};

/** A chart as a drawing in the middle of its line; `text` says the same to those who do not see it. */
export type Drawing = { kind: "chart"; chart: Chart; places: Places; text: string };

/** What stands on the paper, in order: `drawn.ts` gives it to Word, `pages/` counts its pages, from the same data. */
export type Matter = Line | Grid | Drawing;

export const line = (look: LookName, text: string, rest: Partial<Line> = {}): Line => ({
  kind: "line",
  look,
  runs: text === "" ? [] : [{ text }],
  ...rest,
});
