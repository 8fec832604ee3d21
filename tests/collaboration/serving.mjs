// A server process to be killed: node serving.mjs FILE [ROOM], whose log is then put together all the time. Vite runs the
// TypeScript, as Node 20 does not.
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";
import { mergeUpdates } from "yjs";

const [, , file, compacted] = process.argv;
const { module } = await runnerImport(fileURLToPath(new URL("./serving.ts", import.meta.url)), { configFile: false });
const { port, log } = await module.serveRooms({ file });
if (compacted)
  setInterval(() => {
    const rows = log.load(compacted);
    if (rows.length > 1) log.compact(compacted, rows.at(-1).seq, mergeUpdates(rows.map(({ update }) => update)));
  }, 3);
process.stdout.write(`${port}\n`);
