import { strFromU8 } from "fflate";
import type { Catalogue } from "#domain/catalogue.ts";
import type { WorkshopRecord } from "#domain/record.ts";
import { type Marks, readMarks } from "./docx/marks.ts";
import { PROFILES } from "./docx/profile.ts";
import { formatByName, makeFile } from "./index.ts";
import { sealOf, signedOf } from "./seal.ts";
import { openPackage, TemplateRefused } from "./template/package.ts";

const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 5)).toString("latin1") === "%PDF-";

/** The marks of a DOCX or PDF, null when there are none: the file is none of ours. Never throws. */
export const claimOf = (bytes: Uint8Array): Marks | null => {
  if (isPdf(bytes)) return readMarks(Buffer.from(bytes).toString("latin1"));
  try {
    return readMarks(strFromU8(openPackage(bytes)["docProps/core.xml"] ?? new Uint8Array()));
  } catch (error) {
    if (error instanceof TemplateRefused) return null;
    throw error;
  }
};

/**
 * How a file stands to the edition that it names. `exact`: the very bytes that this server makes. `resaved`: it bears the
 * right checksum, but was saved by another program or made with another look, so that its text has to be compared by eye.
 * `other`: the edition says something else than what the file was made of.
 */
export type Standing = "exact" | "resaved" | "other";

/** @param record as the edition holds it */
export const standingOfFile = async (
  bytes: Uint8Array,
  { language, hash, approved, read }: Marks,
  record: WorkshopRecord,
  catalogue: Catalogue,
  address: string | null,
): Promise<Standing> => {
  if (sealOf(record, address).hash !== hash) return "other";
  const signed = signedOf(record);
  // who approved or acknowledged after the file was made is not in it
  const then = {
    ...record,
    approvals: signed.approvals.slice(0, approved),
    acknowledgements: signed.acknowledgements.slice(0, read),
  };
  const names = isPdf(bytes) ? ["instruction.pdf"] : ["summary.docx", "crib.docx", "instruction.docx"];
  for (const name of names)
    for (const profile of PROFILES) {
      const format = formatByName(name);
      const made =
        format && (await makeFile(format, then, catalogue, language, { address, profile }).catch(() => null));
      if (made && Buffer.from(made).equals(Buffer.from(bytes))) return "exact";
    }
  return "resaved";
};
