import type { z } from "zod";
import { placeOf } from "../bad-input.ts";
import type { Bilingual } from "../language.ts";
import type { Break } from "./broken-json.ts";

/** Why a file was refused: the place in it, what should have stood there, and what does. */
export type Problem = { where: string; expected: Bilingual; got: Bilingual };

const both = (text: string): Bilingual => ({ ru: text, en: text });

const TYPES: Record<string, Bilingual> = {
  string: { ru: "строка", en: "a string" },
  number: { ru: "число", en: "a number" },
  int: { ru: "целое число", en: "a whole number" },
  boolean: { ru: "true или false", en: "true or false" },
  array: { ru: "список", en: "a list" },
  object: { ru: "объект", en: "an object" },
  null: { ru: "null", en: "null" },
  nothing: { ru: "ничего", en: "nothing" },
};

const BROKEN: Record<Break["expected"], Bilingual> = {
  value: { ru: "значение JSON", en: "a JSON value" },
  key: { ru: "ключ в кавычках", en: "a quoted key" },
  colon: { ru: "двоеточие", en: "a colon" },
  comma: { ru: "запятая или закрывающая скобка", en: "a comma or a closing bracket" },
  end: { ru: "конец файла", en: "the end of the file" },
};

export const brokenProblem = ({ line, column, expected, found }: Break): Problem => ({
  where: `${line}:${column}`,
  expected: BROKEN[expected],
  got: found === "" ? { ru: "конец файла", en: "the end of the file" } : both(JSON.stringify(found)),
});

/** What a person should put where the schema objects; `value` is the whole that was checked. */
export const schemaProblem = (schema: z.ZodType, value: unknown, issue: z.core.$ZodIssue): Problem => {
  const found = at(value, issue.path);
  const where = placeOf(issue.path) || "/";
  const problem = (expected: Bilingual, got: Bilingual = shown(found)): Problem => ({ where, expected, got });
  switch (issue.code) {
    case "unrecognized_keys": {
      const known = keysAt(schema, value, issue.path);
      const key = issue.keys[0] ?? "";
      return {
        where: placeOf([...issue.path, key]),
        expected: known.length > 0 ? oneOf(known) : { ru: "известный ключ", en: "a known key" },
        got: { ru: `неизвестный ключ «${key}»`, en: `the unknown key "${key}"` },
      };
    }
    case "invalid_type":
      return problem(TYPES[issue.expected] ?? both(issue.expected));
    case "invalid_value":
      return problem(oneOf(issue.values.map(String)));
    case "invalid_union":
      return problem(
        issue.discriminator === undefined
          ? { ru: "значение одного из известных видов", en: "a value of one of the known kinds" }
          : { ru: `известное значение «${issue.discriminator}»`, en: `a known "${issue.discriminator}"` },
      );
    case "too_small":
      return problem({ ru: `не меньше ${issue.minimum}`, en: `at least ${issue.minimum}` });
    case "too_big":
      return problem({ ru: `не больше ${issue.maximum}`, en: `at most ${issue.maximum}` });
    case "invalid_format":
      // a pattern says nothing to a reader, an example does
      return problem(
        EXAMPLES.find(({ fits }) => fits === issue.message)?.said ?? {
          ru: `формат ${issue.format}`,
          en: `the format ${issue.format}`,
        },
      );
    default:
      return problem({ ru: "другое значение", en: "another value" });
  }
};

/** What the schemas of a pipeline call their patterns (`pipeline/stage-shape.ts`). */
const EXAMPLES: { fits: string; said: Bilingual }[] = [
  { fits: "a colour such as #98cbff", said: { ru: "цвет, например #98cbff", en: "a colour such as #98cbff" } },
  {
    fits: "a key such as measurement-result",
    said: { ru: "ключ, например measurement-result", en: "a key such as measurement-result" },
  },
];

const oneOf = (values: readonly string[]): Bilingual =>
  values.length === 1
    ? both(`${values[0]}`)
    : { ru: `одно из: ${values.join(", ")}`, en: `one of: ${values.join(", ")}` };

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown> | null | undefined)?.[key], value);

const shown = (value: unknown): Bilingual => {
  if (value === undefined) return TYPES.nothing ?? both("");
  if (Array.isArray(value)) return TYPES.array ?? both("");
  if (typeof value === "object" && value !== null) return TYPES.object ?? both("");
  const text = JSON.stringify(value);
  return both(text.length > 60 ? `${text.slice(0, 57)}…"` : text);
};

/** The keys that the schema knows at a place; of a union those of the kind that the value says it is. */
const keysAt = (schema: z.ZodType, value: unknown, path: readonly PropertyKey[]): string[] => {
  type Def = {
    type: string;
    shape?: Record<string, z.ZodType>;
    element?: z.ZodType;
    innerType?: z.ZodType;
    options?: z.ZodType[];
  };
  let here: z.ZodType | undefined = schema;
  let part: unknown = value;
  const def = (of: z.ZodType) => of.def as unknown as Def;
  const settle = () => {
    for (;;) {
      if (!here) return;
      const { innerType, options } = def(here);
      if (innerType) here = innerType;
      else if (options) here = options.find((option) => !foreignKind(def(option).shape, part));
      else return;
    }
  };
  settle();
  for (const key of path) {
    if (!here) return [];
    const { shape, element } = def(here);
    here = shape ? shape[String(key)] : element;
    part = (part as Record<PropertyKey, unknown>)?.[key];
    settle();
  }
  return Object.keys(here ? (def(here).shape ?? {}) : {});
};

const foreignKind = (shape: Record<string, z.ZodType> | undefined, value: unknown): boolean =>
  shape?.kind !== undefined && !shape.kind.safeParse((value as { kind?: unknown } | null)?.kind).success;
