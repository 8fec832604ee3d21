import { beforeEach, describe, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { CLOSE } from "../../server/collaboration/close-codes.ts";
import { isDenial, isGrant, isUpdate, syncMessage, updatesOf } from "./messages.ts";
import { connectRaw, enterRoom, isSynced, sleep, startRooms, until } from "./running-rooms.ts";

// the stock client warns of every denial
beforeEach(() => void vi.spyOn(console, "warn").mockImplementation(() => undefined));

const insertion = (text: string) => updatesOf((doc) => doc.getText("t").insert(0, text))[0] ?? new Uint8Array();
const textOf = (doc: Y.Doc) => doc.getText("t").toString();

describe("a seat that may only read", () => {
  test("is refused when it writes, and told so", async () => {
    const { url, rooms } = await startRooms();
    const reader = await connectRaw(url, "w1/norm", "?read");
    const bystander = await connectRaw(url, "w1/norm");
    await until(() => reader.frames.some(isDenial));
    await sleep(10);
    reader.ws.send(syncMessage(2, insertion("чужое")));
    await until(() => reader.frames.filter(isDenial).length === 2);
    reader.ws.send(syncMessage(1, insertion("чужое")));
    await sleep(50);
    expect(rooms.withDoc("w1/norm", textOf)).toBe("");
    expect(rooms.counts().refusedWrites).toBe(1);
    expect(bystander.frames.some(isUpdate)).toBe(false);
  });

  test("reads on like the others", async () => {
    const { url } = await startRooms();
    const reader = enterRoom(url, "w1/norm", { read: "1" });
    const writer = enterRoom(url, "w1/norm");
    await Promise.all([isSynced(reader.provider), isSynced(writer.provider)]);
    writer.text.insert(0, "для всех");
    await until(() => reader.text.toString() === "для всех");
  });
});

describe("a room that is locked", () => {
  test("takes nothing, and takes up what was written meanwhile once it is opened again", async () => {
    const { url, rooms } = await startRooms();
    const anna = enterRoom(url, "w1/norm");
    const boris = enterRoom(url, "w1/norm");
    await Promise.all([isSynced(anna.provider), isSynced(boris.provider)]);
    rooms.setWritable("w1/norm", false);
    await sleep(20);
    anna.text.insert(0, "рано");
    await sleep(50);
    expect(boris.text.toString()).toBe("");
    expect(rooms.withDoc("w1/norm", textOf)).toBe("");
    rooms.setWritable("w1/norm", true);
    await until(() => boris.text.toString() === "рано");
    anna.text.insert(4, " или поздно");
    await until(() => boris.text.toString() === "рано или поздно");
  });

  test("says so to those who are in and to those who come, and says when it opens", async () => {
    const { url, rooms } = await startRooms();
    const anna = await connectRaw(url, "w1/norm");
    await until(() => anna.frames.some(isGrant));
    rooms.setWritable("w1/norm", false);
    await until(() => anna.frames.some(isDenial));
    const boris = await connectRaw(url, "w1/norm");
    await until(() => boris.frames.some(isDenial));
    rooms.setWritable("w1/norm", true);
    await until(() => boris.frames.some(isGrant));
  });

  test("is still open to the server's own writing", async () => {
    const { rooms } = await startRooms();
    rooms.setWritable("w1/norm", false);
    rooms.write("w1/norm", (doc) => doc.getText("t").insert(0, "заготовка"));
    expect(rooms.withDoc("w1/norm", textOf)).toBe("заготовка");
  });
});

describe("the door", () => {
  test("tells a stock client that is not let in to stay away", async () => {
    const { url } = await startRooms();
    const guest = enterRoom(url, "w1/norm", { out: "1" });
    const code = await new Promise((resolve) => guest.provider.on("closed", ({ code }) => resolve(code)));
    expect(code).toBe(CLOSE.notAllowed);
    expect(guest.provider.shouldConnect).toBe(false);
  });

  test("is shut to foreign origins", async () => {
    const { url } = await startRooms();
    await expect(connectRaw(url, "w1/norm", "", { origin: "http://elsewhere.example" })).rejects.toThrow("HTTP 403");
  });

  test("leaves other paths to others and finds no room behind unreadable names", async () => {
    const { url, port } = await startRooms();
    const { WebSocket } = await import("ws");
    const other = new WebSocket(`ws://127.0.0.1:${port}/elsewhere`);
    await new Promise((resolve) => other.on("error", resolve));
    expect(await (await connectRaw(url, "w1/%E0%A4%A")).closed).toBe(CLOSE.gone);
  });

  test("closes the seats of one who lost the right, and only these", async () => {
    const { url, rooms } = await startRooms();
    const gone = await connectRaw(url, "w1/norm", "?seat=gone");
    const stays = await connectRaw(url, "w1/norm", "?seat=stays");
    rooms.closeSeats(({ seatId }) => seatId === "gone", CLOSE.signedOut, "signed out");
    expect(await gone.closed).toBe(CLOSE.signedOut);
    expect(stays.ws.readyState).toBe(stays.ws.OPEN);
  });

  test("is shut for good to frames above the limit and to texts above theirs", async () => {
    const { url, lines } = await startRooms({ limits: { frameBytes: 1_000, roomBytes: 3_000 } });
    const loud = await connectRaw(url, "w1/norm");
    loud.ws.send(syncMessage(2, insertion("x".repeat(1_200))));
    expect(await loud.closed).toBe(CLOSE.tooLarge);
    const patient = await connectRaw(url, "w1/norm");
    const doc = new Y.Doc();
    for (let index = 0; index < 5; index++) {
      const [update] = updatesOf((own) => own.getText("t").insert(0, "y".repeat(900)), doc);
      patient.ws.send(syncMessage(2, update ?? new Uint8Array()));
      await sleep(5);
    }
    expect(await patient.closed).toBe(CLOSE.tooLarge);
    const huge = await connectRaw(url, "w1/norm");
    huge.ws.send(new Uint8Array(10_000));
    expect(await huge.closed).toBe(1009);
    expect(lines.map(({ sentence }) => sentence)).toEqual([
      "a seat was closed: a frame was too large",
      "a seat was closed: the text is too large",
      "a seat was closed: a frame was far too large or no frame at all",
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/xxx|yyy/);
  });

  test("asks those who write too fast and those who find no room to come back", async () => {
    const { url, lines } = await startRooms({ limits: { updatesPerSecond: 10, seatsPerRoom: 2 } });
    const fast = await connectRaw(url, "w1/norm");
    const doc = new Y.Doc();
    for (let index = 0; index < 60; index++)
      for (const update of updatesOf((own) => own.getText("t").insert(0, "z"), doc))
        fast.ws.send(syncMessage(2, update));
    expect(await fast.closed).toBe(CLOSE.tooFast);
    await connectRaw(url, "w1/norm");
    await connectRaw(url, "w1/norm");
    expect(await (await connectRaw(url, "w1/norm")).closed).toBe(CLOSE.crowded);
    expect(lines.map(({ sentence }) => sentence)).toEqual([
      "a seat was closed: too many updates a second",
      "a room is full",
    ]);
    expect(JSON.stringify(lines)).not.toContain("zz");
  });
});
