import { writeWorkshopFile } from "#domain/workshop-file.ts";
import { questions } from "#question-bank";
import { demoRecord, demoTemplates } from "#templates";
import type { Call } from "./call.ts";
import { Refused } from "./refused.ts";

/** A finished demo workshop as workshop.json on standard output. */
export const demo = async ({ words, say, language, out }: Call): Promise<number> => {
  const [template = "windows"] = words;
  const record = demoRecord(template, language, questions);
  if (!record) {
    const known = demoTemplates.map(({ id }) => id).join(", ");
    throw new Refused({ where: "demo", expected: say.oneOf(known), got: template });
  }
  await out(writeWorkshopFile(record));
  return 0;
};
