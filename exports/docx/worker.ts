import { parentPort } from "node:worker_threads";
import type { Regulation } from "#domain/regulation.ts";
import type { Seal } from "../seal.ts";
import { writeDocx } from "./write.ts";

parentPort?.once("message", async ({ regulation, seal }: { regulation: Regulation; seal: Seal | null }) => {
  const bytes = await writeDocx(regulation, seal);
  parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
});
