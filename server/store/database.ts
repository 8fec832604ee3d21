import { accessSync, closeSync, constants, mkdirSync, openSync } from "node:fs";
import path from "node:path";
import type SQLite from "better-sqlite3";
import { Kysely, SqliteDialect, sql } from "kysely";
import type { AccountTables } from "../access/tables.ts";
import { BadSetting } from "../env.ts";
import { migrate } from "./migrations.ts";
import { Database } from "./sqlite.ts";
import type { RecordTables } from "./tables.ts";

export type Tables = RecordTables & AccountTables;

/** The data of one installation. `texts` is a connection of its own: the text log commits at its own pace. */
export type Store = {
  db: Kysely<Tables>;
  sqlite: SQLite.Database;
  texts: SQLite.Database;
  ping(): void;
  /** Waits for the last command and moves everything from the write-ahead log into the file. */
  close(): Promise<void>;
};

/**
 * Opens DATA_DIR/reglament.sqlite and brings its schema up to date. Commands of the record are on disk when they are
 * answered (`synchronous=FULL`); what is deleted is overwritten (`secure_delete`).
 * @throws {BadSetting} one line when the folder or the file cannot be used.
 */
export const openDatabase = (folder: string): Store => {
  const file = path.join(folder, "reglament.sqlite");
  claim(folder, file);
  const sqlite = connect(file, "FULL", migrate);
  const texts = connect(file, "NORMAL");
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) });
  return {
    db,
    sqlite,
    texts,
    ping: () => void sqlite.prepare("select 1").get(),
    async close() {
      texts.close();
      // through the queue of the connection: the last command is to be finished first
      if (sqlite.open) await sql`pragma wal_checkpoint(truncate)`.execute(db);
      await db.destroy();
    },
  };
};

/** Makes sure that there is a file of ours to write; SQLite gives its companions (-wal, -shm) the same rights. */
const claim = (folder: string, file: string): void => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
    closeSync(openSync(file, "a", 0o600));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown";
    throw new BadSetting(`DATA_DIR: "${folder}" cannot be written (${code})`);
  }
};

const connect = (
  file: string,
  synchronous: "FULL" | "NORMAL",
  prepare?: (sqlite: SQLite.Database) => void,
): SQLite.Database => {
  let sqlite: SQLite.Database | undefined;
  try {
    sqlite = new Database(file, { timeout: 5000 });
    sqlite.pragma("journal_mode = WAL");
    sqlite.pragma(`synchronous = ${synchronous}`);
    sqlite.pragma("foreign_keys = ON");
    sqlite.pragma("secure_delete = ON");
    prepare?.(sqlite);
    return sqlite;
  } catch (error) {
    sqlite?.close();
    if (error instanceof BadSetting) throw error;
    throw new BadSetting(`DATA_DIR: "${file}" cannot be used as the database (${(error as Error).message})`);
  }
};
