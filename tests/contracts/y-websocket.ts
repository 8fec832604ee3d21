import { describe, expect, test } from "vitest";
import type { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { awarenessMessage, isAwareness, isUpdate, syncMessage } from "../collaboration/messages.ts";
import { connectRaw, enterRoom, isSynced, sleep, until } from "../collaboration/running-rooms.ts";

/**
 * What every server of the y-websocket protocol does for stock providers, ours and others.
 * `start` gives the address of a server without rooms; rooms lie under `/rooms/<workshop>/<name>`.
 */
export const speaksYWebsocket = (name: string, start: () => Promise<string>): void => {
  describe(`${name} with stock providers`, () => {
    test("brings together what two write at the same moment", async () => {
      const url = await start();
      const [a, b] = [enterRoom(url, "w/one"), enterRoom(url, "w/one")];
      await Promise.all([isSynced(a.provider), isSynced(b.provider)]);
      a.text.insert(0, "лево");
      b.text.insert(0, "право");
      await until(() => a.text.length === 9 && b.text.toString() === a.text.toString());
    });

    test("says «synced» to one who joins when all that was written is there", async () => {
      const url = await start();
      const writer = enterRoom(url, "w/one");
      await isSynced(writer.provider);
      for (let at = 0; at < 200; at++) writer.text.insert(at, "я");
      const reader = enterRoom(url, "w/one");
      await until(() => reader.provider.wsconnected);
      await isSynced(reader.provider);
      await until(() => reader.text.length === 200);
    });

    test("takes what was written and deleted without a connection", async () => {
      const url = await start();
      const [a, b] = [enterRoom(url, "w/one"), enterRoom(url, "w/one")];
      await Promise.all([isSynced(a.provider), isSynced(b.provider)]);
      a.text.insert(0, "общее начало");
      await until(() => b.text.length === 12);
      a.provider.disconnect();
      a.text.delete(0, 6);
      a.text.insert(a.text.length, ", дописано");
      b.text.insert(0, "снаружи: ");
      a.provider.connect();
      await until(() => a.text.toString() === b.text.toString() && a.text.toString().includes("дописано"));
      expect(a.text.toString()).toContain("снаружи");
      expect(a.text.toString()).not.toContain("общее");
    });

    test("keeps rooms apart by their path", async () => {
      const url = await start();
      const [a, b] = [enterRoom(url, "w/one"), enterRoom(url, "w/two")];
      await Promise.all([isSynced(a.provider), isSynced(b.provider)]);
      a.text.insert(0, "только здесь");
      await sleep(150);
      expect(b.text.length).toBe(0);
    });

    test("shows who is there, and takes away who left", async () => {
      const url = await start();
      const [a, b] = [enterRoom(url, "w/one"), enterRoom(url, "w/one")];
      await Promise.all([isSynced(a.provider), isSynced(b.provider)]);
      a.provider.awareness.setLocalStateField("user", { name: "Анна" });
      const seen = ({ awareness }: WebsocketProvider) =>
        [...awareness.getStates().values()].map(({ user }) => user?.name);
      await until(() => seen(b.provider).includes("Анна"));
      const late = enterRoom(url, "w/one");
      await until(() => seen(late.provider).includes("Анна"));
      a.provider.destroy();
      await until(() => !seen(b.provider).includes("Анна"));
    });

    test("answers a first step with a second one and asks for what the client has", async () => {
      const url = await start();
      const client = await connectRaw(url, "w/one");
      client.ws.send(syncMessage(0, Y.encodeStateVector(new Y.Doc())));
      await until(() => client.frames.some((frame) => frame[0] === 0 && frame[1] === 1));
      expect(client.frames.some((frame) => frame[0] === 0 && frame[1] === 0)).toBe(true);
    });

    test("answers one who asks who is there", async () => {
      const url = await start();
      const [asker, other] = await Promise.all([connectRaw(url, "w/one"), connectRaw(url, "w/one")]);
      other.ws.send(awarenessMessage([{ client: 7, clock: 1, state: '{"user":{"name":"Анна"}}' }]));
      await until(() => asker.frames.some(isAwareness));
      await sleep(150);
      const before = asker.frames.length;
      asker.ws.send(Uint8Array.of(3));
      await until(() => asker.frames.slice(before).some((frame) => isAwareness(frame) && frame.includes("Анна")));
    });

    test("passes on what is large and what only deletes", async () => {
      const url = await start();
      const [a, b] = [enterRoom(url, "w/one"), enterRoom(url, "w/one")];
      await Promise.all([isSynced(a.provider), isSynced(b.provider)]);
      a.text.insert(0, "слово ".repeat(60_000));
      await until(() => b.text.length === 360_000);
      b.text.delete(0, 359_994);
      await until(() => a.text.toString() === "слово ");
    });

    test("gives a client of bytes every update in a message of its own", async () => {
      const url = await start();
      const [writer, reader] = [enterRoom(url, "w/one"), await connectRaw(url, "w/one")];
      await isSynced(writer.provider);
      for (const word of ["раз", "два", "три"]) writer.doc.getMap("words").set(word, true);
      const doc = new Y.Doc();
      const words = () => {
        for (const frame of reader.frames.filter(isUpdate))
          Y.applyUpdate(doc, frame.subarray((frame[2] ?? 0) > 127 ? 4 : 3));
        return doc.getMap("words").size;
      };
      await until(() => words() === 3);
    });
  });
};
