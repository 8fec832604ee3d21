import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import type SQLite from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
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
  /** Moves everything from the write-ahead log into the file and empties the log. */
  checkpoint(): void;
  close(): Promise<void>;
};

/**
 * Opens DATA_DIR/reglament.sqlite and brings its schema up to date. Commands of the record are on disk when they are
 * answered (`synchronous=FULL`); what is deleted is overwritten (`secure_delete`).
 * @throws {BadSetting} one line when the folder or the file cannot be used.
 */
export const openDatabase = (folder: string): Store => {
  const file = path.join(folder, "reglament.sqlite");
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    if (existsSync(file)) accessSync(file, constants.W_OK);
  } catch (error) {
    throw new BadSetting(`DATA_DIR: "${folder}" cannot be written (${(error as NodeJS.ErrnoException).code ?? "unknown"})`);
  }
  const sqlite = connect(file, "FULL");
  migrate(sqlite);
  const texts = connect(file, "NORMAL");
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) });
  return {
    db,
    sqlite,
    texts,
    ping: () => void sqlite.prepare("select 1").get(),
    checkpoint: () => void sqlite.pragma("wal_checkpoint(TRUNCATE)"),
    async close() {
      texts.close();
      if (sqlite.open) sqlite.pragma("wal_checkpoint(TRUNCATE)");
      await db.destroy();
    },
  };
};

const connect = (file: string, synchronous: "FULL" | "NORMAL"): SQLite.Database => {
  try {
    const sqlite = new Database(file);
    sqlite.pragma("busy_timeout = 5000");
    sqlite.pragma("journal_mode = WAL");
    sqlite.pragma(`synchronous = ${synchronous}`);
    sqlite.pragma("foreign_keys = ON");
    sqlite.pragma("secure_delete = ON");
    return sqlite;
  } catch (error) {
    throw new BadSetting(`DATA_DIR: "${file}" cannot be opened as a database (${(error as Error).message})`);
  }
};
