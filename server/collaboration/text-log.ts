import { crc32 } from "node:zlib";

/** A committed update; `seq` grows by commit order within its room. */
export type TextRow = { seq: number; update: Uint8Array };

/** A row as it lies in a store, with what was noted about it when it was written. */
export type StoredRow = TextRow & { length: number; checksum: number };

/**
 * Where the updates of texts are kept. Every method is synchronous: a seat may only be answered from what is committed,
 * and a turn of the event loop must not end between the commit and the broadcast.
 */
export interface TextLog {
  /** Writes all rows in one transaction, durable on return. A `seq` is one that the room has not had. */
  append(batch: readonly { room: string; seq: number; update: Uint8Array }[]): void;
  /**
   * The room's rows after `after` in order, checked; stops once `bytes` are passed, but never before one row.
   * Drops a torn tail with a log line.
   * @throws {BrokenTextLog} when a broken row has good ones behind it
   */
  load(room: string, after?: number, bytes?: number): TextRow[];
  /** How much there is of a room; zeros and no seq where there is nothing. */
  size(room: string): { rows: number; bytes: number; seq: number };
  /**
   * Puts `state`, which says what all rows up to `upTo` say, in the place of the row `upTo` and takes
   * away those before it. Each step of the iterator takes a few milliseconds and leaves a log that says
   * the same; it may be abandoned after any.
   */
  compact(room: string, upTo: number, state: Uint8Array): Iterator<void>;
}

/** A row in the middle of a room's log is not what was written; only a repair may decide what to give up. */
export class BrokenTextLog extends Error {
  readonly room: string;
  readonly seq: number;
  constructor(room: string, seq: number) {
    super(`the text log of a room is broken at row ${seq}`);
    this.name = "BrokenTextLog";
    this.room = room;
    this.seq = seq;
  }
}

export const checksumOf = (update: Uint8Array): number => crc32(update);

export const isAsWritten = ({ update, length, checksum }: StoredRow): boolean =>
  update.length === length && checksumOf(update) === checksum;

/**
 * Splits rows into those that are what was written and the torn tail: broken rows that only broken ones follow.
 * @throws {BrokenTextLog} when a good row follows a broken one
 */
export const checkedRows = (room: string, rows: readonly StoredRow[]): { good: TextRow[]; torn: number[] } => {
  const firstBroken = rows.findIndex((row) => !isAsWritten(row));
  if (firstBroken === -1) return { good: rows.map(({ seq, update }) => ({ seq, update })), torn: [] };
  const tail = rows.slice(firstBroken);
  if (tail.some(isAsWritten)) throw new BrokenTextLog(room, tail[0]?.seq ?? 0);
  return {
    good: rows.slice(0, firstBroken).map(({ seq, update }) => ({ seq, update })),
    torn: tail.map(({ seq }) => seq),
  };
};
