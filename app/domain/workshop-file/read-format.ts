import { z } from "zod";
import { brokenAt } from "./broken-json.ts";
import { brokenProblem, type Problem, schemaProblem } from "./problem.ts";

/** Reads a file of ours. Never throws: what is wrong with the text comes back as the first thing that a person has to mend. */
export const readFormat = <S extends z.ZodType>(
  schema: S,
  format: string,
  version: string | number,
  text: string,
): { value: z.infer<S> } | { problem: Problem } => {
  const whole = text.replace(/^\uFEFF/, "");
  let value: unknown;
  try {
    value = JSON.parse(whole);
  } catch {
    return { problem: brokenProblem(brokenAt(whole)) };
  }
  const head = z.object({ format: z.unknown(), version: z.unknown() }).safeParse(value);
  const found = head.success ? head.data : { format: undefined, version: undefined };
  if (found.format !== format) return { problem: mismatch("format", format, found.format) };
  if (found.version !== version) return { problem: mismatch("version", version, found.version) };
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data };
  const [issue] = parsed.error.issues;
  if (!issue) throw new Error("a schema refused without saying why");
  return { problem: schemaProblem(schema, value, issue) };
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
