import { TIMES } from "./times.ts";

/** A piece of text in one face; `\n` inside begins a new line. */
export type Piece = { text: string; bold?: boolean; italic?: boolean };

type Face = keyof typeof TIMES;

const EM = 2048;
/** Signs that the font does not have come from another one, where they are about as wide as they are high. */
const UNKNOWN = 1900;

/** By code point, as far as one number goes; looked up for each letter of the document. */
const tableOf = (face: Face): Uint16Array => {
  const widths = new Uint16Array(0x10000).fill(UNKNOWN);
  for (const [first, run] of Object.entries(TIMES[face]))
    for (const [at, width] of run.split(" ").entries()) widths[Number(first) + at] = Number(width) || UNKNOWN;
  return widths;
};

const WIDTHS: Record<Face, Uint16Array> = {
  regular: tableOf("regular"),
  bold: tableOf("bold"),
  italic: tableOf("italic"),
};

const widthOf = (sign: string, face: Face): number => WIDTHS[face][sign.codePointAt(0) ?? 0] ?? UNKNOWN;

/** A line may end after a space, a hyphen or a dash, and before a dash (Unicode line breaking, as far as a rule needs it). A no-break space is part of its word. */
const WORD = /[^ \t\r\u2003\u2009\u2010\u2013\u2014-]*(?:[\u2010\u2013\u2014-]+|[ \t\r\u2003\u2009]+|$)/gu;

/**
 * How many lines a text takes, set flush left in `width` twips. Spaces at the end of a line hang over; a word that is
 * wider than a line is broken where it is full.
 */
export const countLines = (pieces: readonly Piece[], { size, width }: { size: number; width: number }): number => {
  const room = (width * EM) / (size * 10);
  let lines = 1;
  let used = 0;
  let word = 0;
  let isOpen = false;
  const next = () => {
    lines++;
    used = 0;
  };
  const closeWord = (spaces: number) => {
    if (used > 0 && used + word > room) next();
    used += word + spaces;
    word = 0;
    isOpen = false;
  };
  for (const { text, bold, italic } of pieces) {
    const face: Face = bold ? "bold" : italic ? "italic" : "regular";
    for (const [at, row] of text.split("\n").entries()) {
      if (at > 0) {
        closeWord(0);
        next();
      }
      for (const [token] of row.matchAll(WORD)) {
        if (token === "") continue;
        const bare = token.replace(/[ \t\r\u2003\u2009]+$/u, "");
        for (const sign of bare) {
          const wide = widthOf(sign, face);
          if (word + wide > room) {
            if (used > 0) next();
            lines++;
            word = 0;
          }
          word += wide;
          isOpen = true;
        }
        const isBreak = bare.length < token.length || /[\u2010\u2013\u2014-]$/u.test(bare);
        if (isBreak) closeWord([...token.slice(bare.length)].reduce((sum, sign) => sum + widthOf(sign, face), 0));
      }
    }
  }
  if (isOpen) closeWord(0);
  return lines;
};
