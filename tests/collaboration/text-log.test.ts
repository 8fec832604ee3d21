import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { CLOSE } from "../../server/collaboration/close-codes.ts";
import { Coverage } from "../../server/collaboration/coverage.ts";
import { updateOf } from "../../server/collaboration/messages.ts";
import { updatesOf } from "./messages.ts";
import { connectRaw, enterRoom, isSynced, startRooms } from "./running-rooms.ts";

const spoil = "update texts_log set bytes = zeroblob(length) where seq = ?";
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
    database.exec("create trigger full before insert on texts_log begin select raise(abort, 'disk full'); end");
    expect(() => letters(rooms, "w1/norm", "б")).toThrow("could not be written");
    expect(await seat.closed).toBe(CLOSE.failed);
    expect(seat.frames.some((frame) => frame[0] === 0 && frame[1] === 2)).toBe(false);
    database.exec("drop trigger full");
    expect(rooms.withDoc("w1/norm", (doc) => doc.getText("t").toString())).toBe("а");
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
