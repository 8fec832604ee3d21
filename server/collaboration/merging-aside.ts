import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import * as Y from "yjs";
import { Coverage, type Covered } from "./coverage.ts";
import { merged } from "./merging.ts";
import { updateOf } from "./messages.ts";

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

/**
 * How updates become one: through a document, which collects what was deleted; or flat, which is three times as quick where
 * there are few.
 */
export type Way = "collected" | "flat";

/** A part of a log that is to be merged; with a way instead the log is complete. */
export type Part = { job: number } & ({ packed: Packed } | { way: Way });
export type Result = { job: number } & ((Known & { state: Uint8Array<ArrayBuffer> }) | { error: unknown });

/** What a log says: in one update, and what that covers. */
export type Known = { state: Uint8Array; covered: Covered };

const IDLE_MS = 10_000;

/** @throws {Malformed} */
export const knownFrom = (updates: readonly Uint8Array[], way: Way = "collected"): Known => {
  const state = way === "flat" ? Y.mergeUpdates([...updates]) : merged(updates);
  const coverage = new Coverage();
  coverage.add(updateOf(state));
  return { state, covered: coverage.covered };
};

type Waiting = { resolve: (known: Known) => void; reject: (error: unknown) => void };

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
      if ("state" in result) waiting?.resolve(result);
      else waiting?.reject(result.error);
      if (this.#waiting.size > 0) return;
      this.#leaving = setTimeout(() => this.#end(), IDLE_MS).unref();
      this.#worker.unref();
    });
    this.#worker.on("error", (error) => this.#end(error));
  }

  async merge(parts: Iterable<readonly Uint8Array[]>, way: Way): Promise<Known> {
    clearTimeout(this.#leaving);
    this.#worker.ref();
    const job = this.#jobs++;
    const known = new Promise<Known>((resolve, reject) => this.#waiting.set(job, { resolve, reject }));
    // awaited only after the last part was sent
    known.catch(() => undefined);
    try {
      for (const part of parts) {
        const all = packed(part);
        this.#send({ job, packed: all }, [all.bytes.buffer, all.lengths.buffer]);
        await nextTurn();
      }
    } finally {
      this.#send({ job, way }, []);
    }
    return known;
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
 * Like `knownFrom`, for logs so long that it would hold everybody up: in the built server in a thread of its own; from sources
 * (tests, development) in this one. `parts` are taken one in a turn of the event loop.
 */
export const mergedAside = async (parts: Iterable<readonly Uint8Array[]>, way: Way = "collected"): Promise<Known> => {
  const file = workerFile();
  if (file) return mergerOf(file).merge(parts, way);
  const all: Uint8Array[] = [];
  for (const part of parts) {
    all.push(...part);
    await nextTurn();
  }
  return knownFrom(all, way);
};
