import type { RoomCounts } from "./counts.ts";
import { Coverage } from "./coverage.ts";
import { syncFrames } from "./frames.ts";
import { merged } from "./merging.ts";
import { type Known, knownFrom, mergedAside } from "./merging-aside.ts";
import { updateOf } from "./messages.ts";
import { Opening } from "./opening.ts";
import type { TextLog } from "./text-log.ts";

const NOTHING = Uint8Array.of(0, 0);
const PART_BYTES = 16_384;
/** A row is put together in 20 to 60 µs: so many are done in a few milliseconds. */
const ROWS_TO_COMPACT = 128;
/** More than this, or more rows than that, is put together aside: nobody is held up for longer than 10 ms. */
const ASIDE_BYTES = 131_072;

/** The rows of a room up to `seq`, in parts that are read quickly. */
function* partsOf(log: TextLog, name: string, seq: number): Generator<Uint8Array[]> {
  for (let at = 0; at < seq; ) {
    const rows = log.load(name, at, PART_BYTES).filter((row) => row.seq <= seq);
    if (rows.length === 0) return;
    yield rows.map(({ update }) => update);
    at = rows.at(-1)?.seq ?? seq;
  }
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/** What the log of a room says up to a row. */
export type Read = Known & { seq: number };

/**
 * Reads the log of a room that is about to be opened when that takes too long to be done in one go, and shortens it unless
 * it is one long state and little behind it. Null for a log that is quickly read, and when the room was opened meanwhile:
 * then it sees to its log itself.
 */
export const readAside = async (log: TextLog, name: string, isOpen: () => boolean): Promise<Read | null> => {
  const { rows, bytes, seq } = log.size(name);
  if (rows <= ROWS_TO_COMPACT && bytes < ASIDE_BYTES) return null;
  const [first] = log.load(name, 0, 1);
  const isShort = rows <= ROWS_TO_COMPACT && first && bytes - first.update.length < ASIDE_BYTES;
  const known = await mergedAside(partsOf(log, name, seq), isShort ? "flat" : "collected");
  if (isShort) return { ...known, seq };
  for (const steps = log.compact(name, seq, known.state); !isOpen(); await nextTurn())
    if (steps.next().done) return { ...known, seq };
  return null;
};

const openingOf = (state: Uint8Array, since: readonly Uint8Array[]): Opening => {
  const opening = new Opening(state);
  if (since.length) opening.add(syncFrames("update", since), since.length);
  return opening;
};

/** What a room has on disk, how much of it there is, and what joiners are told of it. */
export class History {
  /** The last row. */
  seq: number;
  bytes: number;
  /** What the log says. */
  readonly coverage: Coverage;
  readonly #name: string;
  readonly #log: TextLog;
  readonly #counts: RoomCounts;
  readonly #onFailure: (error: unknown) => void;
  #rows: number;
  #opening: Opening | null;
  /** What waits for an opening that is being made aside; null when none is. */
  #waiting: ((opening: Opening) => void)[] | null = null;
  /** The compaction that is being written; null when none is. */
  #writing: Iterator<void> | null = null;
  #isClosed = false;

  /** Reads the log on from what was `read` of it. @throws {BrokenTextLog} */
  constructor(
    name: string,
    read: Read | null,
    parts: { log: TextLog; counts: RoomCounts; onFailure: (error: unknown) => void },
  ) {
    this.#name = name;
    this.#log = parts.log;
    this.#counts = parts.counts;
    this.#onFailure = parts.onFailure;
    const rows = parts.log.load(name, read?.seq);
    const updates = rows.map(({ update }) => update);
    this.seq = rows.at(-1)?.seq ?? read?.seq ?? 0;
    this.bytes = updates.reduce((sum, { length }) => sum + length, read?.state.length ?? 0);
    this.#rows = rows.length + (read ? 1 : 0);
    if (read) {
      this.coverage = new Coverage(read.covered);
      for (const update of updates) this.coverage.add(updateOf(update));
      this.#opening = openingOf(read.state, updates);
      return;
    }
    const known = knownFrom(rows.length ? updates : [NOTHING]);
    this.coverage = new Coverage(known.covered);
    this.#opening = new Opening(known.state);
    if (rows.length > ROWS_TO_COMPACT) this.#compactTo(known.state);
  }

  get isLong(): boolean {
    return this.#rows > ROWS_TO_COMPACT;
  }

  /** The log is being put together. */
  get isBusy(): boolean {
    return this.#waiting !== null || this.#writing !== null;
  }

  /** Rows that have just been committed, and the frames that pass them on. */
  add(rows: readonly { seq: number; update: Uint8Array }[], frames: Buffer): void {
    this.seq = rows.at(-1)?.seq ?? this.seq;
    this.#rows += rows.length;
    for (const { update } of rows) this.bytes += update.length;
    if (this.#opening && !this.#opening.add(frames, rows.length)) this.#opening = null;
  }

  /** Uses the opening at once, or as soon as it is made. */
  withOpening(use: (opening: Opening) => void): void {
    if (!this.#opening && !this.#isTooMuch) this.#compactHere();
    if (this.#opening) use(this.#opening);
    else {
      this.#compactAside();
      this.#waiting?.push(use);
    }
  }

  /** Puts the log together in a quiet moment. */
  compact(): void {
    if (this.#rows < 2) return;
    if (this.#isTooMuch) this.#compactAside();
    else this.#compactHere();
  }

  close(): void {
    this.#isClosed = true;
  }

  get #isTooMuch(): boolean {
    return this.#rows > ROWS_TO_COMPACT || this.bytes >= ASIDE_BYTES;
  }

  #compactHere(): void {
    const rows = this.#log.load(this.#name);
    const state = rows.length ? merged(rows.map(({ update }) => update)) : NOTHING;
    this.#opening = new Opening(state);
    this.#compactTo(state);
  }

  /** Puts the log together without holding anybody up; what is written meanwhile stays behind it. */
  #compactAside(): void {
    if (this.#waiting) return;
    this.#waiting = [];
    const upTo = this.seq;
    mergedAside(partsOf(this.#log, this.#name, upTo))
      .then(({ state }) => {
        if (this.#isClosed) return;
        this.#shorten(upTo, state);
        const since = this.#log.load(this.#name, upTo).map(({ update }) => update);
        this.#rows = 1 + since.length;
        this.bytes = since.reduce((sum, { length }) => sum + length, state.length);
        const opening = openingOf(state, since);
        this.#opening = opening;
        const waiting = this.#waiting ?? [];
        this.#waiting = null;
        for (const use of waiting) use(opening);
      })
      .catch((error) => {
        this.#waiting = null;
        this.#onFailure(error);
      });
  }

  #compactTo(state: Uint8Array): void {
    if (this.#rows < 2) return;
    this.#shorten(this.seq, state);
    this.#rows = 1;
    this.bytes = state.length;
  }

  /** A little in each turn of the loop; a compaction that is still being written is left for the newer one. */
  #shorten(upTo: number, state: Uint8Array): void {
    this.#counts.compactions++;
    const steps = this.#log.compact(this.#name, upTo, state);
    this.#writing = steps;
    const step = () => {
      if (this.#writing !== steps) return;
      try {
        if (this.#isClosed || steps.next().done) this.#writing = null;
        else setImmediate(step);
      } catch (error) {
        this.#writing = null;
        this.#onFailure(error);
      }
    };
    step();
  }
}
