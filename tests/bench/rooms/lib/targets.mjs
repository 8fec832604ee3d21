// What can be measured, and how it is started and stopped. A target is an object:
//   name, proto: 'y-websocket' | 'hocuspocus'
//   cmd: [program, ...args] (with cwd, env)  - started by the bench with PORT and DATA_DIR in its environment; or
//   url: 'ws://127.0.0.1:1234/base' (+ pid)  - already running, never stopped by the bench
//   path: base path below ws://127.0.0.1:PORT for a started target (default '')
//   headers, query, cookie, token; clientOptions(i) -> { headers, cookie, token } for client i
//   ready: http path that answers when the server is up (default: the TCP port accepts)
//   persistent: true when data survives a restart with the same DATA_DIR
//   seedSnapshot: true for the floor only (it can't build a snapshot itself)
//   beforeStart({ dataDir, port, room }), afterStart({ base, room, dataDir }) -> { room?, cookie?, headers?, query?, url? }
import { spawn } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { alive, descendants } from "./proc.mjs";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const peer = (dir, o = {}) => ({
  cwd: path.join(root, "peers", dir),
  cmd: [o.node || process.execPath, "server.mjs"],
  proto: "y-websocket",
  ...o,
});
const node22 = path.join(root, "peers/hocuspocus4/node_modules/node/bin/node");
export const builtin = {
  floor: peer("floor", { seedSnapshot: true, env: { FLOOR_MODE: "ws" } }),
  "floor-tick": peer("floor", { seedSnapshot: true, env: { FLOOR_MODE: "tick" } }),
  "floor-log-full": peer("floor", {
    seedSnapshot: true,
    persistent: true,
    noJoin: true,
    env: { FLOOR_MODE: "tick", FLOOR_LOG: "1", FLOOR_SYNC: "FULL" },
  }),
  "floor-log-normal": peer("floor", {
    seedSnapshot: true,
    persistent: true,
    noJoin: true,
    env: { FLOOR_MODE: "tick", FLOOR_LOG: "1", FLOOR_SYNC: "NORMAL" },
  }),
  yws13: peer("yws-leveldb", { env: { MEMORY: "1" } }),
  "yws-leveldb": peer("yws-leveldb", { persistent: true }),
  hocuspocus3: peer("hocuspocus3", { proto: "hocuspocus", persistent: true }),
  "hocuspocus3-mem": peer("hocuspocus3", { proto: "hocuspocus", env: { MEMORY: "1" } }),
  hocuspocus4: peer("hocuspocus4", { proto: "hocuspocus", persistent: true, node: node22 }),
  "hocuspocus4-mem": peer("hocuspocus4", { proto: "hocuspocus", node: node22, env: { MEMORY: "1" } }),
};

export const loadTargets = async (names, files, adhoc) => {
  const all = { ...builtin };
  for (const f of files) {
    const abs = path.resolve(f);
    const m = (await import(pathToFileURL(abs).href)).target;
    for (const t of Array.isArray(m) ? m : [m])
      all[t.name] = {
        proto: "y-websocket",
        ...t,
        file: abs,
        cwd: t.cwd ? path.resolve(path.dirname(abs), t.cwd) : path.dirname(abs),
      };
  }
  if (adhoc) all[adhoc.name] = adhoc;
  return names.map((n) => {
    if (!all[n]) throw new Error(`no target ${n}; known: ${Object.keys(all).join(", ")}`);
    return { ...all[n], name: n };
  });
};

const freePort = () =>
  new Promise((resolve, reject) => {
    const s = net.createServer();
    s.on("error", reject);
    s.listen(0, "127.0.0.1", () => {
      const p = s.address().port;
      s.close(() => resolve(p));
    });
  });
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const tcpUp = (port) =>
  new Promise((resolve) => {
    const s = net.connect(port, "127.0.0.1");
    s.on("connect", () => {
      s.destroy();
      resolve(true);
    });
    s.on("error", () => resolve(false));
  });

const started = new Set();
const killHard = (run) => {
  for (const p of descendants(run.pid).reverse()) {
    try {
      process.kill(p, "SIGKILL");
    } catch {}
  }
  started.delete(run);
};
process.on("exit", () => {
  for (const r of started) killHard(r);
});
for (const s of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(s, () => process.exit(130));

let seq = 0;
export const newDataDir = () => {
  const d = path.join(root, ".data", `${process.pid}-${++seq}`);
  fs.mkdirSync(d, { recursive: true });
  return d;
};
export const rmDataDir = (d) => fs.rmSync(d, { recursive: true, force: true });
process.on("exit", () => {
  try {
    for (const d of fs.readdirSync(path.join(root, ".data")))
      if (d.startsWith(`${process.pid}-`)) rmDataDir(path.join(root, ".data", d));
  } catch {}
});

export const start = async (t, dataDir, room) => {
  if (t.url && !t.cmd) return { t: { ...t }, room, pid: t.pid, external: true };
  const port = await freePort();
  await t.beforeStart?.({ dataDir, port, room });
  const [cmd, ...args] = t.cmd.map((a) => a.replaceAll("{port}", port).replaceAll("{data}", dataDir));
  const env = {
    ...process.env,
    NODE_ENV: "production",
    ...t.env,
    PORT: String(port),
    HOST: "127.0.0.1",
    DATA_DIR: dataDir,
  };
  const log = fs.openSync(path.join(dataDir, "server.log"), "a");
  const child = spawn(cmd, args, { cwd: t.cwd, env, stdio: ["ignore", log, log] });
  fs.closeSync(log);
  const run = { pid: child.pid, port, dataDir, child, exited: false };
  started.add(run);
  child.on("exit", (code, sig) => {
    run.exited = true;
    run.code = code ?? sig;
    started.delete(run);
  });
  child.on("error", (e) => {
    run.exited = true;
    run.code = e.message;
  });
  const until = Date.now() + (t.startTimeoutMs || 30000);
  for (;;) {
    if (run.exited)
      throw new Error(
        `${t.name} exited at start (${run.code}): ${fs.readFileSync(path.join(dataDir, "server.log"), "utf8").slice(-800)}`,
      );
    if (
      t.ready
        ? await fetch(`http://127.0.0.1:${port}${t.ready}`).then(
            (r) => r.ok,
            () => false,
          )
        : await tcpUp(port)
    )
      break;
    if (Date.now() > until) {
      killHard(run);
      throw new Error(`${t.name} did not come up`);
    }
    await sleep(25);
  }
  const live = { ...t, url: `ws://127.0.0.1:${port}${t.path || ""}` };
  const more = (await t.afterStart?.({ base: `http://127.0.0.1:${port}`, room, dataDir, port })) || {};
  run.t = { ...live, ...more };
  run.room = more.room || room;
  return run;
};
export const kill9 = async (run) => {
  if (run.external) throw new Error("not ours to kill");
  killHard(run);
  const u = Date.now() + 5000;
  while (alive(run.pid) && !run.exited && Date.now() < u) await sleep(5);
};
export const stop = async (run, graceMs = 6000) => {
  if (run.external) return;
  if (!run.exited) {
    try {
      process.kill(run.pid, "SIGTERM");
    } catch {}
  }
  const until = Date.now() + graceMs;
  while (!run.exited && Date.now() < until) await sleep(20);
  if (!run.exited) killHard(run);
  while (!run.exited && Date.now() < until + 2000) await sleep(20);
};
export const machine = () => ({
  cpus: os.cpus().length,
  model: os.cpus()[0].model,
  memGiB: Math.round(os.totalmem() / 2 ** 30),
  node: process.version,
  kernel: os.release(),
});
