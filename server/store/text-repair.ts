import type SQLite from "better-sqlite3";
import { isAsWritten } from "../collaboration/text-log.ts";
import { PIECES_SQL, wholeRows } from "./text-log.ts";

/** What is wrong with the log of one text: how many of its rows are not what was written. */
export type BrokenText = { room: string; rows: number; broken: number[] };

/** The texts with rows that are not what was written, torn tails among them. */
export const findBroken = (texts: SQLite.Database): BrokenText[] => {
  const rooms = texts.prepare<[], string>("select distinct room from text_rows").pluck().all();
  const pieces = texts.prepare<[string, number], never>(PIECES_SQL);
  const checked = rooms.map((room) => {
    const text: BrokenText = { room, rows: 0, broken: [] };
    for (const row of wholeRows(pieces.iterate(room, 0))) {
      text.rows++;
      if (!isAsWritten(row)) text.broken.push(row.seq);
    }
    return text;
  });
  return checked.filter(({ broken }) => broken.length > 0);
};

/**
 * Puts the broken rows of a text aside, into the table `text_rows_broken`, so that the text opens again with all the others.
 * Whoever still has in the browser what stood there gives it back by itself.
 */
export const putAside = (texts: SQLite.Database, { room, broken }: BrokenText): void => {
  texts.exec("create table if not exists text_rows_broken as select * from text_rows where false");
  const keep = texts.prepare<[string, number]>(
    "insert into text_rows_broken select * from text_rows where room = ? and seq = ?",
  );
  const drop = texts.prepare<[string, number]>("delete from text_rows where room = ? and seq = ?");
  texts
    .transaction(() => {
      for (const seq of broken) {
        keep.run(room, seq);
        drop.run(room, seq);
      }
    })
    .immediate();
};
