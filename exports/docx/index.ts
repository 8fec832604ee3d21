import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { Job } from "./write.ts";

/**
 * A Word file of the regulation: itself, a leaflet, or two editions compared. In the built server a worker thread of its
 * own lays it out, for that takes a second of pure computing and the room must not stutter; the thread loads the library
 * while the text is composed, where it still has to be. From sources (tests, development) it is made in this thread. Both
 * give the same bytes.
 */
export const toDocx = async (job: Job | (() => Promise<Job>)): Promise<Uint8Array> => {
  const compose = async () => (typeof job === "function" ? job() : job);
  const built = ["./export-worker.js", "../export-worker.js"]
    .map((path) => new URL(path, import.meta.url))
    .find((url) => url.protocol === "file:" && existsSync(fileURLToPath(url)));
  if (!built) return (await import("./write.ts")).write(await compose());
  const worker = new Worker(built);
  try {
    const made = new Promise<Uint8Array>((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", reject);
      worker.once("exit", (code) => code !== 0 && reject(new Error(`the document worker stopped with code ${code}`)));
    });
    // it is awaited below; until then a broken thread must not end the process
    made.catch(() => {});
    worker.postMessage(await compose());
    return await made;
  } finally {
    worker.terminate();
  }
};
