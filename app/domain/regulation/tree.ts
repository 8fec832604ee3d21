import type { Brand } from "../brand.ts";
import type { Chart } from "../pipeline/chart.ts";
import type { Adoption } from "../rule.ts";

/** A piece of text; `ref` names the clause (by its question) whose number the text is. */
export type Inline = { text: string; bold?: boolean; italic?: boolean; ref?: string };

/** `editorial`: written beside the rules, nobody has voted on it. */
export type Paragraph = { kind: "paragraph"; inlines: Inline[]; quiet?: boolean; editorial?: boolean };
/** `chart`: what the list says, for whoever can draw it instead. */
export type List = { kind: "list"; ordered: boolean; items: Inline[][]; editorial?: boolean; chart?: Chart };
/** `share` of a column is its part of the width; all shares of a table add up to 100. A cell is one paragraph. */
export type Table = {
  kind: "table";
  caption: string;
  columns: { name: string; share: number }[];
  rows: Inline[][][];
  editorial?: boolean;
};
/** A stage of a deal type inside the section of steps; it stands in the contents list below its section. */
export type StageHeading = { kind: "stage"; id: string; text: string };
export type Block = Paragraph | List | Table;

/** One adopted rule. `id` is the key of its question: it stays the same when the wording is superseded. */
export type Clause = {
  kind: "clause";
  id: string;
  number: string;
  rule: string;
  version: number;
  adoption: Adoption;
  status: string;
  blocks: Block[];
  /** Slips that were corrected in it without a vote. */
  typos: { id: string; wrong: string; right: string; date: string }[];
};

export type SectionItem = Clause | StageHeading | Block;
export type SectionNode = { id: string; number: string; title: string; isAgreed: boolean; items: SectionItem[] };
/** `number` is null for the final provisions, which stand outside the three parts. */
export type PartNode = { id: string; number: number | null; title: string; sections: SectionNode[] };
export type AnnexNode = { id: string; letter: string; title: string; items: Block[] };

/** `agreed` is the day on which this person approved this very edition. */
export type Person = { name: string; role: string; department: string; agreed: string | null };

/** Who puts the edition into force or agrees to it, line by line; `byOrder` is the second form of what is still to be signed. */
export type Stamp = { as: "head" | "director"; isSigned: boolean; lines: string[]; byOrder: string[] };

export type Front = {
  kind: string;
  /** «УТВЕРЖДЕНА», agreeing in gender with the kind of document. */
  approved: string;
  stamps: Stamp[];
  facts: { name: string; value: string }[];
};

/** The document as a tree; files and the screen are drawings of it. Dates are ISO days. */
export type Regulation = {
  title: string;
  company: string;
  language: "ru" | "en";
  edition: { number: number; date: string };
  front: Front;
  preface: Block[];
  parts: PartNode[];
  annexes: AnnexNode[];
  people: Person[];
  /** Decisions as changes of the document, oldest first. */
  changes: { clause: string; version: number; ground: string; date: string }[];
  rules: number;
  brand?: Brand | undefined;
};

/** A sheet of its own beside the document; its parts are cut from the end where they do not fit. */
export type Leaflet = {
  title: string;
  company: string;
  parts: { id: string; title: string; block: List | Table }[];
  note: string;
};

export const plain = (text: string): Inline[] => [{ text }];
export const textOf = (inlines: Inline[]): string => inlines.map(({ text }) => text).join("");

/** Of clause numbers: `2.4.9` before `2.4.10`. */
export const byNumber = (a: string, b: string): number => a.localeCompare(b, "en", { numeric: true });

export const clausesIn = ({ items }: SectionNode): Clause[] =>
  items.filter((item): item is Clause => item.kind === "clause");

export const clausesOf = (regulation: Regulation): Clause[] =>
  regulation.parts.flatMap(({ sections }) => sections.flatMap(clausesIn));
