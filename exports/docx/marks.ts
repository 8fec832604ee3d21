import type { Language } from "#domain/language.ts";
import type { Seal } from "../seal.ts";

/**
 * What a file of ours says of itself among its properties; LibreOffice hands it on to the PDF. How many had approved and
 * acknowledged the edition when it was made stands there too: more may have done so since.
 */
export const marksOf = ({ id, hash, approved, read }: Seal, language: Language): string =>
  `${id}, ${language}, sha256-${hash}, approved-${approved}, read-${read}`;

export type Marks = Pick<Seal, "id" | "hash" | "approved" | "read"> & { language: Language };

/** Characters before and after this word that marks can take. */
const MIDDLE = ", sha256-";
const BEFORE = 90;
const AFTER = 120;

/** Reads such marks again, wherever they stand in a text of any length; null when there are none of ours. */
export const readMarks = (text: string): Marks | null => {
  for (let at = text.indexOf(MIDDLE); at >= 0; at = text.indexOf(MIDDLE, at + 1)) {
    const marks = marksIn(text.slice(Math.max(0, at - BEFORE), at + AFTER));
    if (marks) return marks;
  }
  return null;
};

const marksIn = (text: string): Marks | null => {
  const [, id = "", language, hash = "", approved = "0", read = "0"] =
    /([^\s<>]{1,80}\.\d{1,4}), (ru|en), sha256-([0-9a-f]{64})(?:, approved-(\d{1,4}), read-(\d{1,4}))?/.exec(text) ??
    [];
  return id && (language === "ru" || language === "en")
    ? { id, language, hash, approved: Number(approved), read: Number(read) }
    : null;
};
