import { parseArgs } from "node:util";
import { Language } from "#domain/language.ts";
import { Refused } from "./refused.ts";
import { WORDS, type Words } from "./words.ts";

/** What a command may be called with: how many words after its name, and which options. */
export type Shape = { words: readonly string[]; required: number; options: Record<string, "text" | "flag"> };

/** One call as the person typed it; `asked` is the language of `--lang` when it was given. */
export type Call = {
  words: string[];
  options: Record<string, string | true>;
  language: Language;
  asked: Language | null;
  say: Words;
  env: NodeJS.ProcessEnv;
  out: (text: string) => Promise<void>;
};

/** The language of messages: `--lang`, otherwise that of the terminal. */
export const languageOf = (argv: readonly string[], env: NodeJS.ProcessEnv): Language => {
  const at = argv.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const given = Language.safeParse(argv[at]?.includes("=") ? argv[at]?.split("=")[1] : argv[at + 1]);
  if (at >= 0 && given.success) return given.data;
  return /^ru/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || "") ? "ru" : "en";
};

/** @throws {Refused} when an option or a word is not one that the command knows. */
export const readCall = (argv: string[], shape: Shape, say: Words): Pick<Call, "words" | "options" | "asked"> => {
  const known: Shape["options"] = { ...shape.options, lang: "text" };
  const { values, positionals } = parseArgs({
    args: argv,
    strict: false,
    allowPositionals: true,
    options: Object.fromEntries(
      Object.entries(known).map(([name, type]) => [
        name,
        { type: type === "text" ? ("string" as const) : ("boolean" as const) },
      ]),
    ),
  });
  const options: Record<string, string | true> = {};
  for (const [name, value] of Object.entries(values)) {
    const type = known[name];
    if (!type) {
      const list = Object.keys(known).map((option) => `--${option}`);
      throw new Refused({ where: `--${name}`, expected: say.knownOption(list.join(", ")), got: `--${name}` });
    }
    if (type === "text" && (typeof value !== "string" || value === ""))
      throw new Refused({ where: `--${name}`, expected: say.optionValue, got: say.nothing });
    if (typeof value === "string" || value === true) options[name] = value;
  }
  const { lang } = options;
  const asked = lang === undefined ? null : Language.safeParse(lang);
  if (asked && !asked.success)
    throw new Refused({ where: "--lang", expected: say.oneOf(Language.options.join(", ")), got: String(lang) });
  const missing = shape.words[positionals.length];
  if (positionals.length < shape.required && missing)
    throw new Refused({ where: missing, expected: say.optionValue, got: say.nothing });
  const extra = positionals[shape.words.length];
  if (extra !== undefined) throw new Refused({ where: extra, expected: say.argument, got: extra });
  return { words: positionals, options, asked: asked?.data ?? null };
};

export const wordsIn = (language: Language): Words => WORDS[language];
