import { readFile, rename, writeFile } from "node:fs/promises";
import { z } from "zod";

const Ledger = z.strictObject({
  format: z.literal("reglament.applied"),
  version: z.literal(1),
  vendor: z.string(),
  account: z.string(),
  /** A step that takes something away and whose end nobody has seen: perhaps it is away already. */
  begun: z.string().optional(),
  steps: z.record(
    z.string(),
    z.strictObject({ hash: z.string(), given: z.record(z.string(), z.union([z.string(), z.number()])) }),
  ),
});
/** What has been done in one account: per step the ids it gave and the hash of what was sent. */
export type Ledger = z.infer<typeof Ledger>;

export const newLedger = (vendor: string, account: string): Ledger => ({
  format: "reglament.applied",
  version: 1,
  vendor,
  account,
  steps: {},
});

/** null when there is no such file. @throws {Error} when it is not a ledger */
export const readLedger = async (file: string): Promise<Ledger | null> => {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  return text === null ? null : Ledger.parse(JSON.parse(text));
};

/** Whole or not at all: a broken run must find the ledger of its last step. */
export const writeLedger = async (file: string, ledger: Ledger): Promise<void> => {
  const beside = `${file}.new`;
  await writeFile(beside, `${JSON.stringify(ledger, null, 2)}\n`);
  await rename(beside, file);
};
