import { type Line, linesOf } from "./lines.ts";

/**
 * A paragraph of the text that somebody brought.
 * `label` is its own number or letter (`2.4.3`, `1)`), kept apart from the words; `headings` are those it stands under,
 * outermost first; `lead` is the place of the paragraph that a list item, a table row or the few words over a list belong to.
 * `heading`: it has paragraphs below it; one without any is a paragraph, for it may well be the whole rule.
 */
export type Passage = {
  kind: Line["kind"];
  label: string;
  text: string;
  headings: string[];
  lead: number | null;
};

/**
 * Splits a plain or Markdown text into paragraphs, list items, table rows and headings. Every letter and digit of the
 * text is in exactly one passage, in the order of the text; only white space and marks of layout go.
 */
export const passagesOf = (text: string): Passage[] => {
  const lines = linesOf(text.replace(/\r\n?|[\u2028\u2029\f\v]/g, "\n").split("\n"));
  return nested(lines.map((line, at) => (isBareHeading(lines, at) ? { ...line, kind: "heading", level: 1 } : line)));
};

const LONGEST_TITLE = 80;
const isTitle = (text: string): boolean => text.length <= LONGEST_TITLE && !/[.;:,!?…]$/.test(text);

/** `1. Общие положения` above its paragraphs is a heading; between `1.` and `3.` it is an item of a list. */
const isBareHeading = (lines: Line[], at: number): boolean => {
  const line = lines[at];
  const neighbour = (other: Line | undefined) => other?.kind === "numbered";
  return (
    line?.kind === "numbered" &&
    /^\d+\.$/.test(line.label) &&
    /^\p{Lu}/u.test(line.text) &&
    isTitle(line.text) &&
    lines[at + 1] !== undefined &&
    !neighbour(lines[at - 1]) &&
    !neighbour(lines[at + 1])
  );
};

/** Words of a line that says nothing by itself: «Done by the sales manager:» */
const INTRODUCTION = 6;

/** A few words with a colon over a list say who or how; about what, the paragraph above has said. */
const isIntroduction = (text: string, next: Line | undefined): boolean =>
  text.endsWith(":") &&
  text.split(/\s+/).length <= INTRODUCTION &&
  (next?.kind === "bullet" || next?.kind === "numbered");

/** Gives each line the headings that it stands under and the line that leads it in. */
const nested = (lines: Line[]): Passage[] => {
  let path: { level: number; text: string }[] = [];
  let lead: number | null = null;
  let table: number | null = null;
  return lines.map(({ kind, label, text, level }, at): Passage => {
    const next = lines[at + 1];
    if (kind === "heading") {
      path = path.filter((above) => above.level < level);
      const headings = path.map((above) => above.text);
      const isAbove = next !== undefined && (next.kind !== "heading" || next.level > level);
      if (isAbove) path.push({ level, text });
      lead = null;
      return { kind: isAbove ? "heading" : "paragraph", label, text, headings, lead: null };
    }
    const headings = path.map((above) => above.text);
    if (kind !== "row") table = null;
    else if (table === null) {
      // the head of a table explains its rows; itself it belongs to the paragraph above
      table = at;
      return { kind, label, text, headings, lead };
    }
    if (kind === "row") return { kind, label, text, headings, lead: table };
    if (kind === "paragraph" || (kind === "numbered" && text.endsWith(":"))) {
      // the name of a table belongs with the table to the paragraph above
      const isCaption = next?.kind === "row" && label === "" && isTitle(text);
      const isPart = isCaption || (label === "" && lead !== null && isIntroduction(text, next));
      const passage = { kind, label, text, headings, lead: kind === "numbered" || isPart ? lead : null };
      // what an introduction introduces is part of the paragraph above as well
      if (!isPart || isCaption) lead = at;
      return passage;
    }
    // `1.` after a bare paragraph is a rule of its own; after a numbered clause or a colon it is part of that
    const above = lead === null ? undefined : lines[lead];
    const isPart = kind === "bullet" || above?.label !== "" || above.text.endsWith(":");
    return { kind, label, text, headings, lead: isPart ? lead : null };
  });
};
