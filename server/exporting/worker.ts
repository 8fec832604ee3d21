import { parentPort } from "node:worker_threads";
import { endConversions } from "#exports/office/index.ts";
import type { Asked, Told } from "./index.ts";
import { jobs } from "./jobs.ts";

const tell = (told: Told) => parentPort?.postMessage(told);

parentPort?.on("message", async (asked: Asked) => {
  if ("stop" in asked) {
    await endConversions();
    process.exit();
  }
  const { call, job, given } = asked;
  try {
    // the job and what it is given were named together by `run`
    const run = jobs[job] as (given: unknown, onStep: (step: string) => void) => Promise<unknown>;
    tell({ call, answer: await run(given, (step) => tell({ call, step })) });
  } catch (error) {
    tell({ call, error });
  }
});
