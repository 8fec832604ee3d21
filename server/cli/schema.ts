import { pipelineSchema } from "#domain/pipeline.ts";
import { workshopSchema } from "#domain/workshop-file.ts";
import { questionFileSchema } from "#question-bank";
import { templateFileSchema } from "#templates";
import type { Call } from "./call.ts";
import { Refused } from "./refused.ts";

const SCHEMAS: Record<string, () => unknown> = {
  workshop: workshopSchema,
  pipeline: pipelineSchema,
  question: questionFileSchema,
  template: templateFileSchema,
};

/** The JSON Schema of a file that this project promises to read or write. */
export const schema = async ({ words, say, out }: Call): Promise<number> => {
  const [name = ""] = words;
  const make = Object.hasOwn(SCHEMAS, name) ? SCHEMAS[name] : undefined;
  if (!make) throw new Refused({ where: "schema", expected: say.oneOf(Object.keys(SCHEMAS).join(", ")), got: name });
  await out(`${JSON.stringify(make(), null, 2)}\n`);
  return 0;
};
