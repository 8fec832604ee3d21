import { type Listener, readXml } from "./xml.ts";

/**
 * A paragraph as it stands in a Word file; a line break in `text` is one that somebody typed. `bold` counts the letters
 * set in bold. `style`, `list`, `listLevel`, `outline` are what the file says of this paragraph itself.
 */
export type Paragraph = {
  kind: "paragraph";
  text: string;
  bold: number;
  style: string;
  list: string | undefined;
  listLevel: number | undefined;
  outline: number | undefined;
};

/** `rows[2][0]` holds what stands in the first cell of the third row. */
export type Table = { kind: "table"; rows: Block[][][] };
export type Block = Paragraph | Table;

/** Deleted and moved-away text, former formatting, codes of fields, and the copy of a shape for older programs. */
const LEFT_OUT = new Set([
  "w:del",
  "w:moveFrom",
  "w:pPrChange",
  "w:rPrChange",
  "w:instrText",
  "w:delText",
  "mc:Fallback",
]);

/**
 * What a story of a Word file (the body, a note) says, tracked changes as if accepted.
 * @param noteOf the text of a footnote or endnote, put in brackets where it is referred to
 */
export const bodyOf = (xml: string, noteOf: (kind: "footnote" | "endnote", id: string) => string): Block[] => {
  const body: Block[] = [];
  const reader = bodyReader(body, noteOf);
  readXml(xml, reader);
  return body;
};

/** Listens to the XML of a story and adds its blocks to `body`. */
export const bodyReader = (
  body: Block[],
  noteOf: (kind: "footnote" | "endnote", id: string) => string = () => "",
): Listener => {
  const places: Block[][] = [body];
  const tables: Table[] = [];
  const paragraphs: Paragraph[] = [];
  /** The text of paragraphs whose end mark was deleted: they run on into the next one. */
  let running = { text: "", bold: 0 };
  const runsOn = new Set<Paragraph>();
  let skipped = 0;
  let isText = false;
  let isBold = false;
  let isProperties = false;

  const say = (text: string) => {
    const paragraph = paragraphs.at(-1);
    if (!paragraph || text === "") return;
    paragraph.text += text;
    if (isBold) paragraph.bold += text.length;
  };
  const finish = (paragraph: Paragraph) => {
    const text = running.text + paragraph.text;
    const bold = running.bold + paragraph.bold;
    running = runsOn.has(paragraph) ? { text, bold } : { text: "", bold: 0 };
    if (!runsOn.has(paragraph)) places.at(-1)?.push({ ...paragraph, text, bold });
  };
  const opened: Record<string, (value: string, id: string) => void> = {
    "w:p": () => paragraphs.push(emptyParagraph()),
    "w:pPr": () => {
      isProperties = true;
    },
    "w:r": () => {
      isBold = false;
    },
    "w:b": (value) => {
      if (!isProperties) isBold = !/^(0|false|off|none)$/.test(value);
    },
    "w:t": () => {
      isText = true;
    },
    "w:tab": () => say(isProperties ? "" : " "),
    "w:ptab": () => say(" "),
    "w:br": () => say("\n"),
    "w:cr": () => say("\n"),
    "w:noBreakHyphen": () => say("-"),
    "w:footnoteReference": (_, id) => say(noteOf("footnote", id)),
    "w:endnoteReference": (_, id) => say(noteOf("endnote", id)),
    "w:tbl": () => {
      const table: Table = { kind: "table", rows: [] };
      places.at(-1)?.push(table);
      tables.push(table);
    },
    "w:tr": () => tables.at(-1)?.rows.push([]),
    "w:tc": () => {
      const cell: Block[] = [];
      tables.at(-1)?.rows.at(-1)?.push(cell);
      places.push(cell);
    },
  };
  const closed: Record<string, () => void> = {
    "w:t": () => {
      isText = false;
    },
    "w:pPr": () => {
      isProperties = false;
    },
    "w:p": () => {
      const paragraph = paragraphs.pop();
      if (paragraph) finish(paragraph);
    },
    "w:tc": () => {
      if (places.length > 1) places.pop();
    },
    "w:tbl": () => {
      tables.pop();
    },
  };
  return {
    open: (name, attribute) => {
      const paragraph = paragraphs.at(-1);
      if (skipped > 0 || LEFT_OUT.has(name)) {
        if (skipped === 0 && isProperties && paragraph && (name === "w:del" || name === "w:moveFrom"))
          runsOn.add(paragraph);
        skipped++;
        return;
      }
      const value = attribute("w:val") ?? "";
      if (isProperties && paragraph) describe(paragraph, name, value);
      opened[name]?.(value, attribute("w:id") ?? "");
    },
    close: (name) => {
      if (skipped > 0) skipped--;
      else closed[name]?.();
    },
    text: (text) => {
      if (isText && skipped === 0) say(text);
    },
  };
};

const emptyParagraph = (): Paragraph => ({
  kind: "paragraph",
  text: "",
  bold: 0,
  style: "",
  list: undefined,
  listLevel: undefined,
  outline: undefined,
});

const describe = (paragraph: Paragraph, name: string, value: string) => {
  if (name === "w:pStyle") paragraph.style = value;
  if (name === "w:numId") paragraph.list = value;
  if (name === "w:ilvl") paragraph.listLevel = Number(value) || 0;
  if (name === "w:outlineLvl") paragraph.outline = Number(value);
};
