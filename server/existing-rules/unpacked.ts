import { Unzip, UnzipInflate } from "fflate";
import { Unreadable } from "./unreadable.ts";

const MEGABYTE = 1024 * 1024;
const MOST = 20 * MEGABYTE;
const MOST_PARTS = 2000;
/** Small steps: one of them can grow a thousandfold before its size is known. */
const STEP = 16 * 1024;

/**
 * The XML parts of a Word file by their names. Pictures and everything else stay packed. What an archive says about the
 * sizes of its parts is not believed; unpacking stops when more has come out than may.
 * @throws {Unreadable} encrypted, unpacks-too-large, broken
 */
export const unpacked = (bytes: Uint8Array): Map<string, Uint8Array> => {
  const parts = new Map<string, Uint8Array>();
  let total = 0;
  let opened = 0;
  let seen = 0;
  const unzip = new Unzip((file) => {
    if (++seen > MOST_PARTS)
      throw new Unreadable("broken", `expected a Word file, it holds more than ${MOST_PARTS} parts`);
    if (!isWanted(file.name)) return;
    const chunks: Uint8Array[] = [];
    opened++;
    file.ondata = (error, chunk, isLast) => {
      if (error) throw error;
      total += chunk.length;
      if (total > MOST)
        throw new Unreadable("unpacks-too-large", `expected at most ${MOST / MEGABYTE} MB of text, it unpacks to more`);
      chunks.push(chunk);
      if (!isLast) return;
      opened--;
      parts.set(file.name, Buffer.concat(chunks));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  if (isEncrypted(bytes)) throw new Unreadable("encrypted", "expected a file without a password, it is encrypted");
  try {
    for (let at = 0; at < bytes.length; at += STEP)
      unzip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable("broken", "expected a Word file, its archive is damaged");
  }
  if (opened > 0) throw new Unreadable("broken", "expected a Word file, its archive ends too early");
  return parts;
};

const isWanted = (name: string): boolean =>
  /\.xml$/i.test(name) && !/^(customXml|docProps)\/|\/(theme|charts|diagrams|embeddings|media|glossary)\//i.test(name);

/** The first bit of the flags of a local header (ZIP appnote 4.4.4). */
const isEncrypted = (bytes: Uint8Array): boolean => ((bytes[6] ?? 0) & 1) === 1;
