import { strFromU8, strToU8, unzipSync } from "fflate";
import type { Regulation } from "#domain/regulation.ts";
import { toDocx } from "../docx/index.ts";
import { dayIn } from "../docx/words.ts";
import { zipped } from "../docx/zipped.ts";
import { pagedAsItIs } from "../office/index.ts";
import type { Seal } from "../seal.ts";
import { openPackage } from "./package.ts";
import { filled, isPlaceholder, namedIn, PLACEHOLDERS, type Placeholder, REQUIRED, replaced } from "./placeholders.ts";
import { adopt } from "./splice.ts";

export { MOST_PACKED, reasonOf, TemplateRefused } from "./package.ts";
export { PLACEHOLDERS } from "./placeholders.ts";

/**
 * What a template names. `missing`: without it nothing can be made; `unknown`: names that we do not know; `misplaced`: blocks
 * that share their paragraph with other text or stand outside the body.
 */
type Preflight = { found: Placeholder[]; missing: Placeholder[]; unknown: string[]; misplaced: Placeholder[] };

export const isReady = ({ missing, unknown, misplaced }: Preflight): boolean =>
  missing.length + unknown.length + misplaced.length === 0;

/** Parts that a reader sees as text: the body, what stands above and below, the notes. */
const TEXTS = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/;
const BODY = "word/document.xml";

/** @throws {TemplateRefused} */
export const preflight = (template: Uint8Array): Preflight => {
  const parts = openPackage(template);
  const named = Object.keys(parts)
    .filter((name) => TEXTS.test(name))
    .flatMap((part) => namedIn(strFromU8(parts[part] ?? new Uint8Array())).map((one) => ({ ...one, part })));
  const found = [...new Set(named.map(({ name }) => name))];
  const known = found.filter(isPlaceholder);
  return {
    found: known,
    missing: REQUIRED.filter((name) => !known.includes(name)),
    unknown: found.filter((name) => !isPlaceholder(name)),
    misplaced: known.filter(
      (name) =>
        PLACEHOLDERS[name].isBlock && named.some((one) => one.name === name && (one.part !== BODY || !one.isAlone)),
    ),
  };
};

/**
 * The regulation in the company's own file. Call it only when `preflight` found everything.
 * @throws {TemplateRefused}
 */
export const fillTemplate = async (template: Uint8Array, regulation: Regulation, seal: Seal): Promise<Uint8Array> => {
  const parts = openPackage(template);
  const ours = unzipSync(await toDocx({ kind: "blocks", regulation, seal }));
  const written = adopt(parts, ours);
  const blocks = blocksOf(strFromU8(ours[BODY] ?? new Uint8Array()));
  const values: Partial<Record<Placeholder, string>> = {
    title: regulation.title,
    company: regulation.company,
    edition: String(regulation.edition.number),
    date: dayIn(regulation.language)(regulation.edition.date),
    "document-id": seal.id,
    hash: seal.hash,
    link: seal.link ?? "",
    approvals: regulation.front.stamps
      .flatMap(({ isSigned, lines: [word, ...rest] }) => (isSigned ? `${word}: ${rest.join(", ")}` : []))
      .join("; "),
    approved: regulation.front.approved,
  };
  for (const name of Object.keys(parts).filter((part) => TEXTS.test(part))) {
    const xml = filled(strFromU8(parts[name] ?? new Uint8Array()), (placeholder) => values[placeholder]);
    parts[name] = strToU8(
      name === BODY
        ? replaced(xml, (block) => {
            const found = blocks.get(block);
            return found === undefined ? undefined : written(found);
          })
        : xml,
    );
  }
  // a template (.dotx) becomes a document
  const types = strFromU8(parts["[Content_Types].xml"] ?? new Uint8Array());
  parts["[Content_Types].xml"] = strToU8(
    types.replace("wordprocessingml.template.main", "wordprocessingml.document.main"),
  );
  return pagedAsItIs(zipped(parts));
};

/** Between the paragraphs that name them. */
const blocksOf = (xml: string): Map<Placeholder, string> => {
  const body = xml.slice(xml.indexOf("<w:body>") + 8, xml.lastIndexOf("<w:sectPr"));
  const pieces = body.split(/<w:p>(?:(?!<\/w:p>)[\s\S])*?@@([a-z-]+)@@(?:(?!<\/w:p>)[\s\S])*?<\/w:p>/);
  const blocks = new Map<Placeholder, string>();
  for (let at = 1; at < pieces.length; at += 2) {
    const name = pieces[at] ?? "";
    if (isPlaceholder(name)) blocks.set(name, pieces[at + 1] ?? "");
  }
  return blocks;
};
