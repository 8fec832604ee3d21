import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

const READY_MS = 30_000;
const LOG_ERROR = 50; // pino's level of an error

export type RunningServer = {
  readonly url: string;
  readonly dataDir: string;
  /** Everything that the process has said so far, through all its restarts. */
  said(): string;
  /** What the process has called an error: its stderr, and log lines of that level. */
  errors(): string[];
  /** Ends the process as a power cut would. */
  kill9(): Promise<void>;
  /** Asks the process to end and waits for it; answers with its exit code. */
  stop(): Promise<number | null>;
  /** Starts it again on the same port and data; answers with the milliseconds until it was ready. */
  restart(): Promise<number>;
  /** Ends the process and removes the data folder if it was made here. */
  remove(): Promise<void>;
};

/**
 * Starts the built server as a person would, on a free port and a fresh data folder unless given.
 * @throws when it ends early or is not ready in 30 seconds, with what it said
 */
export const startServer = async (given: {
  dataDir?: string;
  port?: number;
  env?: NodeJS.ProcessEnv;
}): Promise<RunningServer> => {
  const port = given.port ?? (await freePort());
  const dataDir = given.dataDir ?? (await mkdtemp(path.join(tmpdir(), "reglament-e2e-")));
  const url = `http://127.0.0.1:${port}`;
  let said = "";
  let stderr = "";
  let child: ChildProcess | null = null;

  const start = async () => {
    const began = performance.now();
    const running = spawn(process.execPath, ["server/main.mjs"], {
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        NODE_ENV: "production",
        HOST: "127.0.0.1",
        ...given.env,
        PORT: `${port}`,
        DATA_DIR: dataDir,
      },
    });
    child = running;
    running.stdout?.on("data", (part) => {
      said += part;
    });
    running.stderr?.on("data", (part) => {
      said += part;
      stderr += part;
    });
    while (!(await isReady(url))) {
      if (running.exitCode !== null || running.signalCode !== null) throw new Error(`the server ended:\n${said}`);
      if (performance.now() - began > READY_MS) throw new Error(`the server is not ready:\n${said}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    return Math.round(performance.now() - began);
  };

  const end = async (signal: NodeJS.Signals) => {
    const running = child;
    child = null;
    if (!running || running.exitCode !== null || running.signalCode !== null) return running?.exitCode ?? null;
    const ended = once(running, "exit");
    running.kill(signal);
    return (await ended)[0] as number | null;
  };

  await start();
  return {
    url,
    dataDir,
    said: () => said,
    errors: () => [...stderr.split("\n").filter(Boolean), ...said.split("\n").filter(isLoggedError)],
    kill9: async () => void (await end("SIGKILL")),
    stop: () => end("SIGTERM"),
    restart: async () => {
      await end("SIGTERM");
      return start();
    },
    remove: async () => {
      await end("SIGKILL");
      if (!given.dataDir) await rm(dataDir, { recursive: true, force: true });
    },
  };
};

const isReady = (url: string) =>
  fetch(`${url}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  );

const isLoggedError = (line: string) => {
  if (!line.startsWith("{")) return false;
  try {
    return JSON.parse(line).level >= LOG_ERROR;
  } catch {
    return false;
  }
};

const freePort = async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const address = taken.address();
  taken.close();
  await once(taken, "close");
  if (!address || typeof address === "string") throw new Error("no free port");
  return address.port;
};
