#!/usr/bin/env node
// Runs the scenarios on the targets, interleaved (A B A B ...), and prints medians and ratios. See README.md.
import { fork } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { durabilityRound } from "./lib/durability.mjs";
import { median } from "./lib/hist.mjs";
import { loadavg } from "./lib/proc.mjs";
import { seedHistory } from "./lib/seed.mjs";
import { loadTargets, machine, newDataDir, rmDataDir, root, start, stop } from "./lib/targets.mjs";

const { values: o } = parseArgs({
  options: {
    targets: { type: "string", default: "floor,yws13,yws,yws-leveldb,hocuspocus3,hocuspocus4" },
    "target-file": { type: "string", multiple: true, default: [] },
    url: { type: "string" },
    proto: { type: "string", default: "y-websocket" },
    room: { type: "string" },
    pid: { type: "string" },
    header: { type: "string", multiple: true, default: [] },
    query: { type: "string", multiple: true, default: [] },
    cookie: { type: "string" },
    token: { type: "string" },
    scenarios: { type: "string", default: "fanout,allwrite,awareness,join,saturate,durability" },
    n: { type: "string", default: "10,50,200" },
    reps: { type: "string", default: "3" },
    sec: { type: "string", default: "5" },
    warm: { type: "string", default: "1.5" },
    "fanout-rate": { type: "string", default: "50" },
    "write-rate": { type: "string", default: "10:5,50:2,200:1" }, // N:edits a second of each client
    "aware-rate": { type: "string", default: "10:10,50:5,200:1" },
    "no-echo": { type: "boolean", default: false },
    "join-bytes": { type: "string", default: String(2 * 1024 * 1024) },
    joins: { type: "string", default: "15" },
    burst: { type: "string", default: "50" },
    writers: { type: "string", default: "10" },
    "limit-ms": { type: "string", default: "250" },
    "start-rate": { type: "string", default: "100" },
    "max-rate": { type: "string", default: "20000" },
    "saturate-sec": { type: "string", default: "3" },
    "saturate-n": { type: "string" },
    "kill-rate": { type: "string", default: "200" },
    "kill-sec": { type: "string", default: "5" },
    client: { type: "string", default: "net" }, // net | ws | provider
    "max-minutes": { type: "string", default: "60" },
    out: { type: "string" },
    list: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});
if (o.help) {
  console.log(
    fs.readFileSync(path.join(root, "README.md"), "utf8").split("## Options")[1]?.split("\n## ")[0] ?? "see README.md",
  );
  process.exit(0);
}

const pairs = (list, sep) =>
  Object.fromEntries(
    list.map((s) => {
      const i = s.indexOf(sep);
      return [s.slice(0, i).trim(), s.slice(i + 1).trim()];
    }),
  );
const adhoc = o.url
  ? {
      name: "url",
      url: o.url,
      proto: o.proto,
      pid: o.pid ? +o.pid : undefined,
      headers: pairs(o.header, ":"),
      query: pairs(o.query, "="),
      cookie: o.cookie,
      token: o.token,
    }
  : null;
const names = o.targets.split(",").filter(Boolean);
if (adhoc && !names.includes("url")) names.push("url");
const targets = await loadTargets(names, o["target-file"], adhoc);
if (o.list) {
  for (const t of targets) console.log(t.name, t.proto, t.persistent ? "persistent" : "");
  process.exit(0);
}
const Ns = o.n.split(",").map(Number);
const perN = (spec, n) => {
  const m = Object.fromEntries(spec.split(",").map((x) => (x.includes(":") ? x.split(":").map(Number) : ["*", +x])));
  return m[n] ?? m["*"] ?? Object.entries(m).sort((a, b) => Math.abs(a[0] - n) - Math.abs(b[0] - n))[0][1];
};
const deadline = Date.now() + +o["max-minutes"] * 60000;
const cacheDir = path.join(root, ".cache");

const cells = [];
for (const s of o.scenarios.split(",")) {
  if (s === "join")
    cells.push({
      s,
      key: "join",
      p: { bytes: +o["join-bytes"], joins: +o.joins, burst: +o.burst, settleMs: 3000, limitSec: 240 },
    });
  else if (s === "slow")
    cells.push({ s, key: "slow reader", p: { n: 10, rate: 500, bytes: 8192, sec: 10, limitSec: 90 } });
  else if (s === "memory")
    // each in a process of its own: what one has let go would hide the other
    for (const [key, rooms, seats] of [
      ["memory rooms", 300, 1],
      ["memory seats", 1, 900],
    ])
      cells.push({ s, key, p: { rooms, seats, edits: 400, settleMs: 5000, limitSec: 180 } });
  else if (s === "durability")
    cells.push({ s, key: "durability", p: { rate: +o["kill-rate"], seconds: +o["kill-sec"] } });
  else if (s === "saturate")
    for (const n of o["saturate-n"] ? o["saturate-n"].split(",").map(Number) : Ns)
      cells.push({
        s,
        key: `saturate n=${n}`,
        p: {
          n,
          writers: +o.writers,
          limitMs: +o["limit-ms"],
          startRate: Math.max(10, Math.round(+o["start-rate"] * Math.min(1, 100 / n))),
          maxRate: +o["max-rate"],
          sec: +o["saturate-sec"],
          maxSec: 90,
          limitSec: 240,
        },
      });
  else
    for (const n of Ns) {
      const rate =
        s === "fanout" ? +o["fanout-rate"] : s === "allwrite" ? perN(o["write-rate"], n) : perN(o["aware-rate"], n);
      cells.push({
        s,
        key: `${s} n=${n} r=${rate}/s`,
        p: { n, rate, sec: +o.sec, warm: +o.warm, limitSec: +o.sec + +o.warm + 75, echo: undefined },
      });
    }
}

const runLoad = (cfg) =>
  new Promise((resolve) => {
    const child = fork(path.join(root, "load.mjs"), { stdio: ["ignore", "inherit", "inherit", "ipc"] });
    let done = false;
    child.on("message", (m) => {
      done = true;
      resolve(m);
    });
    child.on("exit", (c) => {
      if (!done) resolve({ error: `load generator exit ${c}` });
    });
    child.send(cfg);
  });
const tail = (d) => {
  try {
    return fs.readFileSync(path.join(d, "server.log"), "utf8").slice(-1500).replaceAll(root, ".");
  } catch {
    return "";
  }
};
let salt = 0;
const roomName = () => o.room || `bench-${process.pid}-${++salt}`;
const plain = (t) => Object.fromEntries(Object.entries(t).filter(([, v]) => typeof v !== "function"));

const runCell = async (cell, t) => {
  if (cell.s === "durability") {
    if (t.url && !t.cmd) return { skip: "not started by the bench" };
    if (!t.persistent) return { skip: "no persistence" };
    return durabilityRound(t, { ...cell.p, room: roomName(), jitter: (Math.random() * 1500) | 0 });
  }
  if (cell.s === "join" && t.noJoin) return { skip: "not for this target" };
  const dataDir = newDataDir();
  const name = roomName();
  let run;
  try {
    run = await start(t, dataDir, name);
    const cfg = {
      ...cell.p,
      scenario: cell.s,
      t: plain(run.t),
      room: run.room,
      pid: run.pid,
      cacheDir,
      client: o.client,
      echo: !o["no-echo"] && t.proto === "y-websocket",
      seed: true,
    };
    const m = await runLoad(cfg);
    if (m.error) return { error: m.error + (run.exited ? ` [server exited: ${run.code}] ${tail(dataDir)}` : "") };
    if (cell.s === "join" && t.persistent && !run.external) {
      // a cold join: stop in good order, start on the same data
      await stop(run, 15000);
      run = await start(t, dataDir, name);
      const c = await runLoad({ ...cfg, t: plain(run.t), pid: run.pid, seed: false, coldOnly: true });
      m.result.cold = c.error
        ? { error: c.error }
        : { ms: c.result.firstMs, correct: c.result.correct, wholeMs: c.result.wholeMs, bytes: c.result.bytes };
    }
    return m.result;
  } catch (e) {
    return {
      error:
        e.message.replaceAll(root, ".") + (run?.exited ? ` [server exited: ${run.code}] ${tail(run.dataDir)}` : ""),
    };
  } finally {
    if (run) await stop(run, 1500);
    rmDataDir(dataDir);
  }
};

// ---- what is printed
const get = (x, p) => p.split(".").reduce((v, k) => (v == null ? v : v[k]), x);
const columns = {
  fanout: [
    "latency.p50",
    "latency.p95",
    "latency.p99",
    "ack.p95",
    "missing",
    "server.srvCpuPct",
    "server.rssPeakMB",
    "server.genCpuPct",
    "framesPerReaderPerSec",
  ],
  allwrite: [
    "latency.p50",
    "latency.p95",
    "latency.p99",
    "convergeMs",
    "missing",
    "server.srvCpuPct",
    "server.rssPeakMB",
    "server.genCpuPct",
    "framesPerReaderPerSec",
  ],
  awareness: [
    "latency.p50",
    "latency.p95",
    "latency.p99",
    "convergeMs",
    "msgsPerReaderPerSec",
    "echoes",
    "server.srvCpuPct",
    "server.rssPeakMB",
    "server.genCpuPct",
  ],
  saturate: [
    "max",
    "deliveriesPerSec",
    "at.p50",
    "at.p95",
    "at.srvCpuPct",
    "at.genCpuPct",
    "at.framesPerReaderPerSec",
    "at.rssMB",
  ],
  slow: ["latency.p50", "latency.p95", "latency.max", "sentMB", "rssCalmMB", "rssGrowthMB", "gaps", "server.srvCpuPct"],
  memory: ["idleMB", "roomKB", "seatKB"],
  join: [
    "seedMs",
    "seedServer.srvCpu",
    "seq.p50",
    "seq.p95",
    "burst.p50",
    "burst.p95",
    "burst.server.srvCpu",
    "burst.server.rssPeakMB",
    "bystander.calmP95",
    "bystander.p95",
    "bystander.max",
    "cold.ms",
  ],
  durability: [
    "sent",
    "witnessed",
    "acked",
    "survived",
    "survivedInFirstStep2",
    "lostWitnessed",
    "lostAcked",
    "lostWindowMs",
    "rejoinMs",
  ],
};
const fmt = (x) =>
  x == null
    ? "-"
    : typeof x === "number"
      ? Math.abs(x) >= 100
        ? String(Math.round(x))
        : String(Math.round(x * 100) / 100)
      : String(x);
const table = (rows) => {
  const w = rows[0].map((_, i) => Math.max(...rows.map((r) => String(r[i]).length)));
  for (const r of rows)
    console.log(`  ${r.map((c, i) => (i ? String(c).padStart(w[i]) : String(c).padEnd(w[i]))).join("  ")}`);
};
const outFile = path.resolve(
  o.out || path.join(root, "results", `run-${new Date().toISOString().replace(/[:.]/g, "-")}.json`),
);
const doc = {
  at: new Date().toISOString(),
  machine: machine(),
  options: { ...o },
  targets: targets.map((t) => t.name),
  cells: [],
};
delete doc.options.out;
delete doc.options["target-file"];
const save = () => {
  fs.mkdirSync(path.dirname(outFile), { recursive: true });
  fs.writeFileSync(outFile, JSON.stringify(doc, null, 1));
};

if (cells.some((c) => c.s === "join")) seedHistory(cacheDir, +o["join-bytes"]);
console.log(
  `# ${targets.map((t) => t.name).join(" | ")}; ${machine().cpus} cores, node ${machine().node}, client ${o.client}, load ${loadavg()}`,
);
for (const cell of cells) {
  const runs = Object.fromEntries(targets.map((t) => [t.name, []]));
  for (let r = 0; r < +o.reps; r++) {
    for (const t of targets) {
      if (Date.now() > deadline) {
        runs[t.name].push({ skip: "time is up" });
        continue;
      }
      if (runs[t.name][0]?.skip) continue;
      const x = await runCell(cell, t);
      runs[t.name].push(x);
      if (x.error) console.error(`  ! ${cell.key} ${t.name}: ${x.error}`);
    }
  }
  const cols = columns[cell.s];
  const med = {};
  for (const t of targets) {
    const ok = runs[t.name].filter((x) => !x.error && !x.skip);
    med[t.name] = Object.fromEntries(
      cols.map((c) => [
        c,
        ["lostWitnessed", "lostAcked", "lostWindowMs", "missing"].includes(c)
          ? ok.length
            ? Math.max(...ok.map((x) => get(x, c) ?? 0))
            : null
          : median(ok.map((x) => get(x, c))),
      ]),
    );
    med[t.name].runs = ok.length;
  }
  const base = targets[0].name;
  const ratio = Object.fromEntries(
    targets
      .slice(1)
      .map((t) => [
        t.name,
        Object.fromEntries(
          cols.map((c) => [
            c,
            med[base][c] && med[t.name][c] != null ? Math.round((med[t.name][c] / med[base][c]) * 1000) / 1000 : null,
          ]),
        ),
      ]),
  );
  doc.cells.push({ key: cell.key, scenario: cell.s, params: cell.p, median: med, ratioToFirst: ratio, runs });
  save();
  console.log(`\n## ${cell.key}  (median of ${+o.reps}; lost/missing are the worst; x = ratio to ${base})`);
  const rows = [["", ...cols.map((c) => c.replace("latency.", "").replace("server.", "")), "runs"]];
  for (const t of targets) {
    const skip = runs[t.name][0]?.skip;
    rows.push([t.name, ...cols.map((c) => (skip ? "-" : fmt(med[t.name][c]))), skip || med[t.name].runs]);
    if (t.name !== base && !skip && ["latency.p95", "max", "seq.p50"].some((c) => cols.includes(c)))
      rows.push(["  x", ...cols.map((c) => (ratio[t.name]?.[c] != null ? `${fmt(ratio[t.name][c])}x` : "")), ""]);
  }
  table(rows);
  if (cell.s === "join")
    for (const t of targets) {
      const bad = runs[t.name].filter((x) => x.correct === false || x.cold?.correct === false);
      if (bad.length)
        console.log(
          `  ! ${t.name}: wrong content after a join in ${bad.length} of ${runs[t.name].length} runs (warm ok: ${runs[t.name].map((x) => x.correct)}, cold ok: ${runs[t.name].map((x) => x.cold?.correct)}; whole later after ms: ${runs[t.name].map((x) => x.wholeMs ?? x.cold?.wholeMs)})`,
        );
    }
  if (cell.s === "slow")
    console.log(
      "  the slow reader in the end: " +
        targets.map((t) => `${t.name} ${runs[t.name].map((x) => x.outcome || x.error || x.skip).join("/")}`).join(", "),
    );
  if (cell.s === "saturate")
    console.log(
      "  bound by: " +
        targets.map((t) => `${t.name} ${runs[t.name].map((x) => x.bound || x.error || x.skip).join("/")}`).join(", "),
    );
}
console.log(`\nwritten ${path.relative(process.cwd(), outFile)}`);
