import { createHash } from "node:crypto";

/**
 * The same PDF without the moment at which it was made: its dates become that of the edition, its id follows from what is in
 * it. Everything keeps its length, so that the table of places at the end stays right.
 */
export const undated = (pdf: Uint8Array, date: string): Uint8Array => {
  const text = Buffer.from(pdf)
    .toString("latin1")
    .replace(/(\/(?:CreationDate|ModDate)\(D:)\d{14}/g, `$1${date.replaceAll("-", "")}000000`)
    .replace(/(<xmp:(?:CreateDate|ModifyDate|MetadataDate)>)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/g, `$1${date}T00:00:00`);
  const end = text.lastIndexOf("\ntrailer");
  const body = text.slice(0, end);
  const id = createHash("sha256").update(body, "latin1").digest("hex").slice(0, 32).toUpperCase();
  const trailer = text.slice(end).replace(/(?<=<|\/DocChecksum \/)[0-9A-F]{32}/g, id);
  return new Uint8Array(Buffer.from(body + trailer, "latin1"));
};
