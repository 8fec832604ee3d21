import { parentPort } from "node:worker_threads";
import { merged } from "./merging.ts";
import { type Part, type Result, unpacked } from "./merging-aside.ts";

const gathered = new Map<number, Uint8Array[]>();

parentPort?.on("message", ({ job, packed }: Part) => {
  const updates = gathered.get(job) ?? [];
  if (packed) {
    gathered.set(job, updates);
    updates.push(...unpacked(packed));
    return;
  }
  gathered.delete(job);
  const answer = (result: Result, moved: ArrayBuffer[]) => parentPort?.postMessage(result, moved);
  try {
    const state = merged(updates).slice();
    answer({ job, state }, [state.buffer]);
  } catch (error) {
    answer({ job, error }, []);
  }
});
