import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

/** An empty data folder that goes with the test. */
export const dataFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), "reglament-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};
