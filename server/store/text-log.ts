import type SQLite from "better-sqlite3";
import { checkedRows, checksumOf, type StoredRow, type TextLog } from "../collaboration/text-log.ts";

/** For the migrations. Rows of all rooms stand in one order of commits; a row says how long it was and what it was. */
export const TEXTS_LOG_SQL = `
create table if not exists texts_log (
  seq integer primary key autoincrement,
  room text not null,
  length integer not null,
  checksum integer not null,
  bytes blob not null
);
create index if not exists texts_log_by_room on texts_log (room, seq);
`;

type Row = { seq: number; length: number; checksum: number; bytes: Buffer };

const stored = ({ seq, length, checksum, bytes }: Row): StoredRow => ({ seq, length, checksum, update: bytes });

/**
 * The text log in SQLite. The connection is to be its own: an append must never become part of a transaction that
 * somebody else has open, and texts get by with `synchronous=NORMAL` in WAL mode (a crash of the process loses nothing).
 */
export const openTextLog = (
  database: SQLite.Database,
  logger: { warn(about: object, sentence: string): void },
): TextLog => {
  // statements are prepared once: prepared anew for every write they are left to the garbage collector under load
  const insert = database.prepare<[string, number, number, Uint8Array]>(
    "insert into texts_log (room, length, checksum, bytes) values (?, ?, ?, ?)",
  );
  const after = database.prepare<[string, number], Row>(
    "select seq, length, checksum, bytes from texts_log where room = ? and seq > ? order by seq",
  );
  const measure = database.prepare<[string], { rows: number; bytes: number; seq: number }>(
    "select count(*) rows, coalesce(sum(length), 0) bytes, coalesce(max(seq), 0) seq from texts_log where room = ?",
  );
  const remove = database.prepare<[string, number]>("delete from texts_log where room = ? and seq = ?");
  const removeBefore = database.prepare<[string, number, number]>(
    "delete from texts_log where seq in (select seq from texts_log where room = ? and seq < ? order by seq limit ?)",
  );
  const replace = database.prepare<[number, number, Uint8Array, string, number]>(
    "update texts_log set length = ?, checksum = ?, bytes = ? where room = ? and seq = ?",
  );

  const write = ({ room, update }: { room: string; update: Uint8Array }): number =>
    Number(insert.run(room, update.length, checksumOf(update), update).lastInsertRowid);

  const writeAll = database.transaction((batch: readonly { room: string; update: Uint8Array }[]) => batch.map(write));

  const drop = database.transaction((room: string, seqs: readonly number[]) => {
    for (const seq of seqs) remove.run(room, seq);
  });

  const read = (room: string, from: number, bytes: number): StoredRow[] => {
    const rows: StoredRow[] = [];
    let size = 0;
    for (const row of after.iterate(room, from)) {
      rows.push(stored(row));
      size += row.bytes.length;
      if (size > bytes) break;
    }
    return rows;
  };

  return {
    append(batch) {
      // one statement is a transaction by itself; most turns of the loop bring one update
      const [first] = batch;
      return batch.length === 1 && first ? [write(first)] : writeAll(batch);
    },
    load(room, from = 0, bytes = Number.POSITIVE_INFINITY) {
      const { good, torn } = checkedRows(room, read(room, from, bytes));
      if (torn.length === 0) return good;
      // a part of the log cannot tell a torn tail from a broken middle
      if (Number.isFinite(bytes)) return this.load(room, from);
      logger.warn({ room, rows: torn.length, from: torn[0] }, "a torn tail of a text log was dropped");
      drop(room, torn);
      return good;
    },
    size: (room) => measure.get(room) ?? { rows: 0, bytes: 0, seq: 0 },
    compact(room, upTo, snapshot) {
      replace.run(snapshot.length, checksumOf(snapshot), snapshot, room, upTo);
    },
    trim: (room, before, rows) => removeBefore.run(room, before, rows).changes === rows,
  };
};
