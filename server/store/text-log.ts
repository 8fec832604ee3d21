import type SQLite from "better-sqlite3";
import { checkedRows, checksumOf, type StoredRow, type TextLog } from "../collaboration/text-log.ts";
import { textRows, textRowsOfBefore } from "./migrations/0015-text-rows.ts";

/** What one step of a compaction writes or takes away at most; it is done in a few milliseconds. */
const STEP_BYTES = 65_536;
const STEP_ROWS = 250;
/** Half a megabyte: what the write-ahead log has gathered goes into the file before that takes longer than 10 ms. */
const CHECKPOINT_PAGES = 128;

/** Makes the table of a texts file; rows of before step 15 move over. Of two processes one waits and finds it done. */
export const layTextRows = (texts: SQLite.Database): void => {
  texts.exec(textRows);
  const isOld = texts.prepare("select 1 from sqlite_master where name = 'texts_log'");
  if (!isOld.get()) return;
  const move = texts.transaction(() => {
    if (isOld.get()) texts.exec(textRowsOfBefore);
  });
  move.immediate();
};

/** A row of the table. Part 0 has the length and the checksum of the whole. */
type Piece = { seq: number; part: number; length: number; checksum: number; bytes: Buffer };

export const PIECES_SQL =
  "select seq, part, length, checksum, bytes from text_rows where room = ? and seq > ? order by seq, part";

/**
 * The rows of a room from their pieces. Parts without a part 0, or beyond what it speaks of, are left over from a
 * compaction that did not come to its end.
 */
export function* wholeRows(pieces: Iterable<Piece>): Generator<StoredRow> {
  let head: Piece | null = null;
  let parts: Buffer[] = [];
  let missing = 0;
  const whole = ({ seq, length, checksum }: Piece): StoredRow => {
    const [first = Buffer.alloc(0), ...others] = parts;
    return { seq, length, checksum, update: others.length ? Buffer.concat(parts) : first };
  };
  for (const piece of pieces) {
    if (piece.part === 0) {
      if (head) yield whole(head);
      head = piece;
      parts = [];
      missing = piece.length;
    } else if (piece.seq !== head?.seq || piece.part !== parts.length || missing <= 0) continue;
    parts.push(piece.bytes);
    missing -= piece.bytes.length;
  }
  if (head) yield whole(head);
}

/**
 * The text log in SQLite. The connection is to be its own: an append must never become part of a transaction that
 * somebody else has open, and texts get by with `synchronous=NORMAL` in WAL mode (a crash of the process loses nothing).
 */
export const openTextLog = (
  database: SQLite.Database,
  logger: { warn(about: object, sentence: string): void },
): TextLog => {
  database.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  // statements are prepared once: prepared anew for every write they are left to the garbage collector under load
  const insert = database.prepare<[string, number, number, number, Uint8Array]>(
    "insert into text_rows (room, seq, part, length, checksum, bytes) values (?, ?, 0, ?, ?, ?)",
  );
  const pieces = database.prepare<[string, number], Piece>(PIECES_SQL);
  const measure = database.prepare<[string], { rows: number; bytes: number; seq: number }>(
    `select count(*) rows, coalesce(sum(length), 0) bytes, coalesce(max(seq), 0) seq
     from text_rows where room = ? and part = 0`,
  );
  const remove = database.prepare<[string, number]>("delete from text_rows where room = ? and seq = ?");
  const setPart = database.prepare<[string, number, number, number, number, Uint8Array]>(
    "insert or replace into text_rows (room, seq, part, length, checksum, bytes) values (?, ?, ?, ?, ?, ?)",
  );
  const isState = database.prepare<[string, number]>(
    "select 1 from text_rows where room = ? and seq = ? and part = 0 and length > length(bytes)",
  );
  const replace = database.prepare<[number, number, Uint8Array, string, number]>(
    "update text_rows set length = ?, checksum = ?, bytes = ? where room = ? and seq = ? and part = 0",
  );
  const sizesBefore = database.prepare<[string, number], { seq: number; part: number; bytes: number }>(
    "select seq, part, length(bytes) bytes from text_rows where room = ? and seq < ? order by seq, part",
  );
  const removeUpTo = database.prepare<[string, number, number]>(
    "delete from text_rows where room = ? and (seq, part) <= (?, ?)",
  );

  const write = ({ room, seq, update }: { room: string; seq: number; update: Uint8Array }): void =>
    void insert.run(room, seq, update.length, checksumOf(update), update);

  const writeAll = database.transaction((batch: Parameters<TextLog["append"]>[0]) => {
    for (const row of batch) write(row);
  });

  const drop = database.transaction((room: string, seqs: readonly number[]) => {
    for (const seq of seqs) remove.run(room, seq);
  });

  const read = (room: string, from: number, bytes: number): StoredRow[] => {
    const rows: StoredRow[] = [];
    let size = 0;
    for (const row of wholeRows(pieces.iterate(room, from))) {
      rows.push(row);
      size += row.update.length;
      if (size > bytes) break;
    }
    return rows;
  };

  /** The last piece of a room that goes in the next step; null when nothing stands before `before`. */
  const lastToTrim = (room: string, before: number): { seq: number; part: number } | null => {
    let last: { seq: number; part: number } | null = null;
    let rows = 0;
    let size = 0;
    for (const { seq, part, bytes } of sizesBefore.iterate(room, before)) {
      rows++;
      size += bytes;
      if (last && (rows > STEP_ROWS || size > STEP_BYTES)) break;
      last = { seq, part };
    }
    return last;
  };

  return {
    append(batch) {
      // one statement is a transaction by itself; most turns of the loop bring one update
      const [first] = batch;
      if (batch.length === 1 && first) write(first);
      else writeAll(batch);
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
    *compact(room, upTo, state) {
      // after a crash it may stand there already, with what it says still before it; parts in use are not written over
      if (!isState.get(room, upTo)) {
        // nobody looks at these before part 0 speaks of them
        for (let part = 1; part * STEP_BYTES < state.length; part++) {
          const bytes = state.subarray(part * STEP_BYTES, (part + 1) * STEP_BYTES);
          setPart.run(room, upTo, part, bytes.length, checksumOf(bytes), bytes);
          yield;
        }
        replace.run(state.length, checksumOf(state), state.subarray(0, STEP_BYTES), room, upTo);
      }
      for (let last = lastToTrim(room, upTo); last; last = lastToTrim(room, upTo)) {
        removeUpTo.run(room, last.seq, last.part);
        yield;
      }
    },
  };
};
