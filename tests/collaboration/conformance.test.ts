import path from "node:path";
import { fileURLToPath } from "node:url";
import { speaksYWebsocket } from "../contracts/y-websocket.ts";
import { startReference } from "./reference-server.ts";
import { atEnd, startRooms } from "./running-rooms.ts";

speaksYWebsocket("our server", async () => (await startRooms()).url);
speaksYWebsocket("the protocol's own library", startReference);

/** `PEERS=yws13` runs the cases against servers of others too, once `tests/bench/rooms/setup.mjs` has brought them. */
for (const name of (process.env.PEERS ?? "").split(",").filter(Boolean))
  speaksYWebsocket(name, async () => {
    const bench = fileURLToPath(new URL("../bench/rooms/lib/targets.mjs", import.meta.url));
    const { loadTargets, newDataDir, start, stop } = await import(bench);
    const [target] = await loadTargets([name], []);
    const folder = newDataDir();
    const run = await start(target, folder, path.basename(folder));
    atEnd(() => stop(run, 1_000));
    return run.t.url as string;
  });
