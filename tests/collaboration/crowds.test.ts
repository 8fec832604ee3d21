import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { awarenessMessage, isAwareness, syncMessage, updatesOf } from "./messages.ts";
import { connectRaw, enterRoom, isSynced, seeded, sleep, startRooms, until } from "./running-rooms.ts";

/** `FRAMES=100000` for the long form. */
const FRAMES = Number(process.env.FRAMES ?? 2_000);

describe("carets", () => {
  test("of stock clients reach each other, and leave with their owners", async () => {
    const { url } = await startRooms();
    const anna = enterRoom(url, "w1/norm");
    const boris = enterRoom(url, "w1/norm");
    await Promise.all([isSynced(anna.provider), isSynced(boris.provider)]);
    anna.provider.awareness.setLocalStateField("user", { name: "Анна" });
    const ofAnna = () => boris.provider.awareness.getStates().get(anna.doc.clientID);
    await until(() => ofAnna()?.user?.name === "Анна");
    const late = enterRoom(url, "w1/norm");
    await until(() => late.provider.awareness.getStates().get(anna.doc.clientID)?.user?.name === "Анна");
    anna.provider.ws?.close();
    await until(() => ofAnna() === undefined);
  });

  test("of a crowd come in few messages, and echoes cost none", async () => {
    const { url } = await startRooms();
    const crowd = await Promise.all(Array.from({ length: 30 }, () => connectRaw(url, "w1/norm")));
    // every client sends back what it is told of the others, as y-websocket 3 does
    for (const { ws, onFrame } of crowd) onFrame((frame) => isAwareness(frame) && ws.send(frame));
    const [reader] = crowd;
    const before = reader?.frames.filter(isAwareness).length ?? 0;
    const startedAt = Date.now();
    for (let clock = 1; clock <= 20; clock++) {
      for (const [client, { ws }] of crowd.entries())
        ws.send(awarenessMessage([{ client: client + 1, clock, state: `{"at":${clock}}` }]));
      await sleep(50);
    }
    await sleep(200);
    const seconds = (Date.now() - startedAt) / 1000;
    const messages = (reader?.frames.filter(isAwareness).length ?? 0) - before;
    expect(messages / seconds).toBeLessThanOrEqual(21);
    expect(messages).toBeGreaterThan(5);
  });

  test("that nobody could read are kept from the others", async () => {
    const { url } = await startRooms();
    const boris = enterRoom(url, "w1/norm");
    await isSynced(boris.provider);
    const rude = await connectRaw(url, "w1/norm");
    rude.ws.send(
      awarenessMessage([
        { client: 7, clock: 1, state: "{broken" },
        { client: 8, clock: 1, state: `"${"x".repeat(10_000)}"` },
        { client: 9, clock: 1, state: '{"user":{"name":"Вера"}}' },
      ]),
    );
    await until(() => boris.provider.awareness.getStates().has(9));
    expect([...boris.provider.awareness.getStates().keys()]).not.toContain(7);
    expect([...boris.provider.awareness.getStates().keys()]).not.toContain(8);
  });
});

describe("a seat that stops reading", () => {
  test("costs a bounded buffer, holds up nobody, and is whole when it reads on", async () => {
    const { url, sockets, rooms } = await startRooms({ limits: { roomBytes: 1 << 28 } });
    const doc = new Y.Doc();
    const slow = enterRoom(url, "w1/norm");
    const quick = enterRoom(url, "w1/norm");
    const writer = enterRoom(url, "w1/norm", {}, doc);
    await Promise.all([slow, quick, writer].map(({ provider }) => isSynced(provider)));
    const paused = slow.provider.ws as unknown as { pause(): void; resume(): void };
    paused.pause();
    let most = 0;
    for (let round = 1; round <= 400; round++) {
      doc.getMap("big").set("k", String(round).padEnd(60_000, "x"));
      if (round % 4 === 0) await sleep(1);
      for (const socket of sockets) most = Math.max(most, socket.writableLength);
    }
    await until(() => String(quick.doc.getMap("big").get("k")).startsWith("400x"));
    expect(rooms.counts().drops).toBeGreaterThan(0);
    expect(most).toBeLessThan(3 << 20);
    paused.resume();
    await until(() => String(slow.doc.getMap("big").get("k")).startsWith("400x"));
    writer.text.insert(0, "дальше");
    await until(() => slow.text.toString() === "дальше");
  });
});

describe("malformed, truncated, oversized and replayed frames", () => {
  test("end the seat that sent them and nothing else", { timeout: 60_000 + FRAMES * 20 }, async () => {
    const random = seeded(7);
    const { url, rooms, lines } = await startRooms({ limits: { frameBytes: 4_096 } });
    const bystander = enterRoom(url, "w1/norm");
    const elsewhere = await connectRaw(url, "w1/other");
    await isSynced(bystander.provider);
    const updates = updatesOf((doc) => {
      for (let index = 0; index < 40; index++) {
        doc.getText("t").insert(0, `слово ${index} `);
        if (index % 3 === 0) doc.getText("t").delete(0, 3);
        doc.getMap("answer").set("amount", { list: [index, "x", null] });
      }
    });
    const good = [
      ...updates.map((update) => syncMessage(2, update)),
      ...updates.map((update) => syncMessage(1, update)),
      syncMessage(0, Uint8Array.of(0)),
      awarenessMessage([{ client: 5, clock: 1, state: '{"user":1}' }]),
      Uint8Array.of(3),
    ];
    const spoilt = (): Uint8Array => {
      const frame = Uint8Array.from(good[Math.floor(random() * good.length)] ?? []);
      const luck = random();
      if (luck < 0.3) return frame.slice(0, Math.floor(random() * frame.length));
      if (luck < 0.35) return new Uint8Array(5_000 + Math.floor(random() * 8_000));
      if (luck < 0.5) return Uint8Array.from({ length: Math.floor(random() * 60) }, () => Math.floor(random() * 256));
      if (luck < 0.6) return frame;
      for (let flips = 1 + Math.floor(random() * 4); flips > 0; flips--)
        frame[Math.floor(random() * frame.length)] = Math.floor(random() * 256);
      return frame;
    };
    let seat = await connectRaw(url, "w1/norm");
    for (let sent = 0; sent < FRAMES; sent++) {
      if (seat.ws.readyState !== seat.ws.OPEN) seat = await connectRaw(url, "w1/norm");
      seat.ws.send(random() < 0.02 ? "text" : spoilt());
      if (sent % 3 === 0) await sleep(1);
    }
    await sleep(50);
    expect(rooms.counts().malformed).toBeGreaterThan(FRAMES / 20);
    expect(lines.filter(({ level }) => level === "error")).toEqual([]);
    expect(elsewhere.frames.filter((frame) => frame[0] === 0 && frame[1] === 2)).toEqual([]);
    expect(bystander.provider.wsconnected).toBe(true);
    bystander.doc.getMap("mine").set("still", "here");
    await until(() => rooms.withDoc("w1/norm", (doc) => doc.getMap("mine").get("still")) === "here");
    const late = enterRoom(url, "w1/norm");
    await isSynced(late.provider);
    expect(late.doc.getMap("mine").get("still")).toBe("here");
  });
});
