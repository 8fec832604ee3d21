import { accessSync, closeSync, constants, mkdirSync, openSync } from "node:fs";
import path from "node:path";
import type SQLite from "better-sqlite3";
import { Kysely, SqliteDialect, sql } from "kysely";
import type { AccountTables } from "../access/tables.ts";
import { BadSetting } from "../env.ts";
import { migrate } from "./migrations.ts";
import { Database } from "./sqlite.ts";
import type { RecordTables } from "./tables.ts";
import { layTextRows } from "./text-log.ts";

export const RECORD_FILE = "reglament.sqlite";
export const TEXTS_FILE = "texts.sqlite";

export type Tables = RecordTables & AccountTables;

/**
 * How much a text outlives: «normal» a crash of the process, «full» a loss of power too, at the price of a wait for the
 * disk at every commit.
 */
export type TextsSync = "normal" | "full";

/** The data of one installation. `texts` is a file of its own: an append never waits for a command, nor falls into one. */
export type Store = {
  db: Kysely<Tables>;
  sqlite: SQLite.Database;
  texts: SQLite.Database;
  ping(): void;
  /** Waits for the last command and moves everything from the write-ahead log into the file. */
  close(): Promise<void>;
};

/**
 * Opens DATA_DIR/reglament.sqlite, brings its schema up to date, and DATA_DIR/texts.sqlite beside it. Commands of the record are on disk when they are
 * answered (`synchronous=FULL`); what is deleted is overwritten (`secure_delete`).
 * @throws {BadSetting} one line when the folder or the file cannot be used.
 */
export const openDatabase = (folder: string, textsSync: TextsSync = "normal"): Store => {
  const file = path.join(folder, RECORD_FILE);
  const textsFile = path.join(folder, TEXTS_FILE);
  for (const each of [file, textsFile]) claim(folder, each);
  const sqlite = connect(file, "full", migrate);
  const texts = connect(textsFile, textsSync, (connection) => {
    layTextRows(connection);
    bringTexts(connection, file);
  });
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) });
  return {
    db,
    sqlite,
    texts,
    ping: () => void sqlite.prepare("select 1").get(),
    async close() {
      if (texts.open) texts.pragma("wal_checkpoint(truncate)");
      texts.close();
      // through the queue of the connection: the last command is to be finished first
      if (sqlite.open) await sql`pragma wal_checkpoint(truncate)`.execute(db);
      await db.destroy();
    },
  };
};

/**
 * Texts that lie beside the record, as they do in a backup and did in earlier versions, are brought into their own file.
 * Stopped in the middle, it is done again at the next start: rows keep their numbers.
 */
const bringTexts = (texts: SQLite.Database, record: string): void => {
  texts.prepare("attach ? as record").run(record);
  try {
    if (!texts.prepare("select 1 from record.text_rows limit 1").get()) return;
    texts
      .transaction(() => {
        texts.exec("insert or ignore into main.text_rows select * from record.text_rows");
        texts.exec("delete from record.text_rows");
      })
      .immediate();
  } finally {
    texts.exec("detach record");
  }
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
  synchronous: TextsSync,
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
