import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

/** A setting or a data folder that the server cannot work with; its message is one line for the person who starts it. */
export class BadSetting extends Error {
  override name = "BadSetting";
}

const PORT = "a whole number from 0 to 65535";
const SITE = "an address without a path, such as https://crm.example.org";
const SHORTEST_SECRET = 16;

const Env = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, PORT)
    .transform(Number)
    .refine((port) => port <= 65_535, PORT)
    .default(3000),
  // phones in the room join over the local network
  HOST: z.string().default("0.0.0.0"),
  DATA_DIR: z.string().default("./data"),
  SECRET: z.string().min(SHORTEST_SECRET, `at least ${SHORTEST_SECRET} characters`).optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: SITE, abort: true })
    .refine((url) => new URL(url).href === `${new URL(url).origin}/`, SITE)
    .transform((url) => new URL(url).origin)
    .optional(),
  // LibreOffice, where it is not found by itself; officeProgram reads it
  OFFICE: z
    .string()
    .refine((file) => file === "none" || (path.isAbsolute(file) && existsSync(file)), "none or the path of LibreOffice")
    .optional(),
  TEXTS_SYNC: z.enum(["normal", "full"]).default("normal"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

export type Env = Omit<z.infer<typeof Env>, "SECRET"> & { SECRET: string };

/** The lasting address of the installation, for a command that needs no other setting; what is no address is none. */
export const publicAddress = (given: NodeJS.ProcessEnv): string | null =>
  Env.shape.PUBLIC_URL.safeParse(given.PUBLIC_URL || undefined).data ?? null;

/**
 * Reads the settings. Without SECRET one is made once and kept in DATA_DIR/secret, readable by the owner only.
 * @throws {BadSetting} `PORT: expected a whole number from 0 to 65535, got "abc"`
 */
export const readEnv = (given: NodeJS.ProcessEnv): Env => {
  for (const name of ["DATABASE_URL", "REDIS_URL"])
    if (given[name]) throw new BadSetting(`${name}: more than one machine is not supported yet; take the variable out`);
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
  const parsed = Env.safeParse(set);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = String(issue?.path[0]);
    const got = name === "SECRET" ? "a shorter one" : JSON.stringify(given[name]);
    throw new BadSetting(`${name}: expected ${issue?.message.replace(/^Invalid \w+: expected /, "")}, got ${got}`);
  }
  return { ...parsed.data, SECRET: parsed.data.SECRET ?? keptSecret(parsed.data.DATA_DIR) };
};

const keptSecret = (folder: string): string => {
  const file = path.join(folder, "secret");
  let secret: string;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!existsSync(file)) makeSecret(file);
    secret = readFileSync(file, "utf8").trim();
  } catch (error) {
    throw new BadSetting(
      `DATA_DIR: "${folder}" cannot be used (${(error as NodeJS.ErrnoException).code ?? "unknown"})`,
    );
  }
  if (secret.length < SHORTEST_SECRET)
    throw new BadSetting(`DATA_DIR: "${file}" is damaged; put it back, or delete it and everybody comes in anew`);
  return secret;
};

const makeSecret = (file: string): void => {
  try {
    writeFileSync(file, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    // another process, such as the command line, made it in between
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
};
