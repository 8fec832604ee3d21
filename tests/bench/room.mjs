// npm run bench: a room of 50 and of 200 people on the finished windows workshop (115 rules): how long after somebody acts
// all others have it on their screens, and what one answer costs each of them on the wire. Prints ratios to the targets.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { WebSocket } from "ws";
import { row } from "./row.mjs";

const ACTIONS = 40;
const ROOMS = [
  { people: 50, p95: 100 },
  { people: 200, p95: 250 },
];
const BYTES = 1000;

const freePort = () =>
  new Promise((resolve) => {
    const taken = createServer().listen(0, "127.0.0.1", () => {
      const { port } = taken.address();
      taken.close(() => resolve(port));
    });
  });

const percentile = (values, part) => values.toSorted((a, b) => a - b)[Math.ceil(values.length * part) - 1];

const measure = async ({ people, p95 }) => {
  const folder = mkdtempSync(path.join(tmpdir(), "reglament-bench-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    NODE_ENV: "production",
    PORT: String(port),
    HOST: "127.0.0.1",
    DATA_DIR: folder,
    LOG_LEVEL: "warn",
  };
  const seeded = JSON.parse(
    execFileSync(process.execPath, ["build/server/cli.js", "seed", "--participants", String(people), "--json"], {
      env,
    }),
  );
  const [workshop, key] = seeded.rooms[0].split("/");
  const question = decodeURIComponent(key);
  const server = spawn(process.execPath, ["server/main.mjs"], { env, stdio: ["ignore", "ignore", "inherit"] });
  while (!(await fetch(`${url}/readyz`).catch(() => null))?.ok) await new Promise((resolve) => setTimeout(resolve, 20));

  const said = async (command, cookie, body) => {
    const answered = await fetch(`${url}/w/${workshop}/${command}`, {
      method: "POST",
      headers: { cookie, origin: url, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!answered.ok) throw new Error(`${command}: ${answered.status} ${await answered.text()}`);
  };

  const latencies = [];
  let bytes = 0;
  let messages = 0;
  let waiting = null;
  const seats = await Promise.all(
    seeded.participants.map(
      ({ cookie }) =>
        new Promise((resolve, reject) => {
          const seat = new WebSocket(`${url.replace("http", "ws")}/feed/${workshop}`, {
            headers: { cookie, origin: url },
          });
          seat.once("error", reject);
          seat.once("message", () => {
            seat.on("message", (data) => {
              if (!waiting || waiting.heard.has(seat)) return;
              waiting.heard.add(seat);
              latencies.push(performance.now() - waiting.since);
              bytes += data.length;
              messages++;
              if (waiting.heard.size === people) waiting.all();
            });
            resolve(seat);
          });
        }),
    ),
  );
  // people who come are news too: let the room become quiet before anything is measured
  await new Promise((resolve) => setTimeout(resolve, 3000));
  await said("temperature", seeded.facilitator.cookie, { question, open: true });
  await new Promise((resolve) => setTimeout(resolve, 1000));
  for (const { cookie } of seeded.participants.slice(0, ACTIONS)) {
    const all = new Promise((resolve) => {
      waiting = { since: performance.now(), heard: new Set(), all: resolve };
    });
    await said("readings", cookie, { question, value: 4 });
    await Promise.race([all, new Promise((resolve) => setTimeout(resolve, 5000))]);
    waiting = null;
  }
  row(`${people} people: an action is on all screens, p95`, percentile(latencies, 0.95), "ms", p95);
  row(`${people} people: median`, percentile(latencies, 0.5), "ms", p95);
  row(`${people} people: bytes an answer, a person`, bytes / messages, "B", BYTES);
  row(`${people} people: deliveries that were missed`, people * ACTIONS - messages, "", 1);
  for (const seat of seats) seat.terminate();
  server.kill("SIGTERM");
  await new Promise((resolve) => server.once("exit", resolve));
  rmSync(folder, { recursive: true, force: true });
};

for (const room of ROOMS) await measure(room);
