import type SQLite from "better-sqlite3";
import { isAsWritten } from "../collaboration/text-log.ts";

type Row = { seq: number; room: string; length: number; checksum: number; bytes: Buffer };

/** What is wrong with the log of one text: how many of its rows are not what was written. */
export type BrokenText = { room: string; rows: number; broken: number[] };

/** The texts with rows that are not what was written, torn tails among them. */
export const findBroken = (texts: SQLite.Database): BrokenText[] => {
  const found = new Map<string, BrokenText>();
  const all = texts.prepare<[], Row>("select seq, room, length, checksum, bytes from texts_log order by seq");
  for (const { room, seq, length, checksum, bytes } of all.iterate()) {
    const text = found.get(room) ?? { room, rows: 0, broken: [] };
    text.rows++;
    if (!isAsWritten({ seq, length, checksum, update: bytes })) text.broken.push(seq);
    found.set(room, text);
  }
  return [...found.values()].filter(({ broken }) => broken.length > 0);
};

/**
 * Puts the broken rows of a text aside, into the table `texts_broken`, so that the text opens again with all the others.
 * Whoever still has in the browser what stood there gives it back by itself.
 */
export const putAside = (texts: SQLite.Database, { broken }: BrokenText): void => {
  texts.exec(`create table if not exists texts_broken (
    seq integer primary key, room text not null, length integer not null, checksum integer not null, bytes blob not null
  )`);
  const keep = texts.prepare<[number]>("insert or ignore into texts_broken select * from texts_log where seq = ?");
  const drop = texts.prepare<[number]>("delete from texts_log where seq = ?");
  texts
    .transaction(() => {
      for (const seq of broken) {
        keep.run(seq);
        drop.run(seq);
      }
    })
    .immediate();
};
