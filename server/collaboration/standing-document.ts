import * as Y from "yjs";
import { applyAll } from "./merging.ts";
import type { TextRow } from "./text-log.ts";

/** A document that the server keeps for its own reading, brought up to date from the log whenever it is asked for. */
export class StandingDocument {
  readonly #load: (after: number) => TextRow[];
  readonly #onRefused: (count: number) => void;
  #kept: { doc: Y.Doc; seq: number; usedAt: number } | null = null;

  /** `onRefused` is told how many updates no document takes. */
  constructor(load: (after: number) => TextRow[], onRefused: (count: number) => void) {
    this.#load = load;
    this.#onRefused = onRefused;
  }

  /** The document as of the row `seq`. */
  at(seq: number, now: number): Y.Doc {
    const kept = this.#kept ?? { doc: new Y.Doc(), seq: 0, usedAt: now };
    if (kept.seq < seq) {
      const refused = applyAll(
        kept.doc,
        this.#load(kept.seq).map(({ update }) => update),
      );
      if (refused) this.#onRefused(refused);
    }
    this.#kept = { doc: kept.doc, seq, usedAt: now };
    return kept.doc;
  }

  isUnusedSince(time: number): boolean {
    return this.#kept !== null && this.#kept.usedAt < time;
  }

  forget(): void {
    this.#kept?.doc.destroy();
    this.#kept = null;
  }
}
