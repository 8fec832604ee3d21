import { createHash } from "node:crypto";
import { documentId } from "#domain/document-id.ts";
import { editionContent, editionNumber } from "#domain/edition.ts";
import type { WorkshopRecord } from "#domain/record.ts";

/** What tells a printed document from any other: its name, the hash of what its edition says, where to ask about it. */
export type Seal = { id: string; hash: string; link: string | null };

/** `address` is where this installation is reached (`PUBLIC_URL`), null when it has no lasting one. */
export const sealOf = (record: WorkshopRecord, address: string | null): Seal => {
  const id = documentId({ workshop: record.workshop.id, edition: editionNumber(record) });
  return {
    id,
    hash: createHash("sha256").update(editionContent(record)).digest("hex"),
    link: address === null ? null : `${address}/verify/${encodeURIComponent(id)}`,
  };
};
