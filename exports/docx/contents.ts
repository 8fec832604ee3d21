import type { IDocumentOptions } from "docx";
import { LOOKS } from "./looks.ts";
import { type Line, line, type Matter } from "./matter.ts";

type PageNumbers = NonNullable<IDocumentOptions["pageNumbers"]>;
type Body = Parameters<PageNumbers>[0];
type Level = NonNullable<Line["contents"]>["level"];

/** Twips from the edge to the text behind a number, and what the library must be told for it: `1.`, `1.10`. */
const TABS: Record<Level, { at: number; width: number }> = { 1: { at: 480, width: 200 }, 2: { at: 960, width: 400 } };
/** A no-break space is a quarter of its size wide. */
const SPACE = (size: number) => (size * 10) / 4;

/** The contents list, as the lines that it will take, with the empty one that ends its field. */
export const contentsOf = (matter: readonly Matter[]): Line[] => [...matter.flatMap(entryOf), line("Normal", "")];

const entryOf = (one: Matter): Line[] => {
  if (one.kind !== "line" || !one.contents) return [];
  const { level, number } = one.contents;
  const look = level === 1 ? "TOC1" : "TOC2";
  const { size, left = 0 } = { left: 0, ...LOOKS[look] };
  const tab = number ? "\u00a0".repeat(Math.round((TABS[level].at - left) / SPACE(size))) : "";
  return [line(look, `${tab}${one.runs.map(({ text }) => text).join("")}\u00a0\u00a0000`)];
};

/** Fills the contents list: the numbers that Word counts for its headings, and the pages they stand on. */
export const pageNumbers = (matter: readonly Matter[], pages: { headings: number[]; total: number }): PageNumbers => {
  const entries = matter.flatMap((one) => (one.kind === "line" && one.contents ? [one.contents] : []));
  const byName = <T>(body: Body, read: (index: number) => T | undefined): Map<string, T> =>
    new Map(
      contentsBookmarks(body).flatMap((name, index) => {
        const value = read(index);
        return value === undefined ? [] : [[name, value] as const];
      }),
    );
  return Object.assign(
    (body: Body) => ({
      bookmarks: byName(body, (index) => pages.headings[index]?.toString()),
      pageCount: pages.total,
    }),
    {
      listNumbers: (body: Body) =>
        byName(body, (index) => {
          const { number, level } = entries[index] ?? {};
          return number && level ? { text: number, separator: "tab" as const, width: TABS[level].width } : undefined;
        }),
    },
  );
};

/** The bookmarks that the library laid on the headings, in their order. */
const contentsBookmarks = (body: Body): string[] =>
  childrenOf(body["w:body"]).flatMap((block) =>
    childrenOf(block["w:p"]).flatMap((child) => {
      const name = attributeOf(child["w:bookmarkStart"], "w:name");
      return name?.startsWith("_Toc") ? [name] : [];
    }),
  );

const childrenOf = (content: unknown): Record<string, unknown>[] =>
  Array.isArray(content) ? content.filter((child) => typeof child === "object" && child !== null) : [];

const attributeOf = (content: unknown, name: string): string | undefined => {
  for (const holder of Array.isArray(content) ? content : [content]) {
    const value = (holder as { _attr?: Record<string, unknown> } | undefined)?._attr?.[name];
    if (typeof value === "string") return value;
  }
  return undefined;
};
