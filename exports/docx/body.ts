import {
  Bookmark,
  BorderStyle,
  HeadingLevel,
  NumberedItemReference,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type {
  Block,
  Clause,
  Inline,
  PartNode,
  Regulation,
  SectionItem,
  Table as TableBlock,
} from "#domain/regulation.ts";
import { BULLETS, orderedList } from "./numbering.ts";
import { TEXT_WIDTH } from "./styles.ts";

export type Child = Paragraph | Table;
type Runs = (inlines: Inline[]) => (TextRun | NumberedItemReference)[];

/** What XML cannot hold is left out; everything else stays as it was typed. */
export const clean = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "")
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "");

/** Names of bookmarks: letters, digits and underscores, at most 40, each clause its own. */
const bookmarkOf = (index: number): string => `clause_${index + 1}`;

/** Lays the tree out as paragraphs and tables; `ordered` counts the numbered lists met. */
export const bodyOf = (regulation: Regulation) => {
  const clauses = new Map<string, string>();
  for (const part of regulation.parts)
    for (const section of part.sections)
      for (const item of section.items) if (item.kind === "clause") clauses.set(item.id, bookmarkOf(clauses.size));
  let ordered = 0;

  const runs: Runs = (inlines) =>
    inlines.flatMap<TextRun | NumberedItemReference>(({ text, bold, italic, ref }) => {
      const bookmark = ref ? clauses.get(ref) : undefined;
      if (bookmark) return [new NumberedItemReference(bookmark, text)];
      const lines = clean(text).split("\n");
      return lines.map(
        (line, index) => new TextRun({ text: line, bold, italics: italic, ...(index > 0 && { break: 1 }) }),
      );
    });

  const blocks = (block: Block, place: "clause" | "section" | "annex"): Child[] => {
    switch (block.kind) {
      case "paragraph":
        return [
          new Paragraph({
            style: block.quiet ? "Quiet" : place === "clause" ? "ClauseMore" : "Normal",
            children: runs(block.inlines),
          }),
        ];
      case "list": {
        const reference = block.ordered ? orderedList(ordered++) : BULLETS;
        return block.items.map(
          (item) => new Paragraph({ style: "ClauseList", numbering: { reference, level: 0 }, children: runs(item) }),
        );
      }
      case "table":
        return [
          ...(place === "annex"
            ? []
            : [new Paragraph({ style: "Caption", children: [new TextRun(clean(block.caption))] })]),
          tableOf(block, runs),
          gap(),
        ];
    }
  };

  const clause = (node: Clause, isFinal: boolean): Child[] => {
    const [first, ...rest] = node.blocks;
    const opening = first?.kind === "paragraph" ? first.inlines : [];
    return [
      new Paragraph({
        style: isFinal ? "FinalClause" : "Clause",
        children: [new Bookmark({ id: clauses.get(node.id) ?? "", children: runs(opening) })],
      }),
      ...(first && first.kind !== "paragraph" ? blocks(first, "clause") : []),
      ...rest.flatMap((block) => blocks(block, "clause")),
      new Paragraph({
        style: "ClauseStatus",
        children: [new TextRun(`${clean(node.status)} · ${node.rule}, v${node.version}`)],
      }),
    ];
  };

  const item = (node: SectionItem, isFinal: boolean): Child[] =>
    node.kind === "clause"
      ? clause(node, isFinal)
      : node.kind === "stage"
        ? [new Paragraph({ heading: HeadingLevel.HEADING_3, children: [new TextRun(clean(node.text))] })]
        : blocks(node, "section");

  const part = (node: PartNode): Child[] => {
    const isFinal = node.number === null;
    return [
      new Paragraph({
        ...(isFinal ? { style: "FinalPart" } : { heading: HeadingLevel.HEADING_1 }),
        pageBreakBefore: true,
        children: [new TextRun(clean(node.title))],
      }),
      ...node.sections.flatMap((section) => [
        new Paragraph({
          ...(isFinal ? { style: "FinalSection" } : { heading: HeadingLevel.HEADING_2 }),
          children: [new TextRun(clean(section.title))],
        }),
        ...section.items.flatMap((one) => item(one, isFinal)),
      ]),
    ];
  };

  const children = [
    ...regulation.parts.flatMap(part),
    ...regulation.annexes.flatMap((annex) => [
      new Paragraph({
        heading: HeadingLevel.HEADING_1,
        numbering: false,
        indent: { left: 0, hanging: 0 },
        pageBreakBefore: true,
        children: [new TextRun(clean(`${annexWord(regulation.language)} ${annex.letter}. ${annex.title}`))],
      }),
      ...annex.items.flatMap((block) => blocks(block, "annex")),
    ]),
  ];
  return { children, ordered };
};

const annexWord = (language: "ru" | "en"): string => (language === "ru" ? "Приложение" : "Annex");

const gap = () => new Paragraph({ spacing: { before: 0, after: 60, line: 120, lineRule: "auto" }, children: [] });

const LINE = { style: BorderStyle.SINGLE, size: 4, color: "808080" };
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE };

/** Fixed widths (without them columns collapse in some readers), a head that repeats, rows that stay whole. */
export const tableOf = (block: TableBlock, runs: Runs): Table => {
  const widths = block.columns.map(({ share }) => Math.round((TEXT_WIDTH * share) / 100));
  const cell = (children: Paragraph[], index: number, isHead: boolean) =>
    new TableCell({
      children,
      borders: BORDERS,
      verticalAlign: VerticalAlignTable.TOP,
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      margins: { left: 85, right: 85, top: 28, bottom: 28 },
      ...(isHead && { shading: { fill: "F2F2F2" } }),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: block.columns.map(({ name }, index) =>
          cell([new Paragraph({ style: "CellHead", children: [new TextRun(clean(name))] })], index, true),
        ),
      }),
      ...block.rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((inlines, index) =>
              cell([new Paragraph({ style: "Cell", children: runs(inlines) })], index, false),
            ),
          }),
      ),
    ],
  });
};
