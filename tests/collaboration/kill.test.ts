import { type ChildProcess, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { isUpdate, syncMessage, updatesOf } from "./messages.ts";
import { atEnd, connectRaw, enterRoom, isSynced, seeded, sleep, temporaryFolder } from "./running-rooms.ts";

const KILLS = Number(process.env.KILLS ?? 6);
const WRITERS = Number(process.env.WRITERS ?? 6);
/** Killed in the middle of work, while the log is put together again and again, or while the first seats come in. */
const MOMENTS = ["work", "compaction", "start"] as const;
/** A new text from time to time: reading an old one would soon take longer than killing. */
const KILLS_OF_A_ROOM = 21;

const root = fileURLToPath(new URL("../..", import.meta.url));
// inside of node_modules, so that the bundle finds what it imports
const built = join(root, `node_modules/.reglament-serving-${process.pid}`);

beforeAll(async () => {
  const input = {
    serving: join(root, "tests/collaboration/serving.ts"),
    "merge-worker": join(root, "server/collaboration/merge-worker.ts"),
  };
  await build({
    root,
    configFile: false,
    logLevel: "error",
    build: { ssr: true, rollupOptions: { input }, outDir: built, copyPublicDir: false, emptyOutDir: true },
  });
}, 60_000);
afterAll(() => rmSync(built, { recursive: true, force: true }));

const startServer = async (file: string, compacted = ""): Promise<{ child: ChildProcess; url: string }> => {
  const script = fileURLToPath(new URL("./serving.mjs", import.meta.url));
  const child = spawn(process.execPath, [script, join(built, "serving.js"), file, compacted], {
    stdio: ["ignore", "pipe", "inherit"],
  });
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
const keepWriting = async (url: string, room: string, name: string) => {
  const client = await connectRaw(url, room);
  const doc = new Y.Doc();
  let isOver = false;
  client.closed.then(() => {
    isOver = true;
  });
  const writing = (async () => {
    for (let index = 0; !isOver; index++) {
      for (const update of updatesOf((own) => own.getMap("words").set(`${name} ${index}`, true), doc))
        client.ws.send(syncMessage(2, update), () => undefined);
      if (index % 5 === 4) await sleep(WRITERS / 4); // as many in all, however many write
    }
  })();
  return { client, writing };
};

test(`a server that is killed has lost nothing that anybody had been told: ${MOMENTS.join(", ")}`, {
  timeout: 60_000 + KILLS * 30_000,
}, async () => {
  const random = seeded(91);
  const file = join(temporaryFolder(), "texts.sqlite");
  let told = new Set<string>();
  let checked = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const moment = MOMENTS[kill % MOMENTS.length];
    const room = `w1/norm-${Math.floor(kill / KILLS_OF_A_ROOM)}`;
    if (kill % KILLS_OF_A_ROOM === 0) told = new Set();
    const { child, url } = await startServer(file, moment === "compaction" ? room : "");
    const arriving = Array.from({ length: WRITERS }, (_, writer) => keepWriting(url, room, `${kill}.${writer}`));
    const witnessing = connectRaw(url, room);
    if (moment === "start") await sleep(random() * 60);
    else {
      await Promise.all([witnessing, ...arriving]);
      await sleep(50 + random() * 250);
    }
    child.kill("SIGKILL");
    // at the start some may not have come in at all
    const came = (await Promise.allSettled([witnessing, ...arriving.map((one) => one.then(({ client }) => client))]))
      .filter((one) => one.status === "fulfilled")
      .map(({ value }) => value);
    await Promise.all(came.map(({ closed }) => closed));
    const before = told.size;
    // all are sent the same bytes, and reading them once is enough
    const frames = new Map(came.flatMap(({ frames }) => frames.map((frame) => [frame.toString("latin1"), frame])));
    for (const word of wordsOf([...frames.values()])) told.add(word);
    if (moment !== "start") expect(told.size).toBeGreaterThan(before);
    checked += told.size - before;
    if (process.env.KILLS && kill % 10 === 9) console.log(`${kill + 1} kills, ${checked} witnessed updates`);

    const again = await startServer(file);
    const reader = enterRoom(again.url, room);
    await isSynced(reader.provider);
    const kept = reader.doc.getMap("words");
    expect([...told].filter((word) => !kept.has(word))).toEqual([]);
    reader.provider.destroy();
    again.child.kill("SIGKILL");
  }
  if (process.env.KILLS) console.log(`${KILLS} kills, ${WRITERS} writers: ${checked} witnessed updates, none lost`);
});
