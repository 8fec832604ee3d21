import { chmodSync, existsSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { RECORD_FILE, TEXTS_FILE } from "../store/database.ts";
import { Database } from "../store/sqlite.ts";
import type { Call } from "./call.ts";
import { Refused } from "./refused.ts";

const dataFolder = (env: NodeJS.ProcessEnv): string => env.DATA_DIR || "./data";

/**
 * Copies everything into one file: the record by SQLite's online backup, consistent while the server goes on writing, and
 * then the texts beside it, which may be a moment younger.
 */
export const backup = async ({ words, env, say, out }: Call): Promise<number> => {
  const [target = ""] = words;
  const source = path.join(dataFolder(env), RECORD_FILE);
  if (!existsSync(source)) throw new Refused({ where: dataFolder(env), expected: say.dataFolder, got: say.noData });
  if (existsSync(target)) throw new Refused({ where: target, expected: say.newFile, got: say.taken });
  const unwritable = (code: string) =>
    new Refused({ where: target, expected: say.writable, got: say.unwritable(code) });
  await copy(source, target, unwritable, path.join(dataFolder(env), TEXTS_FILE));
  await out(`${say.written(target)}\n`);
  return 0;
};

/** Puts a copy into a DATA_DIR that has no data yet; what is there is never overwritten. The next start parts the texts from it. */
export const restore = async ({ words, env, say, out }: Call): Promise<number> => {
  const [source = ""] = words;
  const folder = dataFolder(env);
  const target = path.join(folder, RECORD_FILE);
  if (!existsSync(source)) throw new Refused({ where: source, expected: say.noFile, got: say.noFileGot });
  if (existsSync(target) || existsSync(path.join(folder, TEXTS_FILE)))
    throw new Refused({ where: folder, expected: say.emptyData, got: say.dataThere });
  if (!isOurs(source)) throw new Refused({ where: source, expected: say.backupFile, got: say.otherFile });
  const unwritable = (code: string) =>
    new Refused({ where: folder, expected: say.writable, got: say.unwritable(code) });
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw unwritable((error as NodeJS.ErrnoException).code ?? "");
  }
  await copy(source, target, unwritable);
  await out(`${say.restored(folder)}\n`);
  return 0;
};

const copy = async (
  source: string,
  target: string,
  refuse: (code: string) => Refused,
  texts?: string,
): Promise<void> => {
  const sqlite = new Database(source, { readonly: true, fileMustExist: true });
  try {
    await sqlite.backup(target);
    // a copy of the log mode would make the reader of a backup write beside it
    const copied = new Database(target);
    copied.pragma("journal_mode = DELETE");
    if (texts && existsSync(texts)) {
      copied.prepare("attach ? as texts").run(texts);
      // the data of an earlier version has not been moved yet
      const isMoved = copied.prepare("select 1 from texts.sqlite_master where name = 'text_rows'").get();
      const table = isMoved ? "text_rows" : "texts_log";
      copied.exec(`insert or ignore into main.${table} select * from texts.${table}`);
    }
    copied.close();
    chmodSync(target, 0o600);
  } catch (error) {
    rmSync(target, { force: true });
    throw refuse((error as NodeJS.ErrnoException).code ?? (error as Error).message);
  } finally {
    sqlite.close();
  }
};

const isOurs = (file: string): boolean => {
  try {
    const sqlite = new Database(file, { readonly: true, fileMustExist: true });
    try {
      const tables = sqlite.prepare("select count(*) from sqlite_master where type = 'table' and name = 'workshops'");
      return tables.pluck().get() === 1 && sqlite.pragma("quick_check", { simple: true }) === "ok";
    } finally {
      sqlite.close();
    }
  } catch {
    return false;
  }
};
