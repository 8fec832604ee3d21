import { readFile, stat } from "node:fs/promises";
import type { Call } from "./call.ts";
import { Refused } from "./refused.ts";

/** A workshop of a day is some 500 kB; what is larger than this is some other file, and is not read at all. */
const MEGABYTES = 50;
const BYTES = 1024 * 1024;

/** The text of a file that somebody has named. @throws {Refused} when it is none, cannot be read or is too large. */
export const readText = async (file: string, { say }: Pick<Call, "say">): Promise<string> => {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    const missing = error.code === "ENOENT" || error.code === "ENOTDIR";
    throw new Refused({
      where: file,
      expected: say.noFile,
      got: missing ? say.noFileGot : say.unreadable(error.code ?? ""),
    });
  });
  if (found.isDirectory()) throw new Refused({ where: file, expected: say.plainFile, got: say.folder });
  if (found.size > MEGABYTES * BYTES)
    throw new Refused({
      where: file,
      expected: say.atMost(MEGABYTES),
      got: say.megabytes(Math.ceil(found.size / BYTES)),
    });
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Refused({ where: file, expected: say.noFile, got: say.unreadable(error.code ?? "") });
  });
};
