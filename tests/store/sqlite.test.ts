import { onTestFinished } from "vitest";
import { openDatabase } from "#server/store/database.ts";
import type { RecordDatabase } from "#server/store/tables.ts";
import { dataFolder } from "../access/data-folder.ts";
import { storeContract } from "../contracts/store.ts";

storeContract("SQLite", async () => {
  const store = openDatabase(dataFolder());
  onTestFinished(() => store.close());
  return store.db as unknown as RecordDatabase;
});
