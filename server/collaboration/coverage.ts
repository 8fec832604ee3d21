import * as Y from "yjs";
import type { Update } from "./messages.ts";

/** Deleted clocks of one client: sorted, apart from each other, [from, to). */
type Ranges = [from: number, to: number][];

/** What a coverage knows, in a form that goes to another thread. */
export type Covered = { vector: Map<number, number>; deleted: Map<number, Ranges> };

/**
 * What a room already holds, known without building its document: the clock reached by every client and what was
 * deleted. A client that comes back sends all its deletions again; without this every reconnect would be written,
 * committed and broadcast anew.
 */
export class Coverage {
  readonly vector: Map<number, number>;
  readonly #deleted: Map<number, Ranges>;

  constructor({ vector, deleted }: Covered = { vector: new Map(), deleted: new Map() }) {
    this.vector = vector;
    this.#deleted = deleted;
  }

  get covered(): Covered {
    return { vector: this.vector, deleted: this.#deleted };
  }

  /** Adds an update. «gap»: it goes on from something that the room was never sent. */
  add({ parts }: Update): "known" | "new" | "gap" {
    let isNew = false;
    let hasGap = false;
    for (const struct of parts.structs) {
      if (struct instanceof Y.Skip) continue;
      const { client, clock } = struct.id;
      const reached = this.vector.get(client) ?? 0;
      const end = clock + struct.length;
      if (end <= reached) continue;
      isNew = true;
      // behind a gap nothing is reached: the missing part must still be asked for
      if (clock <= reached) this.vector.set(client, end);
      else hasGap = true;
    }
    for (const [client, items] of parts.ds.clients) {
      let ranges = this.#deleted.get(client);
      if (!ranges) {
        ranges = [];
        this.#deleted.set(client, ranges);
      }
      for (const { clock, len } of items) if (addRange(ranges, clock, clock + len)) isNew = true;
    }
    return hasGap ? "gap" : isNew ? "new" : "known";
  }
}

/** Returns false when [from, to) was in the ranges already. */
const addRange = (ranges: Ranges, from: number, to: number): boolean => {
  if (from >= to) return false;
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.[1] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const first = ranges[low];
  if (first && first[0] <= from && first[1] >= to) return false;
  let end = low;
  let start = from;
  let stop = to;
  for (let range = ranges[end]; range && range[0] <= stop; range = ranges[++end]) {
    start = Math.min(start, range[0]);
    stop = Math.max(stop, range[1]);
  }
  ranges.splice(low, end - low, [start, stop]);
  return true;
};
