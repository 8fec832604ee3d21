import type SQLite from "better-sqlite3";
import { BadSetting } from "../env.ts";
import { accounts } from "./migrations/0001-accounts.ts";
import { record } from "./migrations/0002-record.ts";
import { TEXTS_LOG_SQL } from "./text-log.ts";

/** One step of the schema, forward only; a number is never used twice and never changed once released. */
export type Migration = { number: number; name: string; sql: string };

const MIGRATIONS: readonly Migration[] = [
  { number: 1, name: "accounts", sql: accounts },
  { number: 2, name: "record", sql: record },
  { number: 3, name: "texts", sql: TEXTS_LOG_SQL },
];

/** Brings the schema up to date, each step in a transaction of its own. */
export const migrate = (sqlite: SQLite.Database, migrations = MIGRATIONS): void => {
  sqlite.exec("create table if not exists migrations (number integer primary key, name text not null, applied_at text not null) strict");
  const applied = new Set(sqlite.prepare("select number from migrations").pluck().all() as number[]);
  const newest = Math.max(0, ...migrations.map(({ number }) => number));
  const ahead = [...applied].find((number) => number > newest);
  if (ahead) throw new BadSetting(`DATA_DIR: the data was written by a newer version of Reglament (schema ${ahead}, this one knows ${newest})`);
  for (const { number, name, sql } of migrations) {
    if (applied.has(number)) continue;
    sqlite.transaction(() => {
      sqlite.exec(sql);
      sqlite.prepare("insert into migrations values (?, ?, datetime('now'))").run(number, name);
    })();
  }
};
