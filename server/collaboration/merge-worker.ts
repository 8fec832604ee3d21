import { parentPort } from "node:worker_threads";
import { merged } from "./merging.ts";
import type { Packed } from "./merging-aside.ts";
import { unpacked } from "./merging-aside.ts";

const updates: Uint8Array[] = [];

parentPort?.on("message", (packed: Packed | null) => {
  if (packed) {
    for (const update of unpacked(packed)) updates.push(update);
    return;
  }
  const state = merged(updates).slice();
  parentPort?.postMessage(state, [state.buffer]);
});
