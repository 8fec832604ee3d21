// npm run bench: the live rooms beside the servers of their protocol that are installed (tests/bench/rooms/setup.mjs), one
// short run of each scenario. The long form, with medians of several runs, is `npm run bench:rooms`.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const rooms = path.join(path.dirname(fileURLToPath(import.meta.url)), "rooms");
const PEERS = { hocuspocus4: "hocuspocus4", yws13: "yws-leveldb", "floor-log-normal": "floor" };
const installed = Object.entries(PEERS)
  .filter(([, folder]) => existsSync(path.join(rooms, "peers", folder, "node_modules")))
  .map(([target]) => target);
if (installed.length < Object.keys(PEERS).length)
  console.log("rooms: not every peer is installed; `node tests/bench/rooms/setup.mjs` brings them");
const { status } = spawnSync(
  process.execPath,
  [
    path.join(rooms, "bench.mjs"),
    ...["--target-file", path.join(rooms, "ours.mjs"), "--targets", [...installed, "ours"].join()],
    ...["--scenarios", "fanout,awareness,saturate,join,slow,memory", "--n", "50", "--reps", "1"],
    ...["--sec", process.env.BENCH_SECONDS ?? "5"],
  ],
  { stdio: "inherit" },
);
process.exitCode = status ?? 1;
