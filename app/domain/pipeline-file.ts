import { firstContradiction } from "./pipeline/contradiction.ts";
import { Pipeline, VERSION } from "./pipeline.ts";
import type { Problem } from "./workshop-file/problem.ts";
import { readFormat } from "./workshop-file/read-format.ts";

/**
 * Reads `pipeline.json`, also one that somebody has changed by hand. Never throws: the first thing that a person has to mend
 * comes back, be it broken JSON, a field of an unknown type, a key that is there twice or a stage that nothing leads to.
 */
export const readPipelineFile = (text: string): { pipeline: Pipeline } | { problem: Problem } => {
  const read = readFormat(Pipeline, "reglament.pipeline", VERSION, text);
  if ("problem" in read) return read;
  const problem = firstContradiction(read.value);
  return problem ? { problem } : { pipeline: read.value };
};
