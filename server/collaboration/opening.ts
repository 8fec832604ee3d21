import * as Y from "yjs";
import { syncFrames } from "./frames.ts";

const NOTHING = Uint8Array.of(0, 0);
const TAIL_BYTES = 65_536;
const TAIL_ROWS = 1_000;
const ANSWER_WHOLE_BYTES = 32_768;
const KEPT_DIFFERENCES = 8;
const PIECES = 64;

/**
 * What a joiner is told, ready to be written: the state at one moment, encoded once for all joiners, and the frames sent
 * since then. The answer to step 1 stands last, because a client calls itself synced on it, whatever is in it.
 */
export class Opening {
  readonly #base: Uint8Array;
  readonly #tail: Buffer[] = [];
  readonly #differences = new Map<string, Uint8Array>();
  #tailRows = 0;
  #tailBytes = 0;
  #whole: { kind: "step2" | "update"; frames: Buffer } | null = null;

  constructor(base: Uint8Array) {
    this.#base = base;
  }

  /** Adds frames that went out to all; false when it is better to begin anew. */
  add(frames: Buffer, rows: number): boolean {
    this.#tail.push(frames);
    // hundreds of small buffers weigh more than what is in them, and each is a write of its own for a joiner
    if (this.#tail.length >= PIECES) this.#tail.splice(0, PIECES, Buffer.concat(this.#tail));
    this.#tailRows += rows;
    this.#tailBytes += frames.length;
    return this.#tailRows <= TAIL_ROWS && this.#tailBytes <= Math.max(TAIL_BYTES, this.#base.length / 2);
  }

  /** The buffers to write to one who has what `vector` (an encoded state vector) says. */
  answer(vector: Uint8Array): Buffer[] {
    const isFresh = vector.length <= 1 || this.#base.length <= ANSWER_WHOLE_BYTES;
    if (this.#tail.length === 0)
      return [isFresh ? this.#wholeAs("step2") : syncFrames("step2", [this.#difference(vector)])];
    return [
      isFresh ? this.#wholeAs("update") : syncFrames("update", [this.#difference(vector)]),
      ...this.#tail,
      syncFrames("step2", [NOTHING]),
    ];
  }

  #wholeAs(kind: "step2" | "update"): Buffer {
    if (this.#whole?.kind !== kind) this.#whole = { kind, frames: syncFrames(kind, [this.#base]) };
    return this.#whole.frames;
  }

  /** After a restart all clients come back with the same vector. */
  #difference(vector: Uint8Array): Uint8Array {
    const key = Buffer.from(vector).toString("latin1");
    let difference = this.#differences.get(key);
    if (!difference) {
      difference = Y.diffUpdate(this.#base, vector);
      if (this.#differences.size >= KEPT_DIFFERENCES) this.#differences.clear();
      this.#differences.set(key, difference);
    }
    return difference;
  }
}
