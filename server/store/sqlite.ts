import { createRequire } from "node:module";
import type SQLite from "better-sqlite3";

const require = createRequire(import.meta.url);
const major = Number(process.versions.node.split(".")[0]);

/**
 * Version 13 of the driver runs on Node 22 and newer only; version 12, compiled at install, aborts at random on
 * Node 24.19 and newer (cleanup hooks of node_object_wrap.h). So both are there, and Node decides.
 */
export const Database: typeof SQLite = require(major >= 22 ? "better-sqlite3" : "better-sqlite3-node20");
