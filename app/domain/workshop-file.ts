import { z } from "zod";
import { WorkshopRecord } from "./record.ts";
import { brokenAt } from "./workshop-file/broken-json.ts";
import { danglingIn } from "./workshop-file/dangling.ts";
import { brokenProblem, type Problem, schemaProblem } from "./workshop-file/problem.ts";

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
  const whole = text.replace(/^\uFEFF/, "");
  let value: unknown;
  try {
    value = JSON.parse(whole);
  } catch {
    return { problem: brokenProblem(brokenAt(whole)) };
  }
  const head = z.object({ format: z.unknown(), version: z.unknown() }).safeParse(value);
  const { format, version } = head.success ? head.data : {};
  if (format !== FORMAT) return { problem: mismatch("format", FORMAT, format) };
  if (version !== VERSION) return { problem: mismatch("version", VERSION, version) };
  const parsed = WorkshopFile.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    if (issue) return { problem: schemaProblem(WorkshopFile, value, issue) };
  }
  const { format: _, version: __, ...record } = parsed.data as WorkshopFile;
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

const mismatch = (where: string, expected: string | number, got: unknown): Problem => {
  const wanted = JSON.stringify(expected);
  const found = got === undefined ? null : (JSON.stringify(got) ?? "").slice(0, 60);
  return {
    where,
    expected: { ru: wanted, en: wanted },
    got: { ru: found ?? "ничего", en: found ?? "nothing" },
  };
};
