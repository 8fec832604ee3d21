// 300 seats and a server that is started anew: how long until all are back and synced. See README.md.
import { spawn } from "node:child_process";
import net from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { PeerClient } from "./lib/proto.mjs";
import { newDataDir } from "./lib/targets.mjs";
import { target } from "./ours.mjs";

const SEATS = Number(process.argv[2] ?? 300);
const here = path.dirname(fileURLToPath(import.meta.url));
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const port = await new Promise((resolve) => {
  const taken = net.createServer().listen(0, "127.0.0.1", () => {
    const { port } = taken.address();
    taken.close(() => resolve(port));
  });
});
const env = { ...process.env, NODE_ENV: "production", PORT: String(port), DATA_DIR: newDataDir() };
const t = { ...target, url: `ws://127.0.0.1:${port}${target.path}` };

const isUp = () =>
  new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(socket.destroy() && true));
    socket.once("error", () => resolve(false));
  });
const start = async () => {
  const child = spawn(process.execPath, ["ours-server.mjs"], { cwd: here, env, stdio: "inherit" });
  while (!(await isUp())) await sleep(5);
  return child;
};

let isOver = false;
let synced = 0;
/** Comes back as the clients of the product do: after 200, 400, … ms, at most 2.5 s, less up to a half of it at random. */
const seat = async (index) => {
  for (let failures = 0; !isOver; ) {
    let left;
    const gone = new Promise((resolve) => {
      left = resolve;
    });
    const client = new PeerClient(t, `room-${index % 10}`, { onClose: () => left() }, { idx: index });
    try {
      await client.connect();
      failures = 0;
      synced++;
      await gone;
      synced--;
    } catch {}
    await sleep(Math.min(2_500, 200 * 2 ** failures++) * (0.5 + Math.random() / 2));
  }
};

await target.beforeStart();
let server = await start();
for (let index = 0; index < SEATS; index++) void seat(index);
const all = async () => {
  while (synced < SEATS) await sleep(5);
};
await all();
for (let round = 1; round <= 5; round++) {
  await sleep(1_000);
  const stoppedAt = performance.now();
  const exit = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  await exit;
  const startedAt = performance.now();
  server = await start();
  const listeningAt = performance.now();
  await all();
  const ms = (from, to = performance.now()) => Math.round(to - from);
  console.log(
    `${SEATS} seats: stopped in ${ms(stoppedAt, startedAt)} ms, listening after ${ms(startedAt, listeningAt)} ms, all back ${ms(listeningAt)} ms later`,
  );
}
isOver = true;
server.kill("SIGTERM");
process.exit(0);
