// npm run bench: the windows regulation as DOCX at several sizes, asked of the server that runs and made by a command whose
// whole life counts, and what the server's other visitors feel while one is made.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { row } from "./row.mjs";

const RUNS = 3;
const SIZES = [
  { rules: 25, dealTypes: 1, target: 1000 },
  { rules: 60, dealTypes: 3, target: 2000 },
  { rules: 100, dealTypes: 3, target: 10_000 },
];
const LATEST_ANSWER = 50;
const HEAP_GROWTH = 10;

const folder = mkdtempSync(path.join(tmpdir(), "reglament-bench-"));
// pages counted by ourselves: LibreOffice, where it is, takes two seconds more
const env = { ...process.env, OFFICE: "none", NODE_ENV: "production", DATA_DIR: folder, LOG_LEVEL: "warn" };
const cli = (...args) =>
  execFileSync(process.execPath, ["build/server/cli.js", ...args], { env, encoding: "utf8", maxBuffer: 64 << 20 });
const story = JSON.parse(cli("demo", "windows"));

/** The story told again for several deal types that go the same way, with so many rules in each. */
const grown = (rules, dealTypes) => {
  const [first] = story.workshop.dealTypes;
  const all = Array.from({ length: dealTypes }, (_, at) => at);
  const again = (one, at, name) => {
    const text = JSON.stringify(one)
      .replaceAll(`@${first.id}`, `@${first.id}-${at}`)
      .replaceAll(`"dealType":"${first.id}"`, `"dealType":"${first.id}-${at}"`)
      .replace(
        /"[0-9a-f]{8}(-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")/g,
        `"${String(at).padStart(8, "0")}$1`,
      );
    const copy = JSON.parse(text);
    // a question that belongs to no deal type is asked once for each here
    return copy[name].includes("@") ? copy : { ...copy, [name]: `${copy[name]}@general-${at}` };
  };
  const times = (list, name) => all.flatMap((at) => list.map((one) => (at === 0 ? one : again(one, at, name))));
  return {
    ...story,
    workshop: {
      ...story.workshop,
      dealTypes: all.map((at) => ({
        ...first,
        id: at === 0 ? first.id : `${first.id}-${at}`,
        name: `${first.name} ${at}`,
      })),
    },
    asked: times(story.asked, "key"),
    ideas: [],
    proposals: times(story.proposals, "question"),
    rounds: times(story.rounds, "question"),
    objections: [],
    decisions: times(story.decisions.filter(({ kind }) => kind !== "parked").slice(0, rules), "question"),
  };
};

const freePort = () =>
  new Promise((resolve) => {
    const taken = createServer().listen(0, "127.0.0.1", () => {
      const { port } = taken.address();
      taken.close(() => resolve(port));
    });
  });
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const seeded = JSON.parse(cli("seed", "--participants", "12", "--json"));
const server = spawn(process.execPath, ["server/main.mjs"], {
  env: { ...env, PORT: String(port), HOST: "127.0.0.1" },
  stdio: ["ignore", "ignore", "inherit"],
});
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
while (!(await fetch(`${url}/readyz`).catch(() => null))?.ok) await pause(20);

const { cookie } = seeded.facilitator;
const begun = await fetch(`${url}/demo`, {
  method: "POST",
  redirect: "manual",
  headers: { cookie, origin: url, "content-type": "application/x-www-form-urlencoded" },
  body: new URLSearchParams({ demo: "windows" }),
});
const demo = begun.headers.get("location").replace(/\/console$/, "");
const exported = async (place) => {
  const answer = await fetch(`${url}${place}/files/instruction.docx`, { headers: { cookie } });
  if (!answer.ok) throw new Error(`the export answered ${answer.status}`);
  return answer.arrayBuffer();
};
const heapOf = async () =>
  Number(/^nodejs_heap_size_used_bytes (\S+)/m.exec(await (await fetch(`${url}/metrics`)).text())[1]) / 1_000_000;

/** Where the workshop of a file stands now; null when the file is larger than the server takes. */
const opened = async (file) => {
  const body = new FormData();
  body.set("file", new File([readFileSync(file)], "workshop.json"));
  const headers = { cookie, origin: url };
  const answer = await fetch(`${url}/?index`, { method: "POST", redirect: "manual", headers, body }).catch(() => null);
  return answer?.headers.get("location")?.replace(/\/console$/, "") ?? null;
};

for (const { rules, dealTypes, target } of SIZES) {
  const file = path.join(folder, "workshop.json");
  writeFileSync(file, JSON.stringify(grown(rules, dealTypes)));
  const place = await opened(file);
  if (place) await exported(place);
  const asked = [];
  let size = 0;
  for (let run = 0; place && run < RUNS; run++) {
    const began = performance.now();
    size = (await exported(place)).byteLength;
    asked.push(performance.now() - began);
  }
  const name = `${rules * dealTypes} rules to DOCX (${(size / 1000).toFixed(0)} kB), best of ${RUNS}`;
  if (place) row(name, Math.min(...asked), "ms", target);
  const lives = Array.from({ length: RUNS }, () => {
    const began = performance.now();
    cli("export", file, "--out", path.join(folder, "out"), "--formats", "instruction.docx");
    return performance.now() - began;
  });
  row(`  the whole life of a command for ${rules * dealTypes} rules`, Math.min(...lives), "ms", target);
}

await exported(demo);
const before = await heapOf();
let isDone = false;
let latest = 0;
const asking = (async () => {
  while (!isDone) {
    const began = performance.now();
    await (await fetch(`${url}/healthz`)).text();
    latest = Math.max(latest, performance.now() - began);
    await pause(5);
  }
})();
for (let at = 0; at < 5; at++) await exported(demo);
isDone = true;
await asking;
row("latest answer of the server during five exports", latest, "ms", LATEST_ANSWER);
row("growth of its own heap over them", Math.max(0, (await heapOf()) - before), "MB", HEAP_GROWTH);
server.kill("SIGTERM");
rmSync(folder, { recursive: true, force: true });
