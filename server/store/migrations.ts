import type SQLite from "better-sqlite3";
import { BadSetting } from "../env.ts";
import { accounts } from "./migrations/0001-accounts.ts";
import { record } from "./migrations/0002-record.ts";
import { texts } from "./migrations/0003-texts.ts";
import { ownTemplates } from "./migrations/0004-own-templates.ts";
import { packageVote } from "./migrations/0005-package.ts";
import { handCount } from "./migrations/0006-hand-count.ts";
import { temperature } from "./migrations/0007-temperature.ts";
import { conductor } from "./migrations/0008-conductor.ts";
import { meeting } from "./migrations/0009-meeting.ts";
import { roundsAndCourse } from "./migrations/0010-rounds-and-course.ts";
import { clock } from "./migrations/0011-clock.ts";
import { afterMeeting } from "./migrations/0012-after-meeting.ts";
import { shelf } from "./migrations/0013-shelf.ts";
import { pauseAndScreen } from "./migrations/0014-pause-and-screen.ts";
import { textRows, textRowsOfBefore } from "./migrations/0015-text-rows.ts";

/** One step of the schema, forward only; a number is never used twice and never changed once released. */
export type Migration = { number: number; name: string; sql: string };

const MIGRATIONS: readonly Migration[] = [
  { number: 1, name: "accounts", sql: accounts },
  { number: 2, name: "record", sql: record },
  { number: 3, name: "texts", sql: texts },
  { number: 4, name: "own templates", sql: ownTemplates },
  { number: 5, name: "package vote", sql: packageVote },
  { number: 6, name: "hand count", sql: handCount },
  { number: 7, name: "temperature", sql: temperature },
  { number: 8, name: "conductor", sql: conductor },
  { number: 9, name: "meeting", sql: meeting },
  { number: 10, name: "rounds and course", sql: roundsAndCourse },
  { number: 11, name: "clock", sql: clock },
  { number: 12, name: "after the meeting", sql: afterMeeting },
  { number: 13, name: "shelf", sql: shelf },
  { number: 14, name: "pause and screen", sql: pauseAndScreen },
  { number: 15, name: "text rows", sql: textRows + textRowsOfBefore },
];

/**
 * Brings the schema up to date, each step in a transaction of its own.
 * @throws {BadSetting} when the data comes from a newer version.
 */
export const migrate = (sqlite: SQLite.Database, migrations = MIGRATIONS): void => {
  sqlite.exec(`create table if not exists migrations (
    number integer primary key, name text not null, applied_at text not null
  ) strict`);
  const known = Math.max(0, ...migrations.map(({ number }) => number));
  const newest = Number(sqlite.prepare("select max(number) from migrations").pluck().get());
  if (newest > known)
    throw new BadSetting(
      `DATA_DIR: the data was written by a newer version of Reglament (schema ${newest}, this one knows ${known})`,
    );
  const isApplied = sqlite.prepare("select 1 from migrations where number = ?");
  const note = sqlite.prepare("insert into migrations values (?, ?, datetime('now'))");
  const step = sqlite.transaction(({ number, name, sql }: Migration) => {
    if (isApplied.get(number)) return;
    sqlite.exec(sql);
    note.run(number, name);
  });
  // immediate: of two processes that start at once one waits and then finds the step done
  for (const migration of migrations) step.immediate(migration);
};
