import { strFromU8, strToU8 } from "fflate";

type Parts = Record<string, Uint8Array>;
const read = (parts: Parts, name: string): string => strFromU8(parts[name] ?? new Uint8Array());

/** Styles that the company has by its own look, by the name that every Word gives them, whatever their id is. */
const OF_THE_COMPANY: Record<string, string> = {
  Heading1: "heading 1",
  Heading2: "heading 2",
  Heading3: "heading 3",
  FinalPart: "heading 1",
  FinalSection: "heading 2",
  TOC1: "toc 1",
  TOC2: "toc 2",
  Normal: "normal",
};
const OWN = "Reglament";

const stylesOf = (xml: string) =>
  [...xml.matchAll(/<w:style\b[^>]*>[\s\S]*?<\/w:style>/g)].map(([style]) => ({
    style,
    id: /w:styleId="([^"]+)"/.exec(style)?.[1] ?? "",
    name: (/<w:name w:val="([^"]+)"/.exec(style)?.[1] ?? "").toLowerCase(),
    isParagraph: /w:type="paragraph"/.test(style),
  }));

const mostOf = (xml: string, pattern: RegExp): number =>
  Math.max(0, ...[...xml.matchAll(pattern)].map(([, number]) => Number(number)));

/**
 * Makes room in a company's package for paragraphs of a document of ours: adds styles and lists, and gives back how the
 * paragraphs must be written there. Changes `parts`.
 */
export const adopt = (parts: Parts, ours: Parts): ((xml: string) => string) => {
  const theirStyles = stylesOf(read(parts, "word/styles.xml"));
  const ourStyles = stylesOf(read(ours, "word/styles.xml")).filter(({ isParagraph }) => isParagraph);
  const lists = adoptLists(parts, ours);

  const idOf = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id } of ourStyles) {
    const theirs = theirStyles.find(({ name, isParagraph }) => isParagraph && name === OF_THE_COMPANY[id]);
    if (theirs) taken.add(id);
    idOf.set(id, theirs?.id ?? `${OWN}${id}`);
  }
  const renamed = (xml: string) =>
    xml.replace(
      /(<w:(?:pStyle|basedOn|next|link) w:val=")([^"]+)(")/g,
      (_, before: string, id: string, after: string) => `${before}${idOf.get(id) ?? id}${after}`,
    );
  const added = ourStyles
    .filter(({ id }) => !taken.has(id))
    .map(({ style, id }) =>
      lists(renamed(style))
        .replace(`w:styleId="${id}"`, `w:styleId="${idOf.get(id)}"`)
        .replace(/ w:default="[^"]*"/, "")
        .replace(/(<w:name w:val=")([^"]+)/, `$1${OWN} $2`),
    );
  parts["word/styles.xml"] = strToU8(
    read(parts, "word/styles.xml").replace("</w:styles>", () => `${added.join("")}</w:styles>`),
  );

  // the company's headings do not know our lists: there the number stands in the paragraph
  const numberOf = new Map(
    ourStyles.flatMap(({ id, style }) => {
      const number = /<w:numPr>[\s\S]*?<\/w:numPr>/.exec(style)?.[0];
      return number && taken.has(id) ? [[id, number] as const] : [];
    }),
  );
  const numbered = (xml: string) =>
    xml.replace(
      /<w:pStyle w:val="([^"]+)"\/>((?:<w:(?:keepNext|keepLines|pageBreakBefore)\b[^>]*\/>)*)(?!<w:(?:keepNext|keepLines|pageBreakBefore|numPr)\b)/g,
      (whole, id: string) => `${whole}${numberOf.get(id) ?? ""}`,
    );
  const characters = new Set(theirStyles.map(({ id }) => id));
  const known = (xml: string) =>
    xml.replace(/<w:rStyle w:val="([^"]+)"\/>/g, (whole, id: string) => (characters.has(id) ? whole : ""));
  return (xml) => apart(known(renamed(lists(numbered(xml)))));
};

/** Numbers of bookmarks and content controls beyond those of the company. */
const apart = (xml: string): string =>
  xml
    .replace(
      /(<w:bookmark(?:Start|End)\b[^>]*?\bw:id=")(\d+)/g,
      (_, before: string, id: string) => `${before}${Number(id) + 500_000}`,
    )
    .replace(/(<w:sdtPr>(?:(?!<\/w:sdtPr>)[\s\S])*?<w:id w:val=")(\d+)/g, (_, before: string, id: string) => {
      return `${before}${Number(id) + 500_000}`;
    });

const NUMBERING = "word/numbering.xml";

/** Adds our lists behind those of the company and gives back how their numbers are written there. */
const adoptLists = (parts: Parts, ours: Parts): ((xml: string) => string) => {
  const own = read(ours, NUMBERING);
  const theirs = parts[NUMBERING]
    ? read(parts, NUMBERING)
    : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"></w:numbering>`;
  if (!parts[NUMBERING]) announce(parts);
  const abstractBy = mostOf(theirs, /w:abstractNumId="(\d+)"/g) + 1;
  const numberBy = mostOf(theirs, /<w:num\b[^>]*w:numId="(\d+)"/g) + 1;
  const shifted = own
    .replace(
      /(w:abstractNumId="|<w:abstractNumId w:val=")(\d+)/g,
      (_, before: string, id: string) => `${before}${Number(id) + abstractBy}`,
    )
    .replace(/(<w:num\b[^>]*w:numId=")(\d+)/g, (_, before: string, id: string) => `${before}${Number(id) + numberBy}`)
    // what only newer Word reads, under names that the company's file may not declare
    .replace(/ w1\d:[A-Za-z]+="[^"]*"/g, "");
  const abstracts = (shifted.match(/<w:abstractNum\b[\s\S]*?<\/w:abstractNum>/g) ?? []).join("");
  const numbers = (shifted.match(/<w:num\b[^>]*>[\s\S]*?<\/w:num>/g) ?? []).join("");
  // lists stand before their instances (ECMA-376, 17.9.17)
  const first = theirs.search(/<w:num\b[^>]*>|<w:numIdMacAtCleanup|<\/w:numbering>/);
  const withAbstracts = `${theirs.slice(0, first)}${abstracts}${theirs.slice(first)}`;
  const end = withAbstracts.search(/<w:numIdMacAtCleanup|<\/w:numbering>/);
  parts[NUMBERING] = strToU8(`${withAbstracts.slice(0, end)}${numbers}${withAbstracts.slice(end)}`);
  return (xml) =>
    xml.replace(
      /(<w:numId w:val=")([1-9]\d*)/g,
      (_, before: string, id: string) => `${before}${Number(id) + numberBy}`,
    );
};

/** A package without lists says nowhere that it has any. */
const announce = (parts: Parts): void => {
  const types = read(parts, "[Content_Types].xml");
  const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml";
  parts["[Content_Types].xml"] = strToU8(
    types.replace("</Types>", `<Override PartName="/word/numbering.xml" ContentType="${type}"/></Types>`),
  );
  const name = "word/_rels/document.xml.rels";
  const relation = `<Relationship Id="rIdReglamentLists" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>`;
  const relations = parts[name]
    ? read(parts, name)
    : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;
  parts[name] = strToU8(relations.replace("</Relationships>", `${relation}</Relationships>`));
};
