import { strFromU8, unzipSync } from "fflate";

/**
 * What the validator of the Open XML SDK lets through and Word or a reader stumbles over: names used twice, styles, lists and
 * targets that do not exist, cells without a paragraph, an empty contents list, a question on opening, heights that
 * LibreOffice reads otherwise, tables and pictures that a screen reader cannot name. One line a fault.
 */
export const lintOf = (docx: Uint8Array): string[] => {
  const parts = unzipSync(docx);
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const document = part("word/document.xml");
  const styles = part("word/styles.xml");
  const lists = part("word/numbering.xml");
  const all = (xml: string, pattern: RegExp) => [...xml.matchAll(pattern)].map(([, found = ""]) => found);
  const faults: string[] = [];
  const each = (found: string[], isFault: (one: string) => boolean, what: string) => {
    for (const one of new Set(found.filter(isFault))) faults.push(`${what}: ${one}`);
  };

  const bookmarks = all(document, /<w:bookmarkStart\b[^>]*w:name="([^"]+)"/g);
  each(bookmarks, (name) => bookmarks.indexOf(name) !== bookmarks.lastIndexOf(name), "bookmark named twice");
  const pictures = all(document, /<wp:docPr\b[^>]*?\bid="([^"]+)"/g);
  each(
    pictures,
    (id) => !/^\d+$/.test(id) || pictures.indexOf(id) !== pictures.lastIndexOf(id),
    "picture numbered twice",
  );
  const controls = all(document, /<w:sdtPr>(?:(?!<\/w:sdtPr>).)*<w:id w:val="([^"]+)"/g);
  each(controls, (id) => controls.indexOf(id) !== controls.lastIndexOf(id), "content control numbered twice");
  for (const xml of [
    document,
    ...Object.keys(parts)
      .filter((name) => /header|footer/.test(name))
      .map(part),
  ])
    each(
      all(xml, /<w:(?:p|r|tbl)Style w:val="([^"]+)"/g),
      (id) => !styles.includes(`w:styleId="${id}"`),
      "no such style",
    );
  const numbers = new Set(all(lists, /<w:num w:numId="([^"]+)"/g));
  each(
    [...all(document, /<w:numId w:val="([^"]+)"/g), ...all(styles, /<w:numId w:val="([^"]+)"/g)],
    (id) => id !== "0" && !numbers.has(id),
    "no such list",
  );
  each(
    [...all(document, /\b(?:PAGE)?REF (\S+)/g), ...all(document, /<w:hyperlink\b[^>]*w:anchor="([^"]+)"/g)],
    (name) => !bookmarks.includes(name),
    "no such target",
  );
  for (const cell of document.split("<w:tc>").slice(1))
    if (!/<w:p[ />](?:(?!<w:p[ >])[\s\S])*$/.test(cell.split("</w:tc>")[0] ?? ""))
      faults.push("cell without a paragraph");
  for (const table of document
    .split("<w:tbl>")
    .slice(1)
    .map((rest) => rest.split("</w:tbl>")[0] ?? "")) {
    if (!table.includes("<w:tblHeader")) faults.push("table without a head that repeats");
    if (!/<w:tblCaption w:val="[^"]+"/.test(table)) faults.push("table without a description");
    if (all(table, /(<w:cantSplit)/g).length !== all(table, /(<w:tr[ >])/g).length) faults.push("row that may be torn");
  }
  for (const picture of all(document, /(<wp:docPr\b[^>]*>)/g))
    if (!/\bdescr="[^"]+"/.test(picture)) faults.push("picture without a description");
  if (/w:dirty="(?:true|1)"/.test(document) || part("word/settings.xml").includes("w:updateFields"))
    faults.push("asks to update fields when it is opened");
  const spaced = [...all(document, /(<w:spacing\b[^>]*>)/g), ...all(styles, /(<w:spacing\b[^>]*>)/g)];
  each(spaced, (one) => /w:line="/.test(one) && !/w:lineRule="/.test(one), "height of a line without its rule");
  const entries = all(
    document,
    /PAGEREF _Toc\d+ [^<]*<\/w:instrText><w:fldChar w:fldCharType="separate"\/><w:t[^>]*>(\d*)</g,
  );
  if (document.includes("TOC \\") && (entries.length === 0 || entries.some((page) => page === "")))
    faults.push("contents list is not filled");
  if (!/<w:lang\b[^>]*w:val="(?:ru-RU|en-GB)"/.test(styles)) faults.push("no language");
  if (!/<dc:title>[^<]+<\/dc:title>/.test(part("docProps/core.xml"))) faults.push("no title");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(document))
    faults.push("a character that XML forbids");
  return faults;
};
