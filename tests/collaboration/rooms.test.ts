import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { CLOSE } from "../../server/collaboration/close-codes.ts";
import { isUpdate, syncMessage, updatesOf } from "./messages.ts";
import { connectRaw, enterRoom, isSynced, seeded, sleep, startRooms, until } from "./running-rooms.ts";
import { openDatabase } from "./serving.ts";

/** `SEEDS=200` for the long form. */
const SEEDS = Array.from({ length: Number(process.env.SEEDS ?? 4) }, (_, at) => 20_261_120 + at);

describe("a text", () => {
  test("written by two stock clients at once is one text", async () => {
    const { url } = await startRooms();
    const anna = enterRoom(url, "w1/norm");
    const boris = enterRoom(url, "w1/norm");
    await Promise.all([isSynced(anna.provider), isSynced(boris.provider)]);
    anna.text.insert(0, "Звонок в течение ");
    boris.text.insert(0, "часа");
    await until(() => anna.text.toString() === boris.text.toString() && anna.text.length === 21);
  });

  test("is on disk before anybody else is told of it", async () => {
    const { url, file } = await startRooms();
    const onDisk = openDatabase(file);
    const reader = await connectRaw(url, "w1/norm");
    const seen: boolean[] = [];
    reader.onFrame((frame) => {
      if (!isUpdate(frame)) return;
      const rows = onDisk.prepare<[], { bytes: Buffer }>("select bytes from texts_log").all();
      seen.push(rows.some(({ bytes }) => frame.includes(bytes)));
    });
    const writer = enterRoom(url, "w1/norm");
    await isSynced(writer.provider);
    for (let index = 0; index < 50; index++) {
      writer.text.insert(0, "x");
      await sleep(1);
    }
    await until(() => seen.length === 50);
    onDisk.close();
    expect(seen.every(Boolean)).toBe(true);
  });

  test("is acknowledged to its writer by an echo", async () => {
    const { url } = await startRooms();
    const writer = await connectRaw(url, "w1/norm");
    const [update] = updatesOf((doc) => doc.getText("t").insert(0, "да"));
    const message = syncMessage(2, update ?? new Uint8Array());
    writer.ws.send(message);
    await until(() => writer.frames.some((frame) => frame.equals(message)));
  });

  test("comes back whole after a restart, and `synced` is not said before it is there", async () => {
    const { url, file, stop, rooms } = await startRooms();
    const writer = enterRoom(url, "w1/norm");
    await isSynced(writer.provider);
    for (const letter of "срок ответа") writer.text.insert(writer.text.length, letter);
    await until(() => rooms.withDoc("w1/norm", (doc) => doc.getText("t").length) === 11);
    writer.provider.destroy();
    await stop();
    const again = await startRooms({ file });
    const reader = enterRoom(again.url, "w1/norm");
    await isSynced(reader.provider);
    expect(reader.text.toString()).toBe("срок ответа");
  });

  test("goes on by itself when the server is started anew", async () => {
    const first = await startRooms();
    const anna = enterRoom(first.url, "w1/norm");
    const boris = enterRoom(first.url, "w1/norm");
    await Promise.all([isSynced(anna.provider), isSynced(boris.provider)]);
    const codes: (number | undefined)[] = [];
    anna.provider.on("connection-close", (event: { code: number } | null) => codes.push(event?.code));
    await first.stop();
    anna.text.insert(0, "пока никого нет");
    await startRooms({ file: first.file, port: first.port });
    await until(() => boris.text.toString() === "пока никого нет");
    expect(codes[0]).toBe(CLOSE.stopping);
  });

  test("is whole for one who joins while it is being written", async () => {
    const { url } = await startRooms();
    const writer = enterRoom(url, "w1/norm");
    await isSynced(writer.provider);
    for (let index = 0; index < 3_000; index++) {
      writer.text.insert(writer.text.length, String(index % 10));
      if (index % 500 !== 499) continue;
      await sleep(20);
      const length = writer.text.length;
      const joiner = enterRoom(url, "w1/norm");
      await isSynced(joiner.provider);
      expect(joiner.text.length).toBeGreaterThanOrEqual(length);
    }
  });

  test("that a client has already is not written, committed and sent again when it comes back", async () => {
    const { url, rooms, database } = await startRooms();
    const writer = enterRoom(url, "w1/norm");
    await isSynced(writer.provider);
    writer.text.insert(0, "одно и то же");
    writer.text.delete(0, 4);
    await until(() => rooms.withDoc("w1/norm", (doc) => doc.getText("t").toString()) === " и то же");
    const count = () => database.prepare<[], { n: number }>("select count(*) n from texts_log").get()?.n;
    const before = count();
    for (let index = 0; index < 5; index++) {
      writer.provider.disconnect();
      writer.provider.connect();
      await isSynced(writer.provider);
    }
    await sleep(50);
    expect(count()).toBe(before);
  });

  test("with a long log is whole for all who come first at once, and its log is short then", async () => {
    const { url, log } = await startRooms();
    const doc = new Y.Doc();
    const long = updatesOf((own) => {
      for (let at = 0; at < 3_000; at++) own.getText("t").insert(at * 40, "сорок знаков одной записи этого журнала, ");
    }, doc);
    log.append(long.map((update) => ({ room: "w1/norm", update })));
    const clients = Array.from({ length: 4 }, () => enterRoom(url, "w1/norm"));
    await Promise.all(clients.map(({ provider }) => isSynced(provider)));
    for (const { text } of clients) expect(text.toString() === doc.getText("t").toString()).toBe(true);
    expect(log.load("w1/norm")).toHaveLength(1);
  });

  test("with a long log that goes on being written is whole for those who join", async () => {
    const { url, rooms } = await startRooms();
    const writer = enterRoom(url, "w1/norm");
    await isSynced(writer.provider);
    const joined: ReturnType<typeof enterRoom>[] = [];
    for (let at = 0; at < 4_000; at++) {
      writer.text.insert(writer.text.length, `запись номер ${at} этого длинного журнала; `);
      if (at % 500 === 499) joined.push(enterRoom(url, "w1/norm"), enterRoom(url, "w1/norm"));
      if (at % 50 === 0) await sleep(1);
    }
    await Promise.all(joined.map(({ provider }) => isSynced(provider)));
    await until(() => joined.every(({ text }) => text.toString() === writer.text.toString()));
    expect(rooms.counts().compactions).toBeGreaterThan(0);
    expect(rooms.withDoc("w1/norm", (doc) => doc.getText("t").toString())).toBe(writer.text.toString());
  });

  test("of one room never shows in another", async () => {
    const { url } = await startRooms();
    const here = enterRoom(url, "w1/norm");
    const there = await connectRaw(url, "w1/other");
    await isSynced(here.provider);
    here.text.insert(0, "только здесь");
    await sleep(100);
    expect(there.frames.some(isUpdate)).toBe(false);
  });

  test.each(SEEDS)("of clients that come and go at random (seed %i) is the same for all in the end", async (seed) => {
    const random = seeded(seed);
    const { url, rooms } = await startRooms();
    const clients = Array.from({ length: 3 + (seed % 5) }, () => enterRoom(url, "w1/norm"));
    for (let step = 0; step < 400; step++) {
      const client = clients[Math.floor(random() * clients.length)];
      if (!client) continue;
      const { text, provider } = client;
      const luck = random();
      if (luck < 0.6) text.insert(Math.floor(random() * (text.length + 1)), String.fromCharCode(97 + (step % 26)));
      else if (luck < 0.85 && text.length > 0) text.delete(Math.floor(random() * text.length), 1);
      else if (luck < 0.93) provider.disconnect();
      else provider.connect();
      if (step % 10 === 0) await sleep(3);
    }
    for (const { provider } of clients) provider.connect();
    await Promise.all(clients.map(({ provider }) => isSynced(provider)));
    await until(() => new Set(clients.map(({ text }) => text.toString())).size === 1);
    expect(rooms.withDoc("w1/norm", (doc) => doc.getText("t").toString())).toBe(clients[0]?.text.toString());
  });
});

describe("the server", () => {
  test("reads a text with everything that has arrived, and writes into it for all", async () => {
    const { url, rooms } = await startRooms();
    rooms.write("w1/norm", (doc) => doc.getMap("answer").set("amount", 2));
    const anna = enterRoom(url, "w1/norm");
    await isSynced(anna.provider);
    expect(anna.doc.getMap("answer").get("amount")).toBe(2);
    anna.doc.getMap("answer").set("amount", 3);
    await until(() => rooms.withDoc("w1/norm", (doc) => doc.getMap("answer").get("amount")) === 3);
    rooms.write("w1/norm", (doc) => doc.getMap("answer").set("unit", "hour"));
    await until(() => anna.doc.getMap("answer").get("unit") === "hour");
  });

  test("keeps nothing of a change that failed half-way", async () => {
    const { rooms } = await startRooms();
    rooms.write("w1/norm", (doc) => doc.getMap("answer").set("amount", 1));
    expect(() =>
      rooms.write("w1/norm", (doc) => {
        doc.getMap("answer").set("amount", 9);
        throw new Error("half-way");
      }),
    ).toThrow("half-way");
    expect(rooms.withDoc("w1/norm", (doc) => doc.getMap("answer").get("amount"))).toBe(1);
  });

  test("copies a text into the next version's room", async () => {
    const { url, rooms } = await startRooms();
    rooms.write("w1/norm", (doc) => doc.getText("t").insert(0, "первая редакция"));
    rooms.copy("w1/norm", "w1/norm.2");
    const anna = enterRoom(url, "w1/norm.2");
    await isSynced(anna.provider);
    anna.text.insert(0, "не ");
    await until(() => rooms.withDoc("w1/norm.2", (doc) => doc.getText("t").toString()).startsWith("не"));
    expect(rooms.withDoc("w1/norm", (doc) => doc.getText("t").toString())).toBe("первая редакция");
  });

  test("keeps a long log short when it is read anew, and loses nothing of it", async () => {
    const { file, stop, rooms } = await startRooms();
    for (let index = 0; index < 600; index++) rooms.write("w1/norm", (doc) => doc.getText("t").insert(index, "x"));
    await stop();
    const again = await startRooms({ file });
    expect(again.rooms.withDoc("w1/norm", (doc) => doc.getText("t").length)).toBe(600);
    expect(again.database.prepare("select seq from texts_log").all()).toHaveLength(1);
    again.rooms.write("w1/norm", (doc) => doc.getText("t").insert(600, "y"));
    await again.stop();
    const third = await startRooms({ file });
    expect(third.rooms.withDoc("w1/norm", (doc) => doc.getText("t").length)).toBe(601);
  });

  test("counts what it did", async () => {
    const { url, rooms } = await startRooms();
    const anna = enterRoom(url, "w1/norm");
    await isSynced(anna.provider);
    anna.text.insert(0, "раз");
    await until(() => rooms.counts().commits === 1);
    expect(rooms.counts()).toMatchObject({ seats: 1, rooms: 1, malformed: 0, refusedWrites: 0 });
    anna.provider.destroy();
    await until(() => rooms.counts().seats === 0);
  });
});

describe("a client that writes on from what the server never got", () => {
  test("is asked for the rest", async () => {
    const { url, rooms } = await startRooms();
    const doc = new Y.Doc();
    const [lost] = updatesOf((own) => own.getText("t").insert(0, "начало "), doc);
    const [sent] = updatesOf((own) => own.getText("t").insert(7, "и конец"), doc);
    const writer = await connectRaw(url, "w1/norm");
    writer.onFrame((frame) => {
      if (frame[0] === 0 && frame[1] === 0 && writer.frames.length > 2)
        writer.ws.send(syncMessage(1, Y.encodeStateAsUpdate(doc)));
    });
    writer.ws.send(syncMessage(2, sent ?? new Uint8Array()));
    await until(() => rooms.withDoc("w1/norm", (own) => own.getText("t").toString()) === "начало и конец");
    expect(lost).toBeDefined();
  });
});
