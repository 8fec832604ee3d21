import { strFromU8, strToU8 } from "fflate";
import type { Routed } from "../picture/routed.ts";
import { withCharts } from "./chart.ts";
import { zipped } from "./zipped.ts";

/**
 * The same document gives the same bytes: parts in one order and without times of their own, the dates inside from the
 * edition, and names that the library counts through the process counted anew. Adds what the library has no words for:
 * tables get their descriptions, clauses become content controls, charts are drawn. Changes `parts`.
 */
export const normalised = (
  parts: Record<string, Uint8Array>,
  {
    date,
    captions,
    tags,
    charts,
  }: { date: string; captions: string[]; tags: string[]; charts: { routed: Routed; text: string }[] },
): Uint8Array => {
  const moment = `${date}T00:00:00Z`;
  const change = (name: string, how: (xml: string) => string) => {
    parts[name] = strToU8(how(strFromU8(parts[name] ?? new Uint8Array())));
  };
  change("docProps/core.xml", (xml) => xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`));
  change("word/document.xml", (xml) => tagged(described(recounted(withCharts(xml, charts)), captions), tags));
  return zipped(parts);
};

/** Ids of bookmarks and pictures and the names of contents bookmarks in the order in which they stand. */
const recounted = (xml: string): string => {
  const idOf = counter("");
  const nameOf = counter("_Toc");
  let pictures = 0;
  return xml
    .replace(/(<wp:docPr\b[^>]*?\bid=")([^"]+)/g, (_, before: string) => `${before}${++pictures}`)
    .replace(
      /(<w:bookmark(?:Start|End)\b[^>]*?\bw:id=")([^"]+)(")/g,
      (_, before: string, id: string, after: string) => `${before}${idOf(id)}${after}`,
    )
    .replace(/_Toc\w+/g, (name) => nameOf(name));
};

/** Gives every name it meets a number of its own, counting from one. */
const counter = (prefix: string) => {
  const known = new Map<string, string>();
  return (name: string): string => {
    const given = known.get(name) ?? `${prefix}${known.size + 1}`;
    known.set(name, given);
    return given;
  };
};

/** Alternative texts of tables, in the order of the tables. */
const described = (xml: string, captions: string[]): string => {
  let index = 0;
  const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  return xml.replace(/<\/w:tblPr>/g, () => `<w:tblCaption w:val="${escaped(captions[index++] ?? "")}"/></w:tblPr>`);
};

/** From the paragraph with the bookmark of a clause to that of its status. */
const CLAUSE =
  /<w:p>(?:(?!<\/w:p>)[\s\S])*?w:name="clause_\d+"[\s\S]*?<w:pStyle w:val="ClauseStatus"\/>[\s\S]*?<\/w:p>/g;

/** Each clause in a content control whose tag names rule and version, so that a program finds it after any editing. */
const tagged = (xml: string, tags: string[]): string => {
  let index = 0;
  return xml.replace(CLAUSE, (clause) => {
    const tag = tags[index++];
    if (tag === undefined) return clause;
    const name = tag.replace(/^rule:/, "").replace(";", ", ");
    return `<w:sdt><w:sdtPr><w:alias w:val="${name}"/><w:tag w:val="${tag}"/><w:id w:val="${index}"/></w:sdtPr><w:sdtContent>${clause}</w:sdtContent></w:sdt>`;
  });
};
