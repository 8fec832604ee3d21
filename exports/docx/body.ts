import type { Block, Clause, Inline, PartNode, Regulation, SectionItem } from "#domain/regulation.ts";
import { clean, line, type Matter, type Run } from "./matter.ts";
import { WORDS } from "./words.ts";

/** Names of bookmarks: letters, digits and underscores, at most 40, each clause its own. */
const bookmarkOf = (index: number): string => `clause_${index + 1}`;

/** Lays the tree out as paragraphs and tables. */
export const bodyOf = (regulation: Regulation): Matter[] => {
  const clauses = new Map<string, string>();
  for (const part of regulation.parts)
    for (const section of part.sections)
      for (const item of section.items) if (item.kind === "clause") clauses.set(item.id, bookmarkOf(clauses.size));
  let ordered = 0;

  const runs = (inlines: Inline[]): Run[] =>
    inlines.map(({ text, bold, italic, ref }) => {
      const bookmark = ref ? clauses.get(ref) : undefined;
      return {
        text: clean(text),
        ...(bold && { bold }),
        ...(italic && { italic }),
        ...(bookmark !== undefined && { ref: bookmark }),
      };
    });

  const blocks = (block: Block, place: "clause" | "section" | "annex"): Matter[] => {
    switch (block.kind) {
      case "paragraph": {
        const look = block.quiet
          ? "Quiet"
          : place === "clause"
            ? "ClauseMore"
            : place === "annex" && block.inlines.every(({ bold }) => bold)
              ? "AnnexHeading"
              : "Normal";
        return [{ kind: "line", look, runs: runs(block.inlines) }];
      }
      case "list": {
        const list = block.ordered ? ordered++ : "bullets";
        return block.items.map((item) => ({ kind: "line", look: "ClauseList", runs: runs(item), list }));
      }
      case "table":
        return [
          ...(place === "annex" ? [] : [line("Caption", block.caption)]),
          { ...block, kind: "grid", rows: block.rows.map((row) => row.map(runs)) },
          line("TableGap", ""),
        ];
    }
  };

  const clause = (node: Clause, isFinal: boolean): Matter[] => {
    const [first, ...rest] = node.blocks;
    const isParagraph = first?.kind === "paragraph";
    return [
      {
        kind: "line",
        look: isFinal ? "FinalClause" : "Clause",
        runs: isParagraph ? runs(first.inlines) : [],
        bookmark: clauses.get(node.id) ?? "",
      },
      ...(first && !isParagraph ? blocks(first, "clause") : []),
      ...rest.flatMap((block) => blocks(block, "clause")),
      line("ClauseStatus", `${node.status} · ${node.rule}, v${node.version}`),
    ];
  };

  const item = (node: SectionItem, isFinal: boolean): Matter[] =>
    node.kind === "clause"
      ? clause(node, isFinal)
      : node.kind === "stage"
        ? [line("Heading3", node.text)]
        : blocks(node, "section");

  const part = (node: PartNode): Matter[] => {
    const isFinal = node.number === null;
    return [
      line(isFinal ? "FinalPart" : "Heading1", node.title, {
        newPage: true,
        contents: { level: 1, number: isFinal ? "" : `${node.number}.` },
      }),
      ...node.sections.flatMap((section) => [
        line(isFinal ? "FinalSection" : "Heading2", section.title, {
          contents: { level: 2, number: section.number },
        }),
        ...section.items.flatMap((one) => item(one, isFinal)),
      ]),
    ];
  };

  const w = WORDS[regulation.language];
  return [
    ...regulation.preface.flatMap((block) => blocks(block, "section")),
    ...regulation.parts.flatMap(part),
    ...regulation.annexes.flatMap((annex) => [
      line("AnnexTitle", `${w.annex} ${annex.letter}. ${annex.title}`, {
        newPage: true,
        contents: { level: 1, number: "" },
      }),
      ...annex.items.flatMap((block) => blocks(block, "annex")),
    ]),
  ];
};
