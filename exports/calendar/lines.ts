/** Bytes of a line without its end (RFC 5545, 3.1); what is longer goes on in the next line after a space. */
const LONGEST = 75;

/** A line cut between characters, never within one: a calendar that reads bytes must not see half a letter. */
export const folded = (line: string): string => {
  let length = 0;
  let out = "";
  for (const character of line) {
    const bytes = new TextEncoder().encode(character).length;
    if (length + bytes > LONGEST) {
      out += "\r\n ";
      length = 1;
    }
    out += character;
    length += bytes;
  }
  return out;
};

/** A value of the type TEXT (3.3.11): what separates values is escaped, control characters have no place in it. */
export const text = (words: string): string =>
  words
    // biome-ignore lint/suspicious/noControlCharactersInRegex: 3.1 forbids them
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, "")
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n|\r|\n/g, "\\n");
