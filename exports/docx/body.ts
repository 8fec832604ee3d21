import {
  type Block,
  type Clause,
  type Inline,
  type PartNode,
  type Regulation,
  type SectionItem,
  textOf,
} from "#domain/regulation.ts";
import { placesOf } from "../picture/routed.ts";
import type { Paper } from "./looks.ts";
import { type Line, line, type Matter, type Run } from "./matter.ts";
import { linesOf } from "./pages/measured.ts";
import { WORDS } from "./words.ts";

/** Names of bookmarks: letters, digits and underscores, at most 40, each clause its own. */
const bookmarkOf = (index: number): string => `clause_${index + 1}`;

/** Points below the heading of an annex, with room for the name of a pipeline and for what is said under the chart. */
const roomOn = ({ textWidth, textHeight }: Paper) => ({ width: textWidth / 20, height: textHeight / 20 - 80 });

/** Lines of a paragraph that may be kept whole without leaving much of a page empty. */
const KEPT = 8;

/** How a rule was adopted never stands alone on the next page. */
const withStatus = (matter: Matter[], status: Line, width: number): Matter[] => {
  const last = matter.at(-1);
  return last?.kind === "line" && last.look !== "TableGap" && linesOf(last, width) <= KEPT
    ? [...matter.slice(0, -1), { ...last, kept: true }, status]
    : [...matter, status];
};

/** What a section ends with, where else to read, does not go to the next page alone. */
const withReferences = (matter: Matter[], items: readonly SectionItem[]): Matter[] => {
  const [before, last] = [items.at(-2), items.at(-1)];
  const status = matter.at(-2);
  return before?.kind === "clause" && last?.kind === "paragraph" && status?.kind === "line"
    ? [...matter.slice(0, -2), { ...status, kept: true }, ...matter.slice(-1)]
    : matter;
};

/**
 * Lays the tree out as paragraphs and tables.
 * @param charts the paper for drawings; without it they stay the lists that they are
 */
export const bodyOf = (regulation: Regulation, width: number, charts?: Paper): Matter[] => {
  const clauses = new Map<string, string>();
  for (const part of regulation.parts)
    for (const section of part.sections)
      for (const item of section.items) if (item.kind === "clause") clauses.set(item.id, bookmarkOf(clauses.size));
  let ordered = 0;

  const runs = (inlines: Inline[]): Run[] =>
    inlines.map(({ text, bold, italic, ref }) => {
      const bookmark = ref ? clauses.get(ref) : undefined;
      return {
        text,
        ...(bold && { bold }),
        ...(italic && { italic }),
        ...(bookmark !== undefined && { ref: bookmark }),
      };
    });

  const blocks = (block: Block, place: Place): Matter[] => laidOut(block, place, runs, () => ordered++);

  const annexed = (block: Block): Matter[] => {
    const places = charts && block.kind === "list" && block.chart ? placesOf(block.chart, roomOn(charts)) : null;
    return block.kind === "list" && block.chart && places
      ? [
          {
            kind: "chart",
            chart: block.chart,
            places,
            text: block.items.map((one, at) => `${at + 1}. ${textOf(one)}`).join("; "),
          },
        ]
      : blocks(block, "annex");
  };

  const clause = (node: Clause, isFinal: boolean): Matter[] => {
    const [first, ...rest] = node.blocks;
    const isParagraph = first?.kind === "paragraph";
    const status = line("ClauseStatus", `${node.status} · ${node.rule}, v${node.version}`);
    return withStatus(
      [
        {
          kind: "line",
          look: isFinal ? "FinalClause" : "Clause",
          runs: isParagraph ? runs(first.inlines) : [],
          bookmark: clauses.get(node.id) ?? "",
          tag: `rule:${node.rule};v${node.version}`,
        },
        ...(first && !isParagraph ? blocks(first, "clause") : []),
        ...rest.flatMap((block) => blocks(block, "clause")),
      ],
      status,
      width,
    );
  };

  const item = (node: SectionItem, isFinal: boolean): Matter[] =>
    node.kind === "clause"
      ? clause(node, isFinal)
      : node.kind === "stage"
        ? [line("Heading3", node.text, { newPage: true })]
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
        ...withReferences(
          section.items.flatMap((one, at) =>
            // the card of a stage stands under its heading and needs no other name
            one.kind === "table" && section.items[at - 1]?.kind === "stage" ? blocks(one, "annex") : item(one, isFinal),
          ),
          section.items,
        ),
      ]),
    ];
  };

  const w = WORDS[regulation.language];
  return [
    ...regulation.parts.flatMap(part),
    ...regulation.annexes.flatMap((annex) => [
      line("AnnexTitle", `${w.annex} ${annex.letter}. ${annex.title}`, {
        newPage: true,
        contents: { level: 1, number: "" },
      }),
      ...annex.items.flatMap(annexed),
    ]),
  ];
};

type Place = "clause" | "section" | "annex" | "leaflet";

const laidOut = (block: Block, place: Place, runs: (inlines: Inline[]) => Run[], list: () => number): Matter[] => {
  switch (block.kind) {
    case "paragraph": {
      const look = block.editorial
        ? "Editorial"
        : place === "clause"
          ? "ClauseMore"
          : block.quiet
            ? "Quiet"
            : place === "annex" && block.inlines.every(({ bold }) => bold)
              ? "AnnexHeading"
              : "Normal";
      return [{ kind: "line", look, runs: runs(block.inlines) }];
    }
    case "list": {
      const order = block.ordered ? list() : "bullets";
      return block.items.map((item) => ({ kind: "line", look: "ClauseList", runs: runs(item), list: order }));
    }
    case "table":
      return [
        ...(place === "annex" || place === "leaflet" ? [] : [line("Caption", block.caption)]),
        { ...block, kind: "grid", rows: block.rows.map((row) => row.map(runs)) },
        line("TableGap", ""),
      ];
  }
};

const plainRuns = (inlines: Inline[]): Run[] =>
  inlines.map(({ text, bold, italic }) => ({ text, ...(bold && { bold }), ...(italic && { italic }) }));

/** A block of a leaflet, which refers to nothing. */
export const blocksOf = (block: Block): Matter[] => laidOut(block, "leaflet", plainRuns, () => 0);

/** What the team wrote before the rules; it stands outside the numbered parts and nobody has voted on it. */
export const prefaceOf = ({ preface, language }: Regulation): Matter[] =>
  preface.length === 0
    ? []
    : [
        line("AnnexTitle", WORDS[language].preface, { newPage: true, contents: { level: 1, number: "" } }),
        // lists of its own, counted apart from those of the clauses
        ...preface.flatMap((block, at) => laidOut(block, "section", plainRuns, () => PREFACE_LISTS + at)),
      ];
const PREFACE_LISTS = 100_000;
