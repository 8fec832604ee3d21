import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
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
    const told = new Y.Doc();
    reader.onFrame((frame) => {
      if (!isUpdate(frame)) return;
      Y.applyUpdate(told, frame.subarray(3));
      const rows = onDisk.prepare<[], { bytes: Buffer }>("select bytes from text_rows").all();
      seen.push(rows.some(({ bytes }) => frame.includes(bytes)));
    });
    const writer = enterRoom(url, "w1/norm");
    await isSynced(writer.provider);
    for (let index = 0; index < 50; index++) {
      writer.text.insert(0, "x");
      await sleep(1);
    }
    await until(() => told.getText("t").length === 50);
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
    const count = () => database.prepare<[], { n: number }>("select count(*) n from text_rows").get()?.n;
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
    log.append(long.map((update, index) => ({ room: "w1/norm", seq: index + 1, update })));
    const clients = Array.from({ length: 4 }, () => enterRoom(url, "w1/norm"));
    await Promise.all(clients.map(({ provider }) => isSynced(provider)));
    for (const { text } of clients) expect(text.toString() === doc.getText("t").toString()).toBe(true);
    expect(log.load("w1/norm")).toHaveLength(1);
  });

  test("with a long log is read and shortened in small steps, so that nobody is held up", async () => {
    const { url, log } = await startRooms();
    const long = updatesOf((own) => {
      for (let at = 0; at < 2_000; at++) own.getText("t").insert(at, "x");
    });
    log.append(long.map((update, index) => ({ room: "w1/norm", seq: index + 1, update })));
    const loads = vi.spyOn(log, "load");
    const rows = () => log.size("w1/norm").rows;
    let steps = 0;
    const compact = log.compact;
    log.compact = function* (...of) {
      const inner = compact(...of);
      for (let before = rows(); !inner.next().done; before = rows(), steps++) {
        expect(before - rows()).toBeLessThanOrEqual(250);
        yield;
      }
    };
    const client = enterRoom(url, "w1/norm");
    await isSynced(client.provider);
    await until(() => rows() === 1);
    expect(client.text.length).toBe(2_000);
    for (const { value } of loads.mock.results as { value: { update: Uint8Array }[] }[])
      if (value.length > 1)
        expect(value.reduce((sum, { update }) => sum + update.length, 0)).toBeLessThan(16_384 + 100);
    expect(steps).toBeGreaterThan(5);
  });

  test("of one long state and little behind it is read as it is: whole for all, not written anew, not sent back", async () => {
    const { url, log } = await startRooms();
    const doc = new Y.Doc();
    const [state] = updatesOf((own) => own.getText("t").insert(0, "длинная запись ".repeat(10_000)), doc);
    const little = updatesOf((own) => {
      for (let at = 0; at < 20; at++) own.getText("t").insert(at * 100, "правка ");
      own.getText("t").delete(500, 3_000);
    }, doc);
    const rows = [state as Uint8Array, ...little].map((update, index) => ({ room: "w1/norm", seq: index + 1, update }));
    log.append(rows);
    const returning = enterRoom(url, "w1/norm", {}, doc);
    const fresh = enterRoom(url, "w1/norm");
    await Promise.all([returning, fresh].map(({ provider }) => isSynced(provider)));
    expect(fresh.text.toString() === doc.getText("t").toString()).toBe(true);
    fresh.text.insert(0, "и дальше ");
    await until(() => returning.text.toString().startsWith("и дальше "));
    expect(log.load("w1/norm").map(({ seq }) => seq)).toEqual([...rows.map(({ seq }) => seq), rows.length + 1]);
  });

  test("that the server opens while its long log is being read for somebody else is shortened by one of them", async () => {
    const { url, rooms, log } = await startRooms();
    const doc = new Y.Doc();
    // in pieces that cannot melt together, so that the state is written in many steps
    const long = updatesOf((own) => {
      for (let at = 0; at < 6_000; at++) own.getText("t").insert(0, `запись номер ${at} этого журнала; `);
    }, doc);
    log.append(long.map((update, index) => ({ room: "w1/norm", seq: index + 1, update })));
    let writing = 0;
    let overtaken = 0;
    const compact = log.compact;
    log.compact = function* (...of) {
      const mine = ++writing;
      for (const inner = compact(...of); !inner.next().done; ) {
        if (mine !== writing) overtaken++;
        // in the middle of what is written for the joiner
        if (mine === 1) setImmediate(() => rooms.withDoc("w1/norm", () => undefined));
        yield;
      }
    };
    const client = enterRoom(url, "w1/norm");
    await isSynced(client.provider);
    await until(() => log.size("w1/norm").rows === 1);
    expect({ writing, overtaken }).toEqual({ writing: 2, overtaken: 0 });
    expect(client.text.toString() === doc.getText("t").toString()).toBe(true);
    expect(log.load("w1/norm")).toHaveLength(1);
  });

  test("with a long log that goes on being written is whole for those who join", async () => {
    const { url, rooms } = await startRooms();
    const writer = enterRoom(url, "w1/norm");
    await isSynced(writer.provider);
    const joined: ReturnType<typeof enterRoom>[] = [];
    for (let at = 0; at < 3_000; at++) {
      // at the front: a text that only grows at its end is one piece, which yjs writes out anew for every letter
      writer.text.insert(0, `запись номер ${at} этого длинного журнала; `);
      if (at % 1_000 === 999) joined.push(enterRoom(url, "w1/norm"));
      if (at % 50 === 0) await sleep(1);
    }
    await Promise.all(joined.map(({ provider }) => isSynced(provider)));
    await until(() => joined.every(({ text }) => text.toString() === writer.text.toString()), 60_000);
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

  test("keeps a long log short when it is read anew, and loses nothing of it", async () => {
    const { file, stop, rooms } = await startRooms();
    for (let index = 0; index < 600; index++) rooms.write("w1/norm", (doc) => doc.getText("t").insert(index, "x"));
    await stop();
    const again = await startRooms({ file });
    expect(again.rooms.withDoc("w1/norm", (doc) => doc.getText("t").length)).toBe(600);
    await until(() => again.database.prepare("select seq from text_rows").all().length === 1);
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

describe("updates that arrive out of order, twice, and over connections that break", () => {
  test(
    "make the same text for the server, for those who are in, and for one who comes later",
    async () => {
      const { url, rooms } = await startRooms();
      let name = 0;
      const step = fc.record({ author: fc.nat(3), at: fc.nat(40), isDeletion: fc.boolean() });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), fc.integer(), async (steps, seed) => {
          const random = seeded(seed);
          const room = `w1/reordered-${name++}`;
          const reader = enterRoom(url, room);
          await isSynced(reader.provider);
          const authors = Array.from({ length: 4 }, () => new Y.Doc());
          const sent: Uint8Array[] = [];
          for (const { author, at, isDeletion } of steps) {
            const doc = authors[author] ?? new Y.Doc();
            if (random() < 0.3) for (const other of authors) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
            const text = doc.getText("t");
            const change = () =>
              isDeletion && text.length > 0
                ? text.delete(at % text.length, 1)
                : text.insert(Math.min(at, text.length), "ж");
            sent.push(...updatesOf(change, doc));
          }
          const whole = new Y.Doc();
          for (const update of sent) Y.applyUpdate(whole, update);
          const order = [...sent, ...sent.filter(() => random() < 0.3)];
          for (let index = order.length - 1; index > 0; index--) {
            const other = Math.floor(random() * (index + 1));
            [order[index], order[other]] = [order[other] as Uint8Array, order[index] as Uint8Array];
          }
          let seat = await connectRaw(url, room);
          for (const update of order) {
            if (random() < 0.1) {
              seat.ws.close();
              await seat.closed;
              seat = await connectRaw(url, room);
            }
            seat.ws.send(syncMessage(2, update));
          }
          const right = whole.getText("t").toString();
          await until(() => rooms.withDoc(room, (doc) => doc.getText("t").toString()) === right, 20_000);
          await until(() => reader.text.toString() === right, 20_000);
          const late = enterRoom(url, room);
          await isSynced(late.provider);
          expect(late.text.toString()).toBe(right);
          for (const { provider } of [reader, late]) provider.destroy();
        }),
        { numRuns: SEEDS.length * 3 },
      );
    },
    120_000 + SEEDS.length * 5_000,
  );
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
