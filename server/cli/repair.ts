import { existsSync } from "node:fs";
import path from "node:path";
import { TEXTS_FILE } from "../store/database.ts";
import { Database } from "../store/sqlite.ts";
import { layTextRows } from "../store/text-log.ts";
import { findBroken, putAside } from "../store/text-repair.ts";
import type { Call } from "./call.ts";
import { Refused } from "./refused.ts";

/**
 * Opens texts again that the server stopped because a row of their log is not what was written: the row is put aside, not
 * deleted. With `--dry-run` it is only told, with exit code 1 when there is something to repair.
 */
export const repair = async ({ env, say, options, out }: Call): Promise<number> => {
  const folder = env.DATA_DIR || "./data";
  const file = path.join(folder, TEXTS_FILE);
  if (!existsSync(file)) throw new Refused({ where: folder, expected: say.dataFolder, got: say.noData });
  const texts = new Database(file, { timeout: 5000 });
  try {
    layTextRows(texts);
    const found = findBroken(texts);
    for (const text of found) {
      if (!options["dry-run"]) putAside(texts, text);
      await out(`${say.brokenText(text.room, text.broken.length, text.rows)}\n`);
    }
    await out(`${found.length === 0 ? say.textsWhole : options["dry-run"] ? say.textsBroken : say.textsRepaired}\n`);
    return options["dry-run"] && found.length > 0 ? 1 : 0;
  } finally {
    texts.close();
  }
};
