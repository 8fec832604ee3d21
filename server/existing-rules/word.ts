import { notesOf } from "./notes.ts";
import { type Numbers, numbersOf } from "./numbers.ts";
import { outlineLevel, type Style, stylesOf } from "./styles.ts";
import { Unreadable } from "./unreadable.ts";
import { type Block, bodyOf, type Paragraph } from "./word-body.ts";
import { readXml } from "./xml.ts";

const DOCUMENT = /(wordprocessingml\.(document|template)|ms-word\.(document|template)\.macroEnabled\w*)\.main\+xml/;
const LONGEST_TITLE = 120;

/**
 * The text of a Word file as Markdown: headings, numbers as Word counts them, lists, tables row by row, or cell by cell
 * where a cell holds more than one line. Headers, footers and comments are left out, as is the contents list, which
 * repeats the headings; footnotes stand in brackets.
 * @param parts the XML parts of the file by name
 * @throws {Unreadable} other-format, broken
 */
export const textOfWord = (parts: ReadonlyMap<string, Uint8Array>): string => {
  const part = (name: string) => {
    const bytes = parts.get(name);
    return bytes && new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8").decode(bytes);
  };
  const main = mainPart(part("[Content_Types].xml"));
  const xml = main && part(main);
  if (!main || !xml)
    throw new Unreadable("other-format", "expected a Word file (.docx), it is another kind of archive");
  const beside = (name: string) => part(main.replace(/[^/]*$/, name));
  const notes = {
    footnote: notesOf(beside("footnotes.xml"), "w:footnote"),
    endnote: notesOf(beside("endnotes.xml"), "w:endnote"),
  };
  const body = bodyOf(xml, (kind, id) => {
    const note = notes[kind].get(id);
    return note ? ` (${note})` : "";
  });
  const lines = linesOf(body, stylesOf(beside("styles.xml")), numbersOf(beside("numbering.xml")));
  // rows and bullets close together, everything else with an empty line between, so that nothing runs into the next
  return lines.map((line, at) => (at > 0 && !isClose(line, lines[at - 1]) ? `\n${line}` : line)).join("\n");
};

const isClose = (line: string, above = ""): boolean =>
  ["| ", "- "].some((mark) => line.startsWith(mark) && above.startsWith(mark));

/** The part that the list of parts calls the document; nearly always `word/document.xml`. */
const mainPart = (types: string | undefined): string | undefined => {
  let main: string | undefined;
  if (types)
    readXml(types, {
      open: (_, attribute) => {
        if (DOCUMENT.test(attribute("ContentType") ?? "")) main ??= attribute("PartName")?.replace(/^\//, "");
      },
      close: () => {},
      text: () => {},
    });
  return main;
};

const linesOf = (blocks: Block[], styleOf: (id: string) => Style, numbers: Numbers): string[] => {
  const line = (paragraph: Paragraph, isInTable: boolean): string[] => {
    const style = styleOf(paragraph.style);
    const text = paragraph.text.trim();
    if (style.isContents || text === "") return [];
    const flat = text.replace(/\s+/g, " ");
    const number = numberOf(paragraph, style, numbers);
    const level = isInTable ? undefined : (outlineLevel(paragraph.outline) ?? style.level);
    const numbered = [number, flat].filter(Boolean).join(" ");
    if (level !== undefined) return [`${"#".repeat(Math.min(level, 6))} ${number === "-" ? flat : numbered}`];
    if (number) return [numbered];
    const isTitle = !isInTable && flat.length <= LONGEST_TITLE && !/[.;:,!?…]$/.test(flat) && !/[*_]/.test(flat);
    return [isTitle && paragraph.bold >= text.length ? `**${flat}**` : text];
  };
  const lines = (all: Block[], isInTable: boolean): string[] =>
    all.flatMap((block) => (block.kind === "paragraph" ? line(block, isInTable) : block.rows.flatMap(row)));
  const row = (cells: Block[][]): string[] => {
    const written = cells.map((cell) => ({ lines: lines(cell, true), isPlain: cell.every(isOneLine) }));
    const full = written.filter((cell) => cell.lines.length > 0);
    if (full.length < 2 || full.some((cell) => cell.lines.length > 1 || !cell.isPlain))
      return full.flatMap((cell) => cell.lines);
    return [`| ${written.map((cell) => (cell.lines[0] ?? "").replaceAll("|", "\\|")).join(" | ")} |`];
  };
  return lines(blocks, false);
};

const isOneLine = (block: Block): boolean => block.kind === "paragraph" && !block.text.trim().includes("\n");

const numberOf = (paragraph: Paragraph, style: Style, numbers: Numbers): string => {
  const list = paragraph.list ?? style.list;
  // 0 takes a paragraph out of the list of its style
  if (list === undefined || list === "0") return "";
  const level = paragraph.listLevel ?? numbers.levelOfStyle(list, paragraph.style) ?? style.listLevel ?? 0;
  return numbers.next(list, level);
};
