/** Letters that look alike on paper and on a wall; the codes are written with the Latin ones. */
const CYRILLIC = "АВЕКМНОРСТУХ";
const LATIN = "ABEKMHOPCTYX";

/** A join code as somebody typed it, as it was meant: in capitals, without spaces and dashes, Cyrillic look-alikes as Latin. */
export const joinCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[\s\u2010-\u2015-]/g, "")
    .replace(/[АВЕКМНОРСТУХ]/g, (letter) => LATIN[CYRILLIC.indexOf(letter)] ?? letter);

/** Letters of another keyboard are left in a code, so that no code can be meant. */
export const isForeign = (code: string): boolean => /[^\x20-\x7e]/.test(code);
