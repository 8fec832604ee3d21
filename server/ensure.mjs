// No dependencies: works on a fresh clone. Installs and builds what is stale; `--build` wants the build too.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const say = (m) => process.stderr.write(`[setup] ${m}\n`);
const [maj, min] = process.versions.node.split(".").map(Number);
if (maj < 20 || (maj === 20 && min < 19)) {
  say(`Node ${process.version} is too old; need >= 20.19`);
  process.exit(1);
}
const readStamp = (f) => {
  try {
    return readFileSync(f, "utf8");
  } catch {
    return "";
  }
};
/** Runs a step; what it says is shown only when it fails. */
async function run(label, cmd, args, env) {
  const t = Date.now();
  say(`${label} …`);
  // own process group, so that Ctrl-C / SIGTERM takes npm, node-gyp and cc1 along
  const child = spawn(cmd, args, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
    detached: process.platform !== "win32",
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (part) => {
      said += part;
    });
  const stop = (sig) => {
    try {
      process.kill(process.platform === "win32" ? child.pid : -child.pid, sig);
    } catch {}
  };
  let stopping = false;
  const onInt = () => {
    if (stopping) return;
    stopping = true;
    stop("SIGTERM"); // npm ci may sit out SIGTERM while it unpacks: finish it off
    setTimeout(() => {
      stop("SIGKILL");
      process.exit(130);
    }, 1500);
  };
  for (const s of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(s, onInt);
  const orphan = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== orphan) onInt();
  }, 500); // npm was killed
  const code = await new Promise((res) => {
    child.once("error", (e) => {
      say(e.message);
      res(1);
    });
    child.once("close", (c) => res(c ?? 1));
  });
  clearInterval(watch);
  for (const s of ["SIGINT", "SIGTERM", "SIGHUP"]) process.removeListener(s, onInt);
  if (stopping) return new Promise(() => {});
  if (code !== 0) {
    process.stderr.write(said);
    say(`${label} failed (exit ${code})`);
    process.exit(code);
  }
  say(`${label}: ${((Date.now() - t) / 1000).toFixed(1)} s`);
}
/** one setup at a time per checkout; a lock whose owner is gone is taken over */
async function withLock(f) {
  const file = path.join(root, ".setup-lock");
  for (let said = false; ; said = true) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      break;
    } catch (e) {
      if (e.code !== "EEXIST") throw e;
      const pid = Number(readStamp(file));
      let alive = pid > 0;
      if (alive)
        try {
          process.kill(pid, 0);
        } catch {
          alive = false;
        }
      if (!alive) {
        rmSync(file, { force: true });
        continue;
      }
      if (!said) say(`waiting for another setup (pid ${pid})`);
      await new Promise((r) => setTimeout(r, 500));
    }
  }
  process.once("exit", () => rmSync(file, { force: true }));
  await f();
}
// npm sets npm_execpath in scripts; fall back to `npm` on PATH when run by hand
// the project's .npmrc silences npm, so that what a script prints is all there is on stdout; here its errors are wanted
const npm = (label, args) => {
  const cli = process.env.npm_execpath;
  return cli && /\.c?js$/.test(cli)
    ? run(label, process.execPath, [cli, ...args], LOUD)
    : run(label, process.platform === "win32" ? "npm.cmd" : "npm", args, LOUD);
};
async function ensureDeps() {
  const key = createHash("sha256")
    .update(readFileSync(path.join(root, "package-lock.json")))
    .update(`${process.platform}-${process.arch}-${process.versions.modules}`)
    .digest("hex");
  const stamp = path.join(root, "node_modules", ".setup-stamp");
  if (readStamp(stamp) === key) return;
  // --include=dev: NODE_ENV=production would drop the builder; scripts are run for the one package that needs them,
  // the SQLite driver of Node 20 (newer Nodes take prebuilt binaries out of the package)
  await npm("npm ci", ["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"]);
  if (maj < 22) await npm("SQLite driver for Node 20", ["rebuild", "better-sqlite3-node20"]);
  writeFileSync(stamp, key);
}
function* walk(d) {
  for (const e of readdirSync(d, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const p = path.join(d, e.name);
    if (e.isDirectory()) yield* walk(p);
    else if (e.isFile()) yield p;
  }
}
const LOUD = { npm_config_loglevel: "error" };
const CONFIGS = ["vite.config.ts", "content.vite.ts", "react-router.config.ts", "tsconfig.json", "package.json"];
async function ensureBuild() {
  const h = createHash("sha256").update(readFileSync(path.join(root, "package-lock.json")));
  for (const i of ["app", "server", "exports", "question-bank", "templates", "public", ...CONFIGS]) {
    const p = path.join(root, i);
    if (!existsSync(p)) continue;
    for (const f of statSync(p).isDirectory() ? walk(p) : [p])
      h.update(path.relative(root, f)).update("\0").update(readFileSync(f)).update("\0");
  }
  const key = h.digest("hex"),
    stamp = path.join(root, "build", ".setup-stamp");
  if (readStamp(stamp) === key && existsSync(path.join(root, "build/server/index.js"))) return;
  rmSync(path.join(root, "build"), { recursive: true, force: true });
  await run("build", process.execPath, [path.join(root, "node_modules/@react-router/dev/bin.js"), "build"], {
    NODE_ENV: "production",
  });
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, key);
}
/** The checks of a clone run before each commit in it. */
async function ensureHooks() {
  if (!existsSync(path.join(root, ".git")) || process.env.CI) return;
  const child = spawn("git", ["config", "core.hooksPath", ".githooks"], { cwd: root, stdio: "ignore" });
  await new Promise((done) => child.once("exit", done).once("error", done));
}
await withLock(async () => {
  await ensureDeps();
  await ensureHooks();
  if (process.argv.includes("--build")) await ensureBuild();
});
