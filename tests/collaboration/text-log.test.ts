import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { CLOSE } from "../../server/collaboration/close-codes.ts";
import { Coverage } from "../../server/collaboration/coverage.ts";
import { updateOf } from "../../server/collaboration/messages.ts";
import type { TextLog } from "../../server/collaboration/text-log.ts";
import { openTextLog } from "../../server/store/text-log.ts";
import { updatesOf } from "./messages.ts";
import { connectRaw, enterRoom, isSynced, startRooms, temporaryFolder } from "./running-rooms.ts";
import { openDatabase } from "./serving.ts";

const spoil = "update text_rows set bytes = zeroblob(length) where room = 'w1/norm' and seq = ?";
const letters = (rooms: { write(room: string, change: (doc: Y.Doc) => void): void }, room: string, text: string) => {
  for (const letter of text) rooms.write(room, (doc) => doc.getText("t").insert(doc.getText("t").length, letter));
};

describe("the text log", () => {
  test("whose tail is torn opens with what is before it, says so, and goes on", async () => {
    const first = await startRooms();
    letters(first.rooms, "w1/norm", "абвг");
    first.database.prepare(spoil).run(4);
    await first.stop();
    const again = await startRooms({ file: first.file });
    expect(again.rooms.withDoc("w1/norm", (doc) => doc.getText("t").toString())).toBe("абв");
    expect(again.lines.map(({ sentence }) => sentence)).toContain("a torn tail of a text log was dropped");
    letters(again.rooms, "w1/norm", "д");
    await again.stop();
    const third = await startRooms({ file: first.file });
    expect(third.rooms.withDoc("w1/norm", (doc) => doc.getText("t").toString())).toBe("абвд");
  });

  test("that is broken in the middle stops its room with a clear error, and only this room", async () => {
    const first = await startRooms();
    letters(first.rooms, "w1/norm", "абвг");
    letters(first.rooms, "w1/other", "цел");
    first.database.prepare(spoil).run(2);
    await first.stop();
    const again = await startRooms({ file: first.file });
    expect(await (await connectRaw(again.url, "w1/norm")).closed).toBe(CLOSE.failed);
    expect(() => again.rooms.withDoc("w1/norm", () => null)).toThrow("broken at row 2");
    expect(again.lines.some(({ level, about }) => level === "error" && about.room === "w1/norm")).toBe(true);
    const other = enterRoom(again.url, "w1/other");
    await isSynced(other.provider);
    expect(other.text.toString()).toBe("цел");
  });

  test("that cannot be written tells nobody, and its seats come back to what is kept", async () => {
    const { url, rooms, database } = await startRooms();
    letters(rooms, "w1/norm", "а");
    const seat = await connectRaw(url, "w1/norm");
    database.exec("create trigger full before insert on text_rows begin select raise(abort, 'disk full'); end");
    expect(() => letters(rooms, "w1/norm", "б")).toThrow("could not be written");
    expect(await seat.closed).toBe(CLOSE.failed);
    expect(seat.frames.some((frame) => frame[0] === 0 && frame[1] === 2)).toBe(false);
    database.exec("drop trigger full");
    expect(rooms.withDoc("w1/norm", (doc) => doc.getText("t").toString())).toBe("а");
  });
});

describe("a text log that is put together", () => {
  const MARKED = 200_000;
  /** A log of short rows and, at times, a long one; `state` stands for all of them. */
  const written = (lengths: readonly number[]) => {
    const file = join(temporaryFolder(), "texts.sqlite");
    const database = openDatabase(file);
    const log = openTextLog(database, { warn: () => undefined });
    lengths.forEach((length, index) => {
      log.append([{ room: "w1/norm", seq: index + 1, update: new Uint8Array(length).fill(index + 1) }]);
    });
    log.append([{ room: "w1/other", seq: 1, update: Uint8Array.of(7) }]);
    return { file, database, log };
  };
  const rowsOf = (log: TextLog) => log.load("w1/norm").map(({ seq, update }) => ({ seq, bytes: update.length }));

  test("says the same after every step, abandoned there by a crash, and when it is done once more", () => {
    const lengths = fc.array(fc.oneof(fc.integer({ min: 1, max: 50 }), fc.constant(70_000)), {
      minLength: 2,
      maxLength: 8,
    });
    const state = fc.constantFrom(10, 65_536, 65_537, MARKED);
    fc.assert(
      fc.property(lengths, fc.nat(), state, state, fc.nat(12), (rows, to, first, second, until) => {
        const { file, database, log } = written(rows);
        const upTo = 1 + (to % rows.length);
        const before = rows.map((bytes, index) => ({ seq: index + 1, bytes }));
        const tail = before.slice(upTo);
        // either nothing is changed yet, or the state stands there, behind what was not taken away yet
        const isWhole = (now: { seq: number; bytes: number }[], stood: number, state: number) => {
          const at = now.findIndex(({ seq }) => seq === upTo);
          expect([stood, state]).toContain(now[at]?.bytes);
          expect(now.slice(0, at)).toEqual(before.slice(upTo - 1 - at, upTo - 1));
          if (now[at]?.bytes !== state && stood === before[upTo - 1]?.bytes) expect(at).toBe(upTo - 1);
          expect(now.slice(at + 1)).toEqual(tail);
        };
        const steps = log.compact("w1/norm", upTo, new Uint8Array(first).fill(99));
        for (let step = 0; step < until && !steps.next().done; step++) isWhole(rowsOf(log), rows[upTo - 1] ?? 0, first);
        database.close();
        const again = openDatabase(file);
        const opened = openTextLog(again, { warn: (_, why) => expect.unreachable(why) });
        const stands = rowsOf(opened).find(({ seq }) => seq === upTo)?.bytes ?? 0;
        const anew = opened.compact("w1/norm", upTo, new Uint8Array(second).fill(88));
        // a long state that stands there already is left as it is
        const last = stands === first && first > 65_536 ? first : second;
        while (!anew.next().done) isWhole(rowsOf(opened), stands, last);
        expect(rowsOf(opened)).toEqual([{ seq: upTo, bytes: last }, ...tail]);
        expect(opened.size("w1/norm")).toEqual({
          rows: 1 + tail.length,
          bytes: tail.reduce<number>((sum, { bytes }) => sum + bytes, last),
          seq: rows.length,
        });
        expect(opened.load("w1/other")).toHaveLength(1);
        again.close();
      }),
      { numRuns: 40 },
    );
  });

  test("lets nobody see the bytes of two states mixed", () => {
    const { log } = written([5, 5]);
    const abandoned = log.compact("w1/norm", 2, new Uint8Array(MARKED).fill(1));
    for (let step = 0; step < 3; step++) abandoned.next();
    const short = new Uint8Array(MARKED - 100_000).fill(2);
    const steps = log.compact("w1/norm", 2, short);
    while (!steps.next().done);
    expect(log.load("w1/norm").map(({ update }) => [...update])).toEqual([[...short]]);
  });
});

describe("what a room knows to have", () => {
  test("is just what changes no document any more", () => {
    const step = fc.record({ author: fc.nat(2), at: fc.nat(30), isDeletion: fc.boolean(), repeats: fc.nat(30) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const whole = new Y.Doc();
        const authors = [0, 1, 2].map(() => new Y.Doc());
        const coverage = new Coverage();
        const sent: Uint8Array[] = [];
        for (const { author, at, isDeletion, repeats } of steps) {
          const doc = authors[author] ?? whole;
          Y.applyUpdate(doc, Y.encodeStateAsUpdate(whole));
          const text = doc.getText("t");
          sent.push(
            ...updatesOf(() => {
              if (isDeletion && text.length > 0) text.delete(at % text.length, 1);
              else text.insert(Math.min(at, text.length), "xy");
            }, doc),
          );
          for (const update of [sent.at(-1), sent[repeats % sent.length]]) {
            if (!update) continue;
            const before = Y.encodeSnapshot(Y.snapshot(whole)).join();
            Y.applyUpdate(whole, update);
            const isNews = before !== Y.encodeSnapshot(Y.snapshot(whole)).join();
            expect(coverage.add(updateOf(update))).toBe(isNews ? "new" : "known");
          }
        }
        expect(coverage.add(updateOf(Y.encodeStateAsUpdate(whole)))).toBe("known");
        expect(Y.encodeStateVector(coverage.vector).length).toBe(Y.encodeStateVector(whole).length);
      }),
    );
  });
});
