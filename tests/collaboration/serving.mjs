// A server process to be killed: node serving.mjs BUNDLE FILE [ROOM], whose log is then put together all the time. BUNDLE is
// `serving.ts`, built once: a process that starts quickly is killed in the middle of its work more often.
import { pathToFileURL } from "node:url";
import { mergeUpdates } from "yjs";

const [, , bundle, file, compacted] = process.argv;
const { serveRooms } = await import(pathToFileURL(bundle).href);
const { port, log } = await serveRooms({ file });
if (compacted)
  setInterval(() => {
    const rows = log.load(compacted);
    if (rows.length < 2) return;
    const { seq } = rows.at(-1);
    log.compact(compacted, seq, mergeUpdates(rows.map(({ update }) => update)));
    // in steps, so that some kills fall between them
    while (log.trim(compacted, seq, 20));
  }, 3);
process.stdout.write(`${port}\n`);
