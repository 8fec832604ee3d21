import type { Job } from "./write.ts";

/** A Word file of the regulation: itself, a leaflet, or two editions compared. The library is loaded with the first one. */
export const toDocx = async (job: Job): Promise<Uint8Array> => (await import("./write.ts")).write(job);
