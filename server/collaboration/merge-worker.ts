import { parentPort } from "node:worker_threads";
import { knownFrom, type Part, type Result, unpacked } from "./merging-aside.ts";

const gathered = new Map<number, Uint8Array[]>();

parentPort?.on("message", ({ job, ...part }: Part) => {
  const updates = gathered.get(job) ?? [];
  if ("packed" in part) {
    gathered.set(job, updates);
    updates.push(...unpacked(part.packed));
    return;
  }
  gathered.delete(job);
  const answer = (result: Result, moved: ArrayBuffer[]) => parentPort?.postMessage(result, moved);
  try {
    const known = knownFrom(updates, part.way);
    const state = known.state.slice();
    answer({ ...known, job, state }, [state.buffer]);
  } catch (error) {
    answer({ job, error }, []);
  }
});
