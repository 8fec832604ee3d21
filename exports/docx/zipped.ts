import { type Zippable, zipSync } from "fflate";

/** The earliest date that a zip entry can bear. */
const EPOCH = new Date(1980, 0, 1);

/** Parts as a package: the list of parts first, the others in their order, none with a time of its own. */
export const zipped = (parts: Record<string, Uint8Array>): Uint8Array => {
  const out: Zippable = {};
  for (const name of Object.keys(parts).sort(contentTypesFirst))
    out[name] = [parts[name] ?? new Uint8Array(), { mtime: EPOCH }];
  return zipSync(out, { level: 6, mtime: EPOCH });
};

const contentTypesFirst = (a: string, b: string): number =>
  Number(b === "[Content_Types].xml") - Number(a === "[Content_Types].xml") || (a < b ? -1 : 1);
