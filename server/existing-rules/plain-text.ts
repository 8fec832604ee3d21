import { Unreadable } from "./unreadable.ts";

/**
 * Decodes a text file: by its byte order mark, otherwise as UTF-8 when it is that, otherwise as windows-1251, in which
 * Russian Windows has saved texts for decades. A few damaged letters do not turn a UTF-8 text into windows-1251.
 * @throws {Unreadable} other-format, for what is no text at all
 */
export const textOfPlain = (bytes: Uint8Array): string => {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
  const text = new TextDecoder(marked ?? (looksLikeUtf8(bytes) ? "utf-8" : "windows-1251")).decode(bytes);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these tell a text from other files
  if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text))
    throw new Unreadable("other-format", "expected a text, it holds bytes that no text has");
  return text;
};

const looksLikeUtf8 = (bytes: Uint8Array): boolean => {
  const text = new TextDecoder("utf-8").decode(bytes);
  let foreign = 0;
  let broken = 0;
  for (const letter of text)
    if (letter === "\ufffd") broken++;
    else if (letter > "\u007f") foreign++;
  return broken * 4 <= foreign;
};
