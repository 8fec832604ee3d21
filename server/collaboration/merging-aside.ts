import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { merged } from "./merging.ts";

/** Many updates as two buffers, which go to another thread without being copied one by one. */
export type Packed = { bytes: Uint8Array<ArrayBuffer>; lengths: Uint32Array<ArrayBuffer> };

export const packed = (updates: readonly Uint8Array[]): Packed => {
  const lengths = Uint32Array.from(updates, ({ length }) => length);
  const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
  let at = 0;
  for (const update of updates) {
    bytes.set(update, at);
    at += update.length;
  }
  return { bytes, lengths };
};

export const unpacked = ({ bytes, lengths }: Packed): Uint8Array[] => {
  let at = 0;
  return Array.from(lengths, (length) => {
    at += length;
    return bytes.subarray(at - length, at);
  });
};

/** A part of a log that is to be merged; without one the log is complete. */
export type Part = { job: number; packed: Packed | null };
export type Result = { job: number } & ({ state: Uint8Array<ArrayBuffer> } | { error: unknown });

const IDLE_MS = 10_000;

type Waiting = { resolve: (state: Uint8Array) => void; reject: (error: unknown) => void };

/** One thread for all rooms: after a restart many logs are merged, one after another. It goes when it has been idle. */
class Merger {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #onGone: () => void;
  #jobs = 0;
  #leaving: NodeJS.Timeout | undefined;

  constructor(file: URL, onGone: () => void) {
    this.#onGone = onGone;
    this.#worker = new Worker(file, { resourceLimits: { maxYoungGenerationSizeMb: 4 } });
    this.#worker.on("message", (result: Result) => {
      const waiting = this.#waiting.get(result.job);
      this.#waiting.delete(result.job);
      if ("state" in result) waiting?.resolve(result.state);
      else waiting?.reject(result.error);
      if (this.#waiting.size > 0) return;
      this.#leaving = setTimeout(() => this.#end(), IDLE_MS).unref();
      this.#worker.unref();
    });
    this.#worker.on("error", (error) => this.#end(error));
  }

  async merge(parts: Iterable<readonly Uint8Array[]>): Promise<Uint8Array> {
    clearTimeout(this.#leaving);
    this.#worker.ref();
    const job = this.#jobs++;
    const state = new Promise<Uint8Array>((resolve, reject) => this.#waiting.set(job, { resolve, reject }));
    // awaited only after the last part was sent
    state.catch(() => undefined);
    try {
      for (const part of parts) {
        const all = packed(part);
        this.#send({ job, packed: all }, [all.bytes.buffer, all.lengths.buffer]);
        await nextTurn();
      }
    } finally {
      this.#send({ job, packed: null }, []);
    }
    return state;
  }

  #send(part: Part, moved: ArrayBuffer[]) {
    this.#worker.postMessage(part, moved);
  }

  #end(error: unknown = new Error("the merging of a text was stopped")): void {
    this.#onGone();
    void this.#worker.terminate();
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

let merger: Merger | null = null;

const mergerOf = (file: URL): Merger => {
  merger ??= new Merger(file, () => {
    merger = null;
  });
  return merger;
};

const workerFile = (): URL | undefined =>
  ["./merge-worker.js", "../merge-worker.js"]
    .map((path) => new URL(path, import.meta.url))
    .find((url) => url.protocol === "file:" && existsSync(fileURLToPath(url)));

/**
 * Like `merged`, for logs so long that it would hold everybody up: in the built server in a thread of its own; from sources
 * (tests, development) in this one. `parts` are taken one in a turn of the event loop.
 */
export const mergedAside = async (parts: Iterable<readonly Uint8Array[]>): Promise<Uint8Array> => {
  const file = workerFile();
  if (file) return mergerOf(file).merge(parts);
  const all: Uint8Array[] = [];
  for (const part of parts) {
    all.push(...part);
    await nextTurn();
  }
  return merged(all);
};
