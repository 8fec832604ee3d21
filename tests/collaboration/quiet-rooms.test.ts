import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { shortened } from "../../server/collaboration/merging.ts";
import { awarenessMessage, isAwareness, syncMessage, updatesOf } from "./messages.ts";
import { connectRaw, startRooms, until } from "./running-rooms.ts";

const TIDYING = 5_000;
let time = 0;
const now = () => time;

beforeEach(() => {
  time = Date.now();
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
});
afterEach(() => void vi.useRealTimers());

/** The clock of the rooms goes on, and they look after themselves as often as they would have. */
const pass = (ms: number) => {
  for (let left = ms; left > 0; left -= TIDYING) {
    time += Math.min(left, TIDYING);
    vi.advanceTimersByTime(TIDYING);
  }
};

const letters = (rooms: { write(room: string, change: (doc: Y.Doc) => void): void }, count: number) => {
  for (let at = 0; at < count; at++) rooms.write("w1/norm", (doc) => doc.getText("t").insert(at, "x"));
};

describe("a room in which nobody is", () => {
  test("is let go after a minute, with its log in one row, and is whole when somebody comes again", async () => {
    const { url, rooms, log } = await startRooms({ now });
    letters(rooms, 30);
    const seat = await connectRaw(url, "w1/norm");
    pass(70_000);
    expect(rooms.counts().rooms).toBe(1);
    seat.ws.close();
    await until(() => rooms.counts().seats === 0);
    pass(70_000);
    await until(() => {
      pass(TIDYING);
      return rooms.counts().rooms === 0;
    });
    expect(log.load("w1/norm")).toHaveLength(1);
    expect(rooms.withDoc("w1/norm", (doc) => doc.getText("t").length)).toBe(30);
  });
});

describe("a room in which people are quiet", () => {
  test("has its long log put together", async () => {
    const { url, rooms, log } = await startRooms({ now });
    await connectRaw(url, "w1/norm");
    letters(rooms, 250);
    expect(log.load("w1/norm")).toHaveLength(250);
    pass(25_000);
    await until(() => log.load("w1/norm").length === 1);
    expect(rooms.withDoc("w1/norm", (doc) => doc.getText("t").length)).toBe(250);
  });

  test("says something before stock clients take the connection for dead, and cuts those that are", async () => {
    const { url, rooms } = await startRooms({ now });
    const seat = await connectRaw(url, "w1/norm");
    const before = seat.frames.length;
    pass(25_000);
    await until(() => seat.frames.slice(before).some(isAwareness));
    seat.ws.pause();
    pass(80_000);
    await until(() => rooms.counts().seats === 0);
  });
});

test("a caret that is not renewed for half a minute is taken away", async () => {
  const { url } = await startRooms({ now });
  const [anna, boris] = await Promise.all([connectRaw(url, "w1/norm"), connectRaw(url, "w1/norm")]);
  anna.ws.send(awarenessMessage([{ client: 7, clock: 1, state: '{"user":1}' }]));
  await until(() => boris.frames.some((frame) => isAwareness(frame) && frame.includes('{"user":1}')));
  pass(20_000);
  expect(boris.frames.some((frame) => frame.includes("null"))).toBe(false);
  pass(15_000);
  await until(() => boris.frames.some((frame) => isAwareness(frame) && frame.includes("null")));
});

describe("what one writer sends in one turn of the loop", () => {
  const typed = (count: number) =>
    updatesOf((doc) => {
      for (let at = 0; at < count; at++) doc.getText("t").insert(at, "x");
    }).map((bytes) => ({ bytes, writer: 1 }));

  test("is one row, and says the same", () => {
    const news = typed(5);
    const [one, ...others] = shortened(news);
    expect(others).toEqual([]);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, one?.bytes ?? new Uint8Array());
    expect(doc.getText("t").toString()).toBe("xxxxx");
    expect(one?.bytes.length).toBeLessThan(news.reduce((sum, { bytes }) => sum + bytes.length, 0));
  });

  test("stays as it is beside what others sent, alone, in a flood, and where merging makes nothing smaller", () => {
    const [first, second] = typed(2);
    if (!first || !second) throw new Error("two updates are needed");
    for (const news of [[first], [first, { ...second, writer: 2 }], typed(50), [first, { ...first }].slice(0, 1)])
      expect(shortened(news)).toBe(news);
  });

  test("reaches the others whole", async () => {
    const { url, rooms } = await startRooms({ now });
    const writer = await connectRaw(url, "w1/norm");
    for (const { bytes } of typed(6)) writer.ws.send(syncMessage(2, bytes));
    await until(() => rooms.withDoc("w1/norm", (doc) => doc.getText("t").length) === 6);
  });
});
