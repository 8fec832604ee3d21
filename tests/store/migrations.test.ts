import { mkdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { crc32 } from "node:zlib";
import { describe, expect, onTestFinished, test } from "vitest";
import { openDatabase, type Store } from "#server/store/database.ts";
import { texts } from "#server/store/migrations/0003-texts.ts";
import { migrate } from "#server/store/migrations.ts";
import { Database } from "#server/store/sqlite.ts";
import { openTextLog } from "#server/store/text-log.ts";
import { dataFolder } from "../access/data-folder.ts";

const open = (folder: string): Store => {
  const store = openDatabase(folder);
  onTestFinished(() => store.close());
  return store;
};
const schemaOf = ({ sqlite }: Store) => sqlite.prepare("select name, sql from sqlite_master order by name").all();
const appliedIn = ({ sqlite }: Store) => sqlite.prepare("select * from migrations order by number").all();

const memory = () => {
  const sqlite = new Database(":memory:");
  onTestFinished(() => void sqlite.close());
  return sqlite;
};

describe("the data of an installation", () => {
  test("is laid out once; a second start changes nothing", async () => {
    const folder = dataFolder();
    const first = openDatabase(folder);
    const before = { schema: schemaOf(first), applied: appliedIn(first) };
    await first.close();
    const second = open(folder);
    expect({ schema: schemaOf(second), applied: appliedIn(second) }).toEqual(before);
    expect(before.applied.length).toBeGreaterThan(0);
  });

  test("is there for its owner only, with the log beside it", () => {
    const folder = path.join(dataFolder(), "data");
    open(folder);
    const rights = (name: string) => statSync(path.join(folder, name)).mode & 0o777;
    expect(rights(".")).toBe(0o700);
    for (const name of ["reglament.sqlite", "texts.sqlite"])
      expect([rights(name), rights(`${name}-wal`)], name).toEqual([0o600, 0o600]);
  });

  test("is kept as promised: on disk when answered, overwritten when deleted, references checked", () => {
    const { sqlite, texts } = open(dataFolder());
    const pragma = (connection: typeof sqlite, name: string) => connection.pragma(name, { simple: true });
    expect(pragma(sqlite, "journal_mode")).toBe("wal");
    expect([pragma(sqlite, "synchronous"), pragma(texts, "synchronous")]).toEqual([2, 1]);
    for (const connection of [sqlite, texts])
      expect([pragma(connection, "secure_delete"), pragma(connection, "foreign_keys")]).toEqual([1, 1]);
  });

  test("keeps texts through a loss of power too where that is wished", async () => {
    const store = openDatabase(dataFolder(), "full");
    expect(store.texts.pragma("synchronous", { simple: true })).toBe(2);
    await store.close();
  });

  test("has its texts in a file of their own, also those of a backup and of earlier versions", async () => {
    const folder = dataFolder();
    const update = new Uint8Array([1, 2, 3]);
    const lines = { warn: () => undefined };
    const before = openDatabase(folder);
    openTextLog(before.sqlite, lines).append([{ room: "w/one", seq: 1, update }]);
    await before.close();
    for (const start of ["first", "second"]) {
      const store = openDatabase(folder);
      const rows = openTextLog(store.texts, lines).load("w/one");
      expect(
        rows.map((row) => [...row.update]),
        start,
      ).toEqual([[1, 2, 3]]);
      expect(store.sqlite.prepare("select count(*) from text_rows").pluck().get(), start).toBe(0);
      // what was left half done is done again: the row is in both
      store.sqlite.exec(`attach '${path.join(folder, "texts.sqlite")}' as texts`);
      store.sqlite.exec("insert into main.text_rows select * from texts.text_rows");
      await store.close();
    }
  });

  test("keeps its texts when it comes from before their rows had parts", async () => {
    const folder = dataFolder();
    const before = openDatabase(folder);
    before.texts.exec(`drop table text_rows; ${texts}`);
    const insert = before.texts.prepare("insert into texts_log (room, length, checksum, bytes) values (?, 3, ?, ?)");
    const update = new Uint8Array([1, 2, 3]);
    for (const room of ["w/one", "w/two", "w/one"]) insert.run(room, crc32(update), update);
    await before.close();
    const store = open(folder);
    const log = openTextLog(store.texts, { warn: () => undefined });
    expect(log.load("w/one").map(({ seq, update }) => [seq, ...update])).toEqual([
      [1, 1, 2, 3],
      [3, 1, 2, 3],
    ]);
    expect(log.size("w/two")).toEqual({ rows: 1, bytes: 3, seq: 2 });
  });

  test("takes a text while a command is in the middle of its transaction", () => {
    const { sqlite, texts } = open(dataFolder());
    const log = openTextLog(texts, { warn: () => undefined });
    sqlite.exec("begin immediate");
    log.append([{ room: "w/one", seq: 1, update: new Uint8Array([1]) }]);
    sqlite.exec("rollback");
    expect(log.load("w/one")).toHaveLength(1);
  });

  test("leaves no log behind when the server stops, and may be closed twice", async () => {
    const folder = dataFolder();
    const store = openDatabase(folder);
    await store.close();
    await store.close();
    expect(() => store.ping()).toThrow();
    expect(statSync(path.join(folder, "reglament.sqlite")).size).toBeGreaterThan(0);
    expect(() => statSync(path.join(folder, "reglament.sqlite-wal"))).toThrow("ENOENT");
  });

  test("of a newer version is refused in one line and left as it is", () => {
    const folder = dataFolder();
    const file = path.join(folder, "reglament.sqlite");
    const sqlite = new Database(file);
    migrate(sqlite);
    sqlite.prepare("insert into migrations values (999, 'of tomorrow', datetime('now'))").run();
    sqlite.close();
    expect(() => openDatabase(folder)).toThrow(
      /^DATA_DIR: the data was written by a newer version of Reglament \(schema 999, this one knows \d+\)$/,
    );
  });

  test("that is no database is refused in one line that names the file", () => {
    const folder = dataFolder();
    writeFileSync(path.join(folder, "reglament.sqlite"), "Dear diary, ".repeat(100));
    expect(() => openDatabase(folder)).toThrow(
      /^DATA_DIR: ".*reglament\.sqlite" cannot be used as the database \(file is not a database\)$/,
    );
  });

  test("in a place that cannot be written is refused in one line", () => {
    const folder = dataFolder();
    writeFileSync(path.join(folder, "file"), "");
    expect(() => openDatabase(path.join(folder, "file", "data"))).toThrow(
      /^DATA_DIR: ".*" cannot be written \(ENOTDIR\)$/,
    );
    mkdirSync(path.join(folder, "reglament.sqlite"));
    expect(() => openDatabase(folder)).toThrow(/^DATA_DIR: ".*" cannot be written \(EISDIR\)$/);
  });
});

describe("a step of the schema", () => {
  const first = { number: 1, name: "one", sql: "create table one (id integer primary key) strict" };

  test("that fails leaves nothing of itself, and those before it stand", () => {
    const sqlite = memory();
    const broken = {
      number: 2,
      name: "two",
      sql: "create table two (id integer) strict; insert into nowhere values (1)",
    };
    expect(() => migrate(sqlite, [first, broken])).toThrow("no such table: nowhere");
    expect(sqlite.prepare("select name from sqlite_master where type = 'table' order by name").pluck().all()).toEqual([
      "migrations",
      "one",
    ]);
    const mended = { ...broken, sql: "create table two (id integer) strict" };
    migrate(sqlite, [first, mended]);
    expect(sqlite.prepare("select number from migrations order by number").pluck().all()).toEqual([1, 2]);
  });

  test("that was applied already is not applied again", () => {
    const sqlite = memory();
    migrate(sqlite, [first]);
    migrate(sqlite, [first, { number: 2, name: "two", sql: "alter table one add column word text" }]);
    migrate(sqlite, [first, { number: 2, name: "two", sql: "alter table one add column word text" }]);
    expect(sqlite.prepare("select name from pragma_table_info('one')").pluck().all()).toEqual(["id", "word"]);
  });
});
