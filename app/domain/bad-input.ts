import type { z } from "zod";

/** Why a value that somebody wrote was refused, in one line that says where it is wrong and what was expected. */
export class BadInput extends Error {
  override name = "BadInput";
}

/** `questions[2].followUps[0].when`, the way a person would write the place down. */
export const placeOf = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");

/** `Invalid input: expected string, received undefined` becomes `expected string, received undefined`. */
const reasonOf = (issue: z.core.$ZodIssue): string =>
  issue.code === "unrecognized_keys"
    ? `unknown key ${issue.keys.map((key) => `"${key}"`).join(", ")}`
    : issue.code === "invalid_format"
      ? `expected ${issue.message.replace(/^Invalid \w+: /, "")}`
      : issue.message.replace(/^Invalid (input|option|string): /, "").replace(/^./, (first) => first.toLowerCase());

/**
 * Checks a value that came from outside.
 * @param origin names the file or the request, and stands first in the message.
 * @throws {BadInput} `question-bank/intake.yaml: questions[2].hint.en: expected string, received undefined`
 */
export const checked = <S extends z.ZodType>(origin: string, value: unknown, schema: S): z.output<S> => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (!issue) throw new BadInput(`${origin}: not valid`);
  const place = placeOf(issue.path);
  throw new BadInput([origin, place, reasonOf(issue)].filter(Boolean).join(": "));
};
