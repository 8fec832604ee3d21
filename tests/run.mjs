// npm test: brings what the checks need, runs every check, ends with the line «N passed, N failed».
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { bringSystem } from "./system.mjs";

const isFast = process.argv.includes("--fast");
const reports = mkdtempSync(path.join(tmpdir(), "reglament-checks-"));
const total = { passed: 0, failed: 0 };

const bin = (name) => path.join("node_modules", ".bin", name);
const execute = (command, args, env = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, ...env } });
    child.once("error", () => resolve(1));
    child.once("exit", (code) => resolve(code ?? 1));
  });

const count = (name, passed, failed, began) => {
  total.passed += passed;
  total.failed += failed;
  console.log(`[checks] ${name}: ${passed} passed, ${failed} failed (${((Date.now() - began) / 1000).toFixed(1)} s)\n`);
};

const isFailed = ({ status }) => status === "failed";

/** A check that is right or wrong as a whole. */
const whole = async (name, command, args) => {
  const began = Date.now();
  const code = await execute(command, args);
  count(name, code === 0 ? 1 : 0, code === 0 ? 0 : 1, began);
};

/** A check of many tests; a runner that ran none has failed. */
const many = async (name, command, args, env, read) => {
  const began = Date.now();
  const code = await execute(command, args, env);
  let counted = { passed: 0, failed: 0 };
  try {
    counted = read();
  } catch {
    // no report at all: the runner itself failed
  }
  const nothing = counted.passed + counted.failed === 0 || (code !== 0 && counted.failed === 0);
  count(name, counted.passed, nothing ? counted.failed + 1 : counted.failed, began);
};

const setup = path.join("server", "ensure.mjs");
const missing =
  (await execute(process.execPath, [setup])) === 0 ? bringSystem() : "The dependencies cannot be installed.";
if (missing) {
  console.error(missing);
  console.log("0 passed, 1 failed");
  process.exit(1);
}

await whole("build", process.execPath, [setup, "--build"]);
// the routes' types come first: other checks follow the imports of them
await execute(bin("react-router"), ["typegen"]);
await whole("types", bin("tsc"), ["--noEmit"]);
await whole("style", bin("biome"), ["ci", "--error-on-warnings", "."]);
await whole("imports", "npm", ["run", "imports"]);
await whole("unused", bin("knip"), []);
const unit = path.join(reports, "vitest.json");
await many(
  "unit and contract",
  bin("vitest"),
  ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${unit}`],
  {},
  () => {
    const { numPassedTests, numTotalTests, testResults } = JSON.parse(readFileSync(unit, "utf8"));
    // a file that cannot even be read has no test that failed, and a test that was left out has not passed
    const unread = testResults.filter(
      ({ status, assertionResults }) => status === "failed" && !assertionResults.some(isFailed),
    );
    return { passed: numPassedTests, failed: numTotalTests - numPassedTests + unread.length };
  },
);

if (!isFast) {
  const browser = path.join(reports, "playwright.json");
  await many(
    "browser",
    bin("playwright"),
    ["test", "--reporter=list,json"],
    { PLAYWRIGHT_JSON_OUTPUT_NAME: browser },
    () => {
      const { stats } = JSON.parse(readFileSync(browser, "utf8"));
      // a slow machine may need a second try; that it did is said
      if (stats.flaky > 0) console.log(`[checks] passed only when repeated: ${stats.flaky}`);
      return { passed: stats.expected + stats.flaky, failed: stats.unexpected + stats.skipped };
    },
  );
}

console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
