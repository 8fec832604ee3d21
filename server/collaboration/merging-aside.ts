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

/**
 * Like `merged`, for logs so long that it would hold everybody up: in the built server in a thread of its own; from sources
 * (tests, development) in this one. `parts` are taken one in a turn of the event loop.
 */
export const mergedAside = async (parts: Iterable<readonly Uint8Array[]>): Promise<Uint8Array> => {
  const built = ["./merge-worker.js", "../merge-worker.js"]
    .map((path) => new URL(path, import.meta.url))
    .find((url) => url.protocol === "file:" && existsSync(fileURLToPath(url)));
  const worker = built ? new Worker(built) : null;
  const all: Uint8Array[] = [];
  const state = worker && answerOf(worker);
  try {
    for (const part of parts) {
      if (worker) {
        const { bytes, lengths } = packed(part);
        worker.postMessage({ bytes, lengths }, [bytes.buffer, lengths.buffer]);
      } else all.push(...part);
      await new Promise((resolve) => setImmediate(resolve));
    }
    worker?.postMessage(null);
    return state ? await state : merged(all);
  } finally {
    void worker?.terminate();
  }
};

const answerOf = (worker: Worker): Promise<Uint8Array> => {
  const answer = new Promise<Uint8Array>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("the merging of a text was stopped")));
  });
  // awaited only after the last part was sent
  answer.catch(() => undefined);
  return answer;
};
