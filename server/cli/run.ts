import { BadInput } from "#domain/bad-input.ts";
import { BadSetting } from "../env.ts";
import { type Call, languageOf, readCall, type Shape, wordsIn } from "./call.ts";
import { check } from "./check.ts";
import { demo } from "./demo.ts";
import { exportFiles } from "./export.ts";
import { Refused } from "./refused.ts";
import { rehearse } from "./rehearse.ts";
import { schema } from "./schema.ts";

type Command = Shape & { does: (call: Call) => Promise<number> };

/** The command line's table of contents. What needs the store loads it when it is called: the others start at once. */
const COMMANDS: Record<string, Command> = {
  demo: { words: ["TEMPLATE"], required: 0, options: {}, does: demo },
  export: {
    words: ["FILE"],
    required: 1,
    options: { out: "text", formats: "text", profile: "text", between: "text", template: "text" },
    does: exportFiles,
  },
  check: { words: ["FILE"], required: 1, options: { json: "flag" }, does: check },
  rehearse: { words: ["FILE"], required: 1, options: { branch: "text", json: "flag" }, does: rehearse },
  apply: {
    words: ["FILE"],
    required: 1,
    options: { to: "text", "dry-run": "flag", ledger: "text" },
    does: async (call) => (await import("./apply.ts")).apply(call),
  },
  chain: {
    words: ["FILE"],
    required: 0,
    options: { from: "text" },
    does: async (call) => (await import("./chain.ts")).chain(call),
  },
  schema: { words: ["NAME"], required: 1, options: {}, does: schema },
  seed: {
    words: [],
    required: 0,
    options: { participants: "text", json: "flag" },
    does: async (call) => (await import("./seed.ts")).seed(call),
  },
  backup: {
    words: ["OUT"],
    required: 1,
    options: {},
    does: async (call) => (await import("./backup.ts")).backup(call),
  },
  restore: {
    words: ["FILE"],
    required: 1,
    options: {},
    does: async (call) => (await import("./backup.ts")).restore(call),
  },
  repair: {
    words: [],
    required: 0,
    options: { "dry-run": "flag" },
    does: async (call) => (await import("./repair.ts")).repair(call),
  },
};

/** Where a run writes to; in the process these are its own streams. */
export type Streams = { out: (text: string) => Promise<void>; err: (text: string) => void };

/**
 * Carries out one call.
 * @returns the exit code: 0 good, 1 a check or a rehearsal found errors, or a step of `apply` failed, 2 bad input (one line on `err`).
 */
export const run = async (argv: string[], env: NodeJS.ProcessEnv, { out, err }: Streams): Promise<number> => {
  const language = languageOf(argv, env);
  const say = wordsIn(language);
  const [name, ...rest] = argv;
  try {
    if (name === "help" || argv.includes("--help") || argv.includes("-h")) {
      await out(`${say.usage}\n`);
      return 0;
    }
    const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!command) {
      const known = [...Object.keys(COMMANDS), "help"].join(", ");
      throw new Refused({ where: say.command, expected: say.oneOf(known), got: name ?? say.nothing });
    }
    return await command.does({ ...readCall(rest, command, say), language, say, env, out });
  } catch (error) {
    if (error instanceof Refused) err(`${oneLine(say.bad(error.bad))}\n`);
    else if (error instanceof BadInput || error instanceof BadSetting) err(`${oneLine(error.message)}\n`);
    else throw error;
    return 2;
  }
};

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, " ");
