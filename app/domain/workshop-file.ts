import { z } from "zod";
import { WorkshopRecord } from "./record.ts";
import { danglingIn } from "./workshop-file/dangling.ts";
import type { Problem } from "./workshop-file/problem.ts";
import { readFormat } from "./workshop-file/read-format.ts";

export type { Problem } from "./workshop-file/problem.ts";

const FORMAT = "reglament.workshop";
const VERSION = 1;

/** The whole record of a workshop as a file: backup, hand-over, input of the command line. There is no secret in it. */
export const WorkshopFile = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  ...WorkshopRecord.shape,
});
export type WorkshopFile = z.infer<typeof WorkshopFile>;

/** Never throws: what is wrong with the text comes back as one problem, the first that a person has to mend. */
export const readWorkshopFile = (text: string): { record: WorkshopRecord } | { problem: Problem } => {
  const read = readFormat(WorkshopFile, FORMAT, VERSION, text);
  if ("problem" in read) return read;
  const { format: _, version: __, ...record } = read.value;
  const problem = danglingIn(record);
  return problem ? { problem } : { record };
};

/** The same record gives the same text, whatever the order of its keys was. */
export const writeWorkshopFile = (record: WorkshopRecord): string =>
  `${JSON.stringify(WorkshopFile.parse({ format: FORMAT, version: VERSION, ...record }), null, 2)}\n`;

/** The published JSON Schema of `workshop.json`. */
export const workshopSchema = () => {
  const { $schema, ...schema } = z.toJSONSchema(WorkshopFile, { io: "input" });
  return { $schema, $id: `urn:reglament:workshop:${VERSION}`, title: "Reglament workshop", ...schema };
};
