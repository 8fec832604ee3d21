import { createHash } from "node:crypto";
import { withPages } from "./contents-pages.ts";
import { converted } from "./convert.ts";
import { destinationPages, isSetAsWide } from "./destinations.ts";
import { officeProgram } from "./program.ts";
import { undated } from "./undated.ts";

export { endConversions, OfficeFailed } from "./convert.ts";

/** There is no LibreOffice on this machine. */
export class NoOffice extends Error {
  override name = "NoOffice";
}

/** PDFs made last, by the SHA-256 of the DOCX they show; a finished document is asked for again and again. */
const KEPT = 6;
const made = new Map<string, Promise<Uint8Array>>();
let last: Promise<unknown> = Promise.resolve();

const laidOut = (docx: Uint8Array, program: string): Promise<Uint8Array> => {
  const key = createHash("sha256").update(docx).digest("hex");
  const known = made.get(key);
  if (known) return known;
  // one at a time: it takes a processor and 200 MB
  const pdf = last.then(() => converted(docx, { program }));
  last = pdf.catch(() => undefined);
  made.set(key, pdf);
  pdf.catch(() => made.delete(key));
  for (const old of [...made.keys()].slice(0, -KEPT)) made.delete(old);
  return pdf;
};

/**
 * The file with the pages in its contents list on which LibreOffice really puts its headings. Without LibreOffice, or when
 * it fails, the file as it is: its pages were counted by ourselves.
 */
export const paged = async (docx: Uint8Array, program = officeProgram()): Promise<Uint8Array> => {
  if (!program) return docx;
  const pdf = await laidOut(docx, program).catch(() => null);
  const found = pdf && isSetAsWide(pdf) ? destinationPages(pdf) : null;
  return found ? withPages(docx, found.pages) : docx;
};

/** The same for a file whose look is somebody else's: there what LibreOffice finds is the best that can be known. */
export const pagedAsItIs = async (docx: Uint8Array, program = officeProgram()): Promise<Uint8Array> => {
  const pdf = program ? await laidOut(docx, program).catch(() => null) : null;
  const found = pdf && destinationPages(pdf);
  return found ? withPages(docx, found.pages) : docx;
};

/**
 * A DOCX made here as a tagged PDF; `date` is that of its edition.
 * @throws {NoOffice} when it is not installed
 * @throws {OfficeFailed} when it took too long or gave nothing
 */
export const toPdf = async (docx: Uint8Array, date: string, program = officeProgram()): Promise<Uint8Array> => {
  if (!program) throw new NoOffice("LibreOffice is not installed");
  return undated(await laidOut(docx, program), date);
};
