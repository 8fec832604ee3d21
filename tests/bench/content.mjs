// npm run bench: how long a fresh process takes to load and validate the question bank, the templates and the dictionaries.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { row } from "./row.mjs";

const RUNS = 9;
const TARGET = 150;

const folder = path.resolve("build/server/assets");
const parts = readdirSync(folder).filter((name) => name.endsWith(".js"));
const content = parts.find((name) => name.startsWith("content-"));
// a question that stood in two parts would be read twice by one process
const [question] = readFileSync("question-bank/intake.yaml", "utf8").match(/(?<=ru: )С какого момента.+$/m);
const holders = parts.filter((name) => readFileSync(path.join(folder, name), "utf8").includes(question));
if (holders.join() !== content) throw new Error(`content stands in ${holders.join(", ") || "no part"} of the build`);

const program = `
  const began = performance.now();
  await import(${JSON.stringify(pathToFileURL(path.join(folder, content)).href)});
  console.log(performance.now() - began);`;
const times = Array.from({ length: RUNS }, () =>
  Number(execFileSync(process.execPath, ["--input-type=module", "--eval", program], { encoding: "utf8" })),
);
// the fastest: everything above it is what the rest of the machine did meanwhile
row(`all content loaded and validated, best of ${RUNS}`, Math.min(...times), "ms", TARGET);
