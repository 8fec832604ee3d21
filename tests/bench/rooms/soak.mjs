// Half an hour of a room: seats come and go, write and read; prints the server's memory every minute. See README.md.
import path from "node:path";
import { descendants, usage } from "./lib/proc.mjs";
import { appendUpdate, PeerClient } from "./lib/proto.mjs";
import { loadTargets, newDataDir, start, stop } from "./lib/targets.mjs";

const minutes = Number(process.argv[2] ?? 30);
const SEATS = 200;
const ROOMS = 10;
/** A text that grows without end is no meeting: after so many letters the writers begin a new one. */
const LETTERS = 4_000;
const here = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const [target] = await loadTargets(["ours"], [path.join(here, "ours.mjs")]);
const run = await start(target, newDataDir(), "soak");
const t = run.t;
const counts = { joins: 0, updates: 0, received: 0, dropped: 0, failed: 0 };
let isOver = false;
let nextId = 1;

const oneSeat = async (index) => {
  while (!isOver) {
    const age = Math.floor(counts.updates / (LETTERS * ROOMS));
    const client = new PeerClient(
      t,
      `soak-${age}-${index % ROOMS}`,
      { onUpdate: () => counts.received++, onClose: () => client.isLeaving || counts.dropped++ },
      { idx: index, transport: "net" },
    );
    try {
      await client.connect();
    } catch {
      // a machine that is busy with something else: come back, as a browser would
      counts.failed++;
      await sleep(1_000 + Math.random() * 2_000);
      continue;
    }
    counts.joins++;
    const id = nextId++;
    const until = Date.now() + 5_000 + Math.random() * 60_000;
    for (let clock = 0; !isOver && Date.now() < until; clock++) {
      client.sendUpdate(appendUpdate(id, clock, "x"));
      counts.updates++;
      await sleep(1_000 + Math.random() * 2_000);
    }
    client.isLeaving = true;
    client.close();
    await sleep(Math.random() * 2_000);
  }
};

const seats = Array.from({ length: SEATS }, (_, index) => oneSeat(index));
console.log("minute\tMB\tjoins\tupdates\treceived\tdropped\tfailed");
for (let minute = 1; minute <= minutes; minute++) {
  await sleep(60_000);
  const mb = (usage(descendants(run.pid)).rss / 1048576).toFixed(1);
  console.log([minute, mb, counts.joins, counts.updates, counts.received, counts.dropped, counts.failed].join("\t"));
}
isOver = true;
await Promise.race([Promise.all(seats), sleep(5_000)]);
await stop(run, 5_000);
process.exit(0);
