import { parentPort } from "node:worker_threads";
import { type Job, write } from "./write.ts";

parentPort?.once("message", async (job: Job) => {
  const bytes = await write(job);
  parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
});
