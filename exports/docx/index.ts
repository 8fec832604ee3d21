import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { Job } from "./write.ts";

/**
 * A Word file of the regulation: itself, a leaflet, or two editions compared. In the built server a worker thread of its
 * own lays it out, for that takes a second of pure computing and the room must not stutter; from sources (tests,
 * development) it is made in this thread. Both give the same bytes.
 */
export const toDocx = async (job: Job): Promise<Uint8Array> => {
  const built = ["./export-worker.js", "../export-worker.js"]
    .map((path) => new URL(path, import.meta.url))
    .find((url) => url.protocol === "file:" && existsSync(fileURLToPath(url)));
  if (!built) return (await import("./write.ts")).write(job);
  return new Promise((resolve, reject) => {
    const worker = new Worker(built);
    worker.once("message", (bytes: Uint8Array) => {
      resolve(bytes);
      worker.terminate();
    });
    worker.once("error", reject);
    worker.once("exit", (code) => code !== 0 && reject(new Error(`the document worker stopped with code ${code}`)));
    worker.postMessage(job);
  });
};
