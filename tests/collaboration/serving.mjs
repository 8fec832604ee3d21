// A server process to be killed: node serving.mjs BUNDLE FILE [ROOM], whose log is then put together all the time. BUNDLE is
// `serving.ts`, built once: a process that starts quickly is killed in the middle of its work more often.
import { pathToFileURL } from "node:url";
import { mergeUpdates } from "yjs";

const [, , bundle, file, compacted] = process.argv;
const { serveRooms } = await import(pathToFileURL(bundle).href);
const { port, log } = await serveRooms({ file });
let steps = null;
if (compacted)
  // a step at a time, so that kills fall between them
  setInterval(() => {
    if (!steps) {
      const rows = log.load(compacted);
      if (rows.length < 2) return;
      steps = log.compact(compacted, rows.at(-1).seq, mergeUpdates(rows.map(({ update }) => update)));
    }
    if (steps.next().done) steps = null;
  }, 3);
process.stdout.write(`${port}\n`);
