// A server process to be killed: node serving.mjs FILE. Vite runs the TypeScript, as Node 20 does not.
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const { module } = await runnerImport(fileURLToPath(new URL("./serving.ts", import.meta.url)), { configFile: false });
const { port } = await module.serveRooms({ file: process.argv[2] });
process.stdout.write(`${port}\n`);
