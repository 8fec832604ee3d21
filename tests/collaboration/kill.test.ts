import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { isUpdate, syncMessage, updatesOf } from "./messages.ts";
import { atEnd, connectRaw, enterRoom, isSynced, seeded, sleep, temporaryFolder } from "./running-rooms.ts";

const KILLS = Number(process.env.KILLS ?? 5);
const WRITERS = 6;

const startServer = async (file: string): Promise<{ child: ChildProcess; url: string }> => {
  const script = fileURLToPath(new URL("./serving.mjs", import.meta.url));
  const child = spawn(process.execPath, [script, file], { stdio: ["ignore", "pipe", "inherit"] });
  atEnd(() => child.kill("SIGKILL"));
  const port = await new Promise((resolve) => child.stdout?.once("data", (data) => resolve(String(data).trim())));
  return { child, url: `ws://127.0.0.1:${port}` };
};

/** What the updates in these frames put into the list of words. */
const wordsOf = (frames: readonly Buffer[]): string[] => {
  const doc = new Y.Doc();
  for (const frame of frames.filter(isUpdate)) Y.applyUpdate(doc, frame.subarray(frame[2] && frame[2] > 127 ? 4 : 3));
  return [...doc.getMap("words").keys()];
};

/** Sends updates of its own until the connection breaks. */
const keepWriting = async (url: string, name: string) => {
  const client = await connectRaw(url, "w1/norm");
  const doc = new Y.Doc();
  let isOver = false;
  client.closed.then(() => {
    isOver = true;
  });
  const writing = (async () => {
    for (let index = 0; !isOver; index++) {
      for (const update of updatesOf((own) => own.getMap("words").set(`${name} ${index}`, true), doc))
        client.ws.send(syncMessage(2, update), () => undefined);
      if (index % 5 === 4) await sleep(1);
    }
  })();
  return { client, writing };
};

test("a server that is killed has lost nothing that anybody had been told", {
  timeout: 20_000 + KILLS * 6_000,
}, async () => {
  const random = seeded(91);
  const file = join(temporaryFolder(), "texts.sqlite");
  const told = new Set<string>();
  for (let kill = 0; kill < KILLS; kill++) {
    const { child, url } = await startServer(file);
    const witness = await connectRaw(url, "w1/norm");
    const writers = await Promise.all(
      Array.from({ length: WRITERS }, (_, writer) => keepWriting(url, `${kill}.${writer}`)),
    );
    await sleep(50 + random() * 250);
    child.kill("SIGKILL");
    await Promise.all([witness.closed, ...writers.map(({ writing }) => writing)]);
    const before = told.size;
    for (const word of wordsOf(witness.frames)) told.add(word);
    for (const { client } of writers) for (const word of wordsOf(client.frames)) told.add(word);
    expect(told.size).toBeGreaterThan(before);

    const again = await startServer(file);
    const reader = enterRoom(again.url, "w1/norm");
    await isSynced(reader.provider);
    const kept = reader.doc.getMap("words");
    expect([...told].filter((word) => !kept.has(word))).toEqual([]);
    reader.provider.destroy();
    again.child.kill("SIGKILL");
  }
});
