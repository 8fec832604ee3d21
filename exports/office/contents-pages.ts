import { strFromU8, strToU8, unzipSync } from "fflate";
import { zipped } from "../docx/zipped.ts";

const DOCUMENT = "word/document.xml";

/** A page reference of the contents list, with the number that was written into it. */
const REFERENCE = /(PAGEREF (_Toc\d+) [^<]*<\/w:instrText><w:fldChar w:fldCharType="separate"\/><w:t[^>]*>)(\d*)(?=<)/g;

/** The file with these pages in its contents list; the very same bytes when they stand there already. */
export const withPages = (docx: Uint8Array, pages: ReadonlyMap<string, number>): Uint8Array => {
  const parts = unzipSync(docx, { filter: ({ name }) => name === DOCUMENT });
  const before = strFromU8(parts[DOCUMENT] ?? new Uint8Array());
  const after = before.replace(
    REFERENCE,
    (_, field: string, bookmark: string, written: string) => `${field}${pages.get(bookmark) ?? written}`,
  );
  return after === before ? docx : zipped({ ...unzipSync(docx), [DOCUMENT]: strToU8(after) });
};
