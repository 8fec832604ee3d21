import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { Jobs } from "./jobs.ts";

type Call = { call: number; job: keyof Jobs; given: unknown };
export type Asked = Call | { stop: true };
export type Told = { call: number } & ({ step: string } | { answer: unknown } | { error: unknown });

/** Makes files away from the room. `run` takes a job of `jobs.ts`; `onStep` hears how far it has got. */
export type Exporter = {
  run<J extends keyof Jobs>(
    job: J,
    given: Parameters<Jobs[J]>[0],
    onStep?: (step: string) => void,
  ): ReturnType<Jobs[J]>;
  /** How many of such jobs are waited for. */
  waiting(job: keyof Jobs): number;
  close(): Promise<void>;
};

/** The thread is ready for the next file so long; then its memory goes back. */
const IDLE_MS = 300_000;
/** The longest file takes half a minute on a slow machine; what takes longer never ends, and others wait behind it. */
const LONGEST_MS = 180_000;
/** So long a thread may take to clear away what it was about; the server itself has three seconds. */
const STOP_MS = 1_500;

type Waiting = {
  job: keyof Jobs;
  resolve: (answer: never) => void;
  reject: (error: unknown) => void;
  onStep: ((step: string) => void) | undefined;
};

/**
 * In the built server one thread makes all files, so that a second of pure computing never holds up the room; it starts with
 * the first file. From sources (tests, development) they are made in this thread. A thread that dies takes the files
 * with it that it was making, each with an error; the next one starts another.
 */
export const openExporter = (): Exporter => {
  const file = ["./exporting-worker.js", "../exporting-worker.js"]
    .map((place) => new URL(place, import.meta.url))
    .find((url) => url.protocol === "file:" && existsSync(fileURLToPath(url)));
  return file ? aside(file) : here();
};

const here = (): Exporter => ({
  run: (async (job, given, onStep = () => {}) => {
    const { jobs } = await import("./jobs.ts");
    return (jobs[job] as (given: unknown, onStep: (step: string) => void) => unknown)(given, onStep);
  }) as Exporter["run"],
  waiting: () => 0,
  close: async () => {},
});

/** Who listens to the steps may be gone meanwhile: the file is no worse for it, and nobody else's is. */
const heard = ({ onStep }: Waiting, step: string): void => {
  try {
    onStep?.(step);
  } catch {
    // the answer is still awaited, or nobody awaits it
  }
};

/** The thread that `file` is the program of; exported for tests. */
export const aside = (file: URL, longest = LONGEST_MS): Exporter => {
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  let worker: Worker | null = null;
  let leaving: NodeJS.Timeout | undefined;

  const end = async (error: unknown) => {
    clearTimeout(leaving);
    const gone = worker;
    worker = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    if (!gone) return;
    const exited = new Promise((resolve) => gone.once("exit", resolve));
    gone.postMessage({ stop: true } satisfies Asked);
    await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, STOP_MS).unref())]);
    await gone.terminate();
  };

  const started = (): Worker => {
    const begun = new Worker(file);
    begun.on("message", (told: Told) => {
      const one = waiting.get(told.call);
      if (!one) return;
      if ("step" in told) return heard(one, told.step);
      waiting.delete(told.call);
      if ("error" in told) one.reject(told.error);
      else one.resolve(told.answer as never);
      if (waiting.size === 0) leaving = setTimeout(() => void end(null), IDLE_MS).unref();
    });
    begun.on("error", (error) => begun === worker && void end(error));
    begun.on("exit", (code) => begun === worker && void end(new Error(`the export thread stopped with code ${code}`)));
    // it never keeps the process from ending: whoever waits for a file does
    begun.unref();
    return begun;
  };

  return {
    run: ((job, given, onStep) => {
      clearTimeout(leaving);
      worker ??= started();
      const call = calls++;
      const answer = new Promise((resolve, reject) => waiting.set(call, { job, resolve, reject, onStep }));
      worker.postMessage({ call, job, given } satisfies Asked);
      const late = setTimeout(
        () => void end(new Error(`a file took longer than ${longest / 1000} s`)),
        longest,
      ).unref();
      return answer.finally(() => clearTimeout(late));
    }) as Exporter["run"],
    waiting: (job) => [...waiting.values()].filter((one) => one.job === job).length,
    close: () => end(new Error("the server is stopping")),
  };
};
