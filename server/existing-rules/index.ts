import { textOfPlain } from "./plain-text.ts";
import { unpacked } from "./unpacked.ts";
import { Unreadable } from "./unreadable.ts";
import { textOfWord } from "./word.ts";

export { Unreadable } from "./unreadable.ts";

const MEGABYTE = 1024 * 1024;
/** A door that takes uploads lets a little more through, so that the refusal can be said in words. */
export const LARGEST_FILE = 5 * MEGABYTE;
/** Characters; some 400 pages. What is longer is not the rules of one team, and nobody would look through it. */
const LONGEST_TEXT = 1_000_000;

/**
 * The text of an uploaded file, Markdown or plain: what `layExistingRules` and a person can read. Told by its bytes, not
 * by its name; nothing in it is executed, fetched or believed.
 * @param name of the file, for the message
 * @throws {Unreadable} one line: `rules.docx: expected a file without a password, it is encrypted`
 */
export const readRulesFile = (name: string, bytes: Uint8Array): string => {
  try {
    return textOf(name, bytes);
  } catch (error) {
    throw error instanceof Unreadable ? new Unreadable(error.code, `${shown(name)}: ${error.message}`) : error;
  }
};

const textOf = (name: string, bytes: Uint8Array): string => {
  if (bytes.length > LARGEST_FILE)
    throw new Unreadable("too-large", `expected at most 5 MB, it has ${Math.ceil(bytes.length / MEGABYTE)}`);
  const text = readerOf(name, bytes)(bytes).trim();
  if (text === "") throw new Unreadable("empty", "expected a text, there is none in it");
  if (text.length > LONGEST_TEXT)
    throw new Unreadable("too-long", `expected at most ${LONGEST_TEXT} characters, it has ${text.length}`);
  return text;
};

const readerOf = (name: string, bytes: Uint8Array): ((bytes: Uint8Array) => string) => {
  const begins = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
  if (begins.startsWith("PK\u0003\u0004")) return (zip) => textOfWord(unpacked(zip));
  if (begins.startsWith("\u00d0\u00cf\u0011\u00e0")) throw compound(bytes);
  if (/^(%PDF|\{\\rtf)/.test(begins) || !/\.(txt|md|markdown|text)$/i.test(name))
    throw new Unreadable("other-format", "expected .docx, .txt or .md");
  return textOfPlain;
};

/** Word up to 2003, and every newer file with a password, are compound files (MS-CFB). */
const compound = (bytes: Uint8Array): Unreadable =>
  Buffer.from(bytes).includes(Buffer.from("EncryptedPackage", "utf16le"))
    ? new Unreadable("encrypted", "expected a file without a password, it is encrypted")
    : new Unreadable("old-word", "expected .docx, it is a file of Word 97–2003: save it as .docx");

/** Names come from outside too: one line, and not a long one. */
const shown = (name: string): string => name.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "").slice(0, 80);
