import { createHash } from "node:crypto";
import type { Verifier } from "#context";
import { readDocumentId } from "#domain/document-id.ts";
import { editionDay, editionNumber, recordAt } from "#domain/edition.ts";
import { sealOf } from "#exports/seal.ts";
import { claimOf, standingOfFile } from "#exports/verify.ts";
import { catalogue } from "#templates";
import type { Limits } from "../access/limits.ts";
import type { House } from "./house.ts";

type Parts = { house: Pick<House, "loaded">; limits: Pick<Limits, "verify">; publicAddress: string | null };

/**
 * Whether a printed or stored document is what was agreed. Open to anybody who holds the paper: names of documents cannot be
 * guessed, and nothing of the text is told.
 */
export const openVerifier = ({ house, limits, publicAddress }: Parts, address: string): Verifier => {
  const found = async (typed: string) => {
    const name = readDocumentId(typed);
    const loaded = name && (await house.loaded.of(name.workshop));
    if (!name || !loaded) return null;
    const newest = editionNumber(loaded.record);
    if (name.edition > newest) return null;
    const record = recordAt(loaded.record, name.edition);
    const { id, hash } = sealOf(record, publicAddress);
    return { record, told: { id, hash, edition: name.edition, date: editionDay(record), newest } };
  };
  return {
    async document(typed) {
      return (await limits.verify(address)) ?? (await found(typed))?.told ?? null;
    },
    async file(bytes) {
      const refusal = await limits.verify(address);
      if (refusal) return refusal;
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const claim = claimOf(bytes);
      if (!claim) return { sha256, standing: "foreign", document: null };
      const known = await found(claim.id);
      if (!known) return { sha256, standing: "unknown", document: null };
      const standing = await standingOfFile(bytes, claim, known.record, catalogue, publicAddress);
      return { sha256, standing, document: known.told };
    },
  };
};
