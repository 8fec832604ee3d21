import { createHash } from "node:crypto";
import type { Verifier } from "#context";
import { readDocumentId } from "#domain/document-id.ts";
import { editionDay, editionNumber, recordAt } from "#domain/edition.ts";
import { sealOf } from "#exports/seal.ts";
import type { Limits } from "../access/limits.ts";
import type { Exporter } from "../exporting/index.ts";
import type { House } from "./house.ts";

type Parts = {
  house: Pick<House, "loaded">;
  limits: Pick<Limits, "verify" | "verifyFile">;
  publicAddress: string | null;
  exporter: Pick<Exporter, "run" | "waiting">;
};

/** Files that wait to be compared; the next one is asked to come again, for facilitators wait for theirs in the same line. */
const MOST_WAITING = 2;
const AGAIN_SECONDS = 20;

/**
 * Whether a printed or stored document is what was agreed. Open to anybody who holds the paper: names of documents cannot be
 * guessed, and nothing of the text is told.
 */
export const openVerifier = ({ house, limits, publicAddress, exporter }: Parts, address: string): Verifier => {
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
      const refusal = (await limits.verify(address)) ?? (await limits.verifyFile(address));
      if (refusal) return refusal;
      if (exporter.waiting("standing") + exporter.waiting("claim") >= MOST_WAITING)
        return { refused: "too-many", count: AGAIN_SECONDS };
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const claim = await exporter.run("claim", { bytes });
      if (!claim) return { sha256, standing: "foreign", document: null };
      const known = await found(claim.id);
      if (!known) return { sha256, standing: "unknown", document: null };
      const standing = await exporter.run("standing", {
        bytes,
        marks: claim,
        record: known.record,
        address: publicAddress,
      });
      return { sha256, standing, document: known.told };
    },
  };
};
