import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
const isThere = (file: string) => existsSync(path.join(root, file));

// a checkout may belong to another user than the one who runs the checks
const tracked = execFileSync("git", ["-c", "safe.directory=*", "ls-files", "-z"], { cwd: root, encoding: "utf8" })
  .split("\0")
  .filter((file) => file !== "" && isThere(file));

/** What browsers get as it is, pictures, the two languages that `app/words` explains, and this folder. */
const EXPLAINED_ELSEWHERE = ["public", "screenshots", "app/words/ru", "app/words/en", "tests/house"];
/** The load tool is one thing with one README. */
const LOAD_TOOL = "tests/bench/rooms/";

/** Every folder with a file of its own in it, but for those of the tests that mirror a folder of the house. */
const folders = (): string[] => {
  const all = [...new Set(tracked.map((file) => path.posix.dirname(file)))];
  const house = new Set(
    all.filter((folder) => !folder.startsWith("tests")).map((folder) => path.posix.basename(folder)),
  );
  const isMirror = (folder: string) =>
    (folder.startsWith("tests/") && all.includes(folder.slice("tests/".length))) ||
    (/^tests\/[^/]+$/.test(folder) && house.has(path.posix.basename(folder)));
  return all.filter(
    (folder) => !isMirror(folder) && !EXPLAINED_ELSEWHERE.includes(folder) && !folder.startsWith(LOAD_TOOL),
  );
};

test("every folder says in a README what lives there", () => {
  const found = folders();
  expect(found).toEqual(expect.arrayContaining([".", "app/domain", "server/store", "templates/demo", "tests/e2e"]));
  expect(found.filter((folder) => !isThere(path.join(folder, "README.md")))).toEqual([]);
});

test("the walk through the files names only what is there", () => {
  const readme = readFileSync(path.join(root, "README.md"), "utf8");
  const walk = readme.split(/^## /m).find((section) => section.startsWith("The life of a rule")) ?? "";
  const named = [...walk.matchAll(/`([^`\s]+)`/g)].map(([, name = ""]) => name);
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((name) => !isThere(name))).toEqual([]);
});
