import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { say as inLanguage } from "#domain/language.ts";
import { hashedText } from "#domain/proposal.ts";
import type { WorkshopRecord } from "#domain/record.ts";
import { readWorkshopFile } from "#domain/workshop-file.ts";
import type { Call } from "./call.ts";
import { Refused } from "./refused.ts";

/** A workshop of a day is some 500 kB; what is larger than this is some other file, and is not read at all. */
const MEGABYTES = 50;
const BYTES = 1024 * 1024;

/** @throws {Refused} naming the file, the place in it and what was expected there. */
export const readWorkshop = async (file: string, call: Pick<Call, "say" | "language">): Promise<WorkshopRecord> => {
  const { say, language } = call;
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
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Refused({ where: file, expected: say.noFile, got: say.unreadable(error.code ?? "") });
  });
  const read = readWorkshopFile(text);
  if ("problem" in read) {
    const { where, expected, got } = read.problem;
    throw new Refused({
      where: /^\d/.test(where) ? `${file}:${where}` : `${file}: ${where}`,
      expected: inLanguage(expected, language),
      got: inLanguage(got, language),
    });
  }
  const forged = read.record.proposals.findIndex(
    ({ wording, answer, hash }) => hash !== sha256(hashedText(wording, answer)),
  );
  if (forged >= 0)
    throw new Refused({ where: `${file}: proposals[${forged}].hash`, expected: say.hash, got: say.otherHash });
  return read.record;
};

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
