import { parentPort } from "node:worker_threads";
import type { Regulation } from "#domain/regulation.ts";
import { writeDocx } from "./write.ts";

parentPort?.once("message", async (regulation: Regulation) => {
  const bytes = await writeDocx(regulation);
  parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
});
