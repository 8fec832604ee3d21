// Installs the harness and every peer, each in its own node_modules. `node setup.mjs [peer ...]` does only those.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const only = process.argv.slice(2);
const sh = (cmd, args, cwd, env = {}) =>
  execFileSync(cmd, args, { cwd, stdio: "inherit", env: { ...process.env, ...env } });
const npmArgs = ["install", "--no-audit", "--no-fund", "--no-package-lock"];
// native addons are compiled against the headers that came with this Node, where they did: no download
const own = path.resolve(path.dirname(fs.realpathSync(process.execPath)), "..");
if (fs.existsSync(path.join(own, "include/node/node.h"))) process.env.npm_config_nodedir = own;
if (!only.length) sh("npm", npmArgs, here);
for (const p of fs.readdirSync(path.join(here, "peers"))) {
  const dir = path.join(here, "peers", p);
  if (!fs.existsSync(path.join(dir, "package.json")) || (only.length && !only.includes(p))) continue;
  console.log(`== ${p}`);
  sh("npm", npmArgs, dir);
  // Hocuspocus 4 needs Node >= 22: the npm package `node` ships a Node binary and its headers; build the
  // native SQLite addon against those.
  const ownNode = path.join(dir, "node_modules/node/bin/node");
  if (fs.existsSync(ownNode) && fs.existsSync(path.join(dir, "node_modules/better-sqlite3"))) {
    const headers = path.join(
      dir,
      "node_modules/node/node_modules",
      fs
        .readdirSync(path.join(dir, "node_modules/node/node_modules"))
        .find((n) => n.startsWith("node-linux") || n.startsWith("node-darwin")),
    );
    const env = { PATH: path.dirname(ownNode) + path.delimiter + process.env.PATH, npm_config_nodedir: headers };
    try {
      sh(ownNode, ["-e", "new (require('better-sqlite3'))(':memory:')"], dir);
    } catch {
      sh("npm", ["rebuild", "better-sqlite3"], dir, env);
    }
  }
}
