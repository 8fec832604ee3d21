import { createHash } from "node:crypto";
import { documentId } from "#domain/document-id.ts";
import { editionContent, editionNumber, recordAt } from "#domain/edition.ts";
import type { WorkshopRecord } from "#domain/record.ts";

/**
 * What tells a printed document from any other: its name, the hash of what its edition says, where to ask about it, and how
 * many approvals and acknowledgements are printed in it.
 */
export type Seal = { id: string; hash: string; link: string | null; approved: number; read: number };

/** @param address is where this installation is reached (`PUBLIC_URL`), null when it has no lasting one */
export const sealOf = (record: WorkshopRecord, address: string | null): Seal => {
  const id = documentId({ workshop: record.workshop.id, edition: editionNumber(record) });
  const { approvals, acknowledgements } = signedOf(record);
  return {
    id,
    hash: hashOf(record),
    link: address === null ? null : `${address}/verify/${encodeURIComponent(id)}`,
    approved: approvals.length,
    read: acknowledgements.length,
  };
};

const hashOf = (record: WorkshopRecord): string => createHash("sha256").update(editionContent(record)).digest("hex");

/**
 * The record as its newest edition holds it, with those approvals and acknowledgements only that hold for it: given to this
 * one or an earlier, and to the very words that stand in it. Nobody's name gets under other words.
 */
export const signedOf = (record: WorkshopRecord): WorkshopRecord => {
  const newest = editionNumber(record);
  const hashes = new Map<number, string>();
  const holds = ({ edition, hash }: { edition: number; hash: string }): boolean => {
    if (edition > newest) return false;
    const known = hashes.get(edition) ?? hashOf(recordAt(record, edition));
    hashes.set(edition, known);
    return known === hash;
  };
  return {
    ...recordAt(record, newest),
    approvals: record.approvals.filter(holds),
    acknowledgements: record.acknowledgements.filter(holds),
  };
};
