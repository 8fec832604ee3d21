import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import type { RoomLimits } from "../../server/collaboration/limits.ts";
import { serveRooms } from "./serving.ts";

const endings: (() => unknown)[] = [];
export const atEnd = (end: () => unknown) => void endings.push(end);
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "reglament-"));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** Rooms over a real SQLite file behind a real HTTP server, until the end of the test. */
export const startRooms = async (
  options: { file?: string; port?: number; limits?: Partial<RoomLimits>; now?: () => number } = {},
) => {
  const served = await serveRooms({ ...options, file: options.file ?? join(temporaryFolder(), "texts.sqlite") });
  atEnd(served.stop);
  return served;
};

/** A stock provider in its own document. */
export const enterRoom = (url: string, room: string, params: Record<string, string> = {}, doc = new Y.Doc()) => {
  const [workshop, name] = room.split("/");
  const provider = new WebsocketProvider(`${url}/rooms/${workshop}`, name ?? "", doc, {
    WebSocketPolyfill: WebSocket as never,
    disableBc: true,
    params,
  });
  atEnd(() => provider.destroy());
  return { doc, provider, text: doc.getText("t") };
};

export const isSynced = (provider: WebsocketProvider) =>
  new Promise<void>((resolve) => {
    if (provider.synced) resolve();
    else provider.on("sync", (synced: boolean) => synced && resolve());
  });

/** A client that speaks bytes. */
export const connectRaw = async (url: string, room: string, query = "", headers = {}) => {
  const ws = new WebSocket(`${url}/rooms/${room}${query}`, { headers });
  ws.binaryType = "nodebuffer";
  const frames: Buffer[] = [];
  const heard: ((frame: Buffer) => void)[] = [];
  ws.on("message", (data: Buffer) => {
    frames.push(data);
    for (const each of heard) each(data);
  });
  const closed = new Promise<number>((resolve) => ws.on("close", resolve));
  atEnd(() => ws.terminate());
  await new Promise<void>((resolve, reject) => {
    ws.on("open", resolve);
    ws.on("error", reject);
    ws.on("unexpected-response", (_request, response) => reject(new Error(`HTTP ${response.statusCode}`)));
  });
  return { ws, frames, closed, onFrame: (listener: (frame: Buffer) => void) => void heard.push(listener) };
};

export const until = async (isTrue: () => boolean, within = 5_000) => {
  const end = Date.now() + within;
  while (!isTrue()) {
    if (Date.now() > end) throw new Error("waited in vain");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

export const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Numbers that a seed decides (mulberry32). */
export const seeded = (seed: number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};
