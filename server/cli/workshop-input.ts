import { createHash } from "node:crypto";
import { say as inLanguage } from "#domain/language.ts";
import { hashedText } from "#domain/proposal.ts";
import type { WorkshopRecord } from "#domain/record.ts";
import { readWorkshopFile } from "#domain/workshop-file.ts";
import type { Call } from "./call.ts";
import { readText } from "./input-file.ts";
import { Refused } from "./refused.ts";

/** @throws {Refused} naming the file, the place in it and what was expected there. */
export const readWorkshop = async (file: string, call: Pick<Call, "say" | "language">): Promise<WorkshopRecord> => {
  const { say, language } = call;
  const text = await readText(file, call);
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
