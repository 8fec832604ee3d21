import { type Block, bodyReader } from "./word-body.ts";
import { readXml } from "./xml.ts";

/** The texts of `word/footnotes.xml` or `word/endnotes.xml` by the ids that the body refers to. */
export const notesOf = (xml: string | undefined, element: "w:footnote" | "w:endnote"): ReadonlyMap<string, string> => {
  const notes = new Map<string, string>();
  if (!xml) return notes;
  let id = "";
  let body: Block[] = [];
  let reader = bodyReader(body);
  readXml(xml, {
    open: (name, attribute) => {
      if (name !== element) return reader.open(name, attribute);
      id = attribute("w:id") ?? "";
      body = [];
      reader = bodyReader(body);
    },
    close: (name) => {
      if (name === element) notes.set(id, plain(body));
      else reader.close(name);
    },
    text: (text) => reader.text(text),
  });
  return notes;
};

const plain = (blocks: Block[]): string =>
  blocks
    .map((block) => (block.kind === "paragraph" ? block.text : block.rows.flat().map(plain).join(" ")))
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
