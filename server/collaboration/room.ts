import * as Y from "yjs";
import { Awareness } from "./awareness.ts";
import type { RoomCounts } from "./counts.ts";
import { Coverage } from "./coverage.ts";
import type { Log } from "./entry.ts";
import { awarenessFrame, deniedFrame, grantedFrame, QUIET_FRAME, syncFrames } from "./frames.ts";
import { merged } from "./merging.ts";
import { mergedAside } from "./merging-aside.ts";
import { type AwarenessEntry, type Update, updateOf } from "./messages.ts";
import { Opening } from "./opening.ts";
import { BUFFER_BYTES, type Seat } from "./seat.ts";
import { StandingDocument } from "./standing-document.ts";
import type { TextLog } from "./text-log.ts";

const NOTHING = Uint8Array.of(0, 0);
const AWARENESS_MS = 55;
const QUIET_MS = 15_000;
const PING_MS = 30_000;
const DEAD_MS = 75_000;
const IDLE_MS = 60_000;
const TOLD_MS = 1_000;
const CHUNK_BYTES = 262_144;
const PART_BYTES = 65_536;
const ROWS_TO_COMPACT = 200;
/** Merging more than this would hold up everybody: it is done aside. */
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

/** Shortens the log of a room that is about to be opened, when it is too long to be read in one go. */
export const prepareLog = async (log: TextLog, name: string): Promise<void> => {
  const { rows, bytes, seq } = log.size(name);
  if (rows < 2 || bytes < ASIDE_BYTES) return;
  log.compact(name, seq, await mergedAside(partsOf(log, name, seq)));
};

export type RoomParts = {
  log: TextLog;
  logger: Log;
  counts: RoomCounts;
  now: () => number;
  /** Called once when the room cannot go on; its owner closes it. */
  onFailure: (room: Room, error: unknown) => void;
};

/** A text and those who have it open. Knows what is committed; documents are made only for the server's own reading. */
export class Room {
  readonly name: string;
  readonly seats = new Set<Seat>();
  isWritable: boolean;
  isFailed = false;
  readonly #parts: RoomParts;
  readonly #awareness = new Awareness<Seat>();
  readonly #coverage = new Coverage();
  readonly #document: StandingDocument;
  #isClosed = false;
  #awarenessTimer: NodeJS.Timeout | null = null;
  #awarenessSentAt = 0;
  #opening: Opening | null;
  /** What waits for an opening that is being made aside; null when none is. */
  #waiting: ((opening: Opening) => void)[] | null = null;
  #seq: number;
  #rows: number;
  #bytes: number;
  #usedAt: number;

  /** @throws {BrokenTextLog} and whatever the log throws: nobody is answered by a room that has not loaded. */
  constructor(name: string, isWritable: boolean, parts: RoomParts) {
    this.name = name;
    this.isWritable = isWritable;
    this.#parts = parts;
    this.#usedAt = parts.now();
    this.#document = new StandingDocument(
      (after) => parts.log.load(name, after),
      (refused) => parts.logger.error({ room: name, refused }, "updates that no document takes"),
    );
    const rows = parts.log.load(name);
    this.#seq = rows.at(-1)?.seq ?? 0;
    this.#rows = rows.length;
    this.#bytes = rows.reduce((sum, { update }) => sum + update.length, 0);
    const state = rows.length ? merged(rows.map(({ update }) => update)) : NOTHING;
    this.#coverage.add(updateOf(state));
    this.#opening = new Opening(state);
    if (rows.length > ROWS_TO_COMPACT) this.#compactTo(state);
  }

  get bytes(): number {
    return this.#bytes;
  }

  enter(seat: Seat): void {
    this.seats.add(seat);
    this.#usedAt = this.#parts.now();
    seat.seq = this.#seq;
    this.#tellRight(seat);
    this.ask(seat);
    const present = this.#awareness.all();
    if (present) this.#send(seat, awarenessFrame(present));
  }

  leave(seat: Seat): void {
    if (!this.seats.delete(seat)) return;
    this.#usedAt = this.#parts.now();
    if (this.#awareness.leave(seat, this.#usedAt)) this.#flushAwarenessSoon();
  }

  /** Asks a seat for all that the room does not have. */
  ask(seat: Seat): void {
    this.#send(seat, syncFrames("step1", [Y.encodeStateVector(this.#coverage.vector)]));
  }

  /** Tells a seat what it lacks; one that is behind is told when it has drained. */
  answer(seat: Seat, vector: Uint8Array): void {
    if (seat.isBehind) {
      seat.asked = vector;
      return;
    }
    this.#withOpening((opening) => {
      // it may have fallen behind while it waited
      if (seat.isBehind) seat.asked = vector;
      else this.#tell(seat, opening, vector);
    });
  }

  /** Whether an update brings something that must be stored and passed on; `writer` is asked for what lies before it. */
  takes(update: Update, writer: Seat | null): boolean {
    const news = this.#coverage.add(update);
    if (news === "gap" && writer) this.ask(writer);
    return news !== "known";
  }

  /** Passes on what has just been committed, to its writer too: the echo says that it is safe. */
  publish(rows: readonly { seq: number; update: Uint8Array }[]): void {
    const frames = syncFrames(
      "update",
      rows.map(({ update }) => update),
    );
    this.#usedAt = this.#parts.now();
    this.#seq = rows.at(-1)?.seq ?? this.#seq;
    this.#rows += rows.length;
    this.#bytes += rows.reduce((sum, { update }) => sum + update.length, 0);
    if (this.#opening && !this.#opening.add(frames, rows.length)) this.#opening = null;
    for (const seat of this.seats) {
      if (seat.isBehind) continue;
      seat.seq = this.#seq;
      this.#send(seat, frames);
    }
  }

  hear(entries: readonly AwarenessEntry[], seat: Seat): void {
    if (this.#awareness.receive(entries, seat, this.#parts.now())) this.#flushAwarenessSoon();
  }

  tellAwareness(seat: Seat): void {
    const present = this.#awareness.all();
    this.#send(seat, present ? awarenessFrame(present) : QUIET_FRAME);
  }

  setWritable(isWritable: boolean): void {
    if (this.isWritable === isWritable) return;
    this.isWritable = isWritable;
    for (const seat of this.seats) {
      this.#tellRight(seat);
      // what was refused meanwhile is missing under everything this seat writes from now on
      if (isWritable && seat.write) this.ask(seat);
    }
  }

  /** Tells a seat that its update was not taken, at most once a second. */
  deny(seat: Seat): void {
    this.#parts.counts.refusedWrites++;
    const now = this.#parts.now();
    if (now - seat.toldAt < TOLD_MS) return;
    seat.toldAt = now;
    this.#tellRight(seat);
  }

  /** The document as it is committed. Belongs to the room: read it, and let it go. */
  document(): Y.Doc {
    this.#usedAt = this.#parts.now();
    return this.#document.at(this.#seq, this.#usedAt);
  }

  /** After a failed change of the document by the server. */
  forgetDocument(): void {
    this.#document.forget();
  }

  /** Housekeeping of a quiet moment; true when the room can be let go. */
  tidy(): boolean {
    const now = this.#parts.now();
    if (this.#awareness.expire(now)) this.#flushAwarenessSoon();
    for (const seat of this.seats) {
      if (now - seat.heardAt > DEAD_MS) seat.cut();
      else if (now - seat.heardAt > PING_MS) seat.ping();
      if (now - seat.sentAt > QUIET_MS) this.#send(seat, QUIET_FRAME);
    }
    const quietFor = now - this.#usedAt;
    if (this.#document.isUnusedSince(now - IDLE_MS)) this.#document.forget();
    const isLeaving = this.seats.size === 0 && quietFor > IDLE_MS;
    const isDue = this.#rows > ROWS_TO_COMPACT && quietFor > QUIET_MS;
    if ((isLeaving && this.#rows > 1) || isDue) {
      if (this.#bytes < ASIDE_BYTES) this.#compact();
      else this.#compactAside();
    }
    return isLeaving && this.#waiting === null;
  }

  close(): void {
    this.#isClosed = true;
    if (this.#awarenessTimer) clearTimeout(this.#awarenessTimer);
    this.#document.forget();
  }

  #tellRight(seat: Seat): void {
    if (!seat.write) this.#send(seat, deniedFrame("read-only"));
    else this.#send(seat, this.isWritable ? grantedFrame() : deniedFrame("locked"));
  }

  #tell(seat: Seat, opening: Opening, vector: Uint8Array): void {
    seat.seq = this.#seq;
    for (const frames of opening.answer(vector)) this.#write(seat, frames);
    this.#watch(seat);
  }

  /** Uses the opening at once, or as soon as it is made. */
  #withOpening(use: (opening: Opening) => void): void {
    if (!this.#opening && this.#bytes < ASIDE_BYTES) this.#compact();
    if (this.#opening) use(this.#opening);
    else {
      this.#compactAside();
      this.#waiting?.push(use);
    }
  }

  #compact(): void {
    const rows = this.#parts.log.load(this.name);
    const state = rows.length ? merged(rows.map(({ update }) => update)) : NOTHING;
    this.#opening = new Opening(state);
    this.#compactTo(state);
  }

  /** Puts the log together without holding anybody up; what is written meanwhile stays behind it. */
  #compactAside(): void {
    if (this.#waiting) return;
    this.#waiting = [];
    const { log } = this.#parts;
    const upTo = this.#seq;
    mergedAside(partsOf(log, this.name, upTo))
      .then((state) => {
        if (this.isFailed || this.#isClosed) return;
        log.compact(this.name, upTo, state);
        this.#parts.counts.compactions++;
        const since = log.load(this.name, upTo).map(({ update }) => update);
        this.#rows = 1 + since.length;
        this.#bytes = since.reduce((sum, { length }) => sum + length, state.length);
        const opening = new Opening(state);
        if (since.length) opening.add(syncFrames("update", since), since.length);
        this.#opening = opening;
        const waiting = this.#waiting ?? [];
        this.#waiting = null;
        for (const use of waiting) use(opening);
      })
      .catch((error) => {
        this.#waiting = null;
        this.#parts.onFailure(this, error);
      });
  }

  #compactTo(state: Uint8Array): void {
    if (this.#rows === 0) return;
    this.#parts.log.compact(this.name, this.#seq, state);
    this.#rows = 1;
    this.#bytes = state.length;
    this.#parts.counts.compactions++;
  }

  #flushAwarenessSoon(): void {
    if (this.#awarenessTimer) return;
    const wait = Math.max(0, this.#awarenessSentAt + AWARENESS_MS - this.#parts.now());
    this.#awarenessTimer = setTimeout(() => {
      this.#awarenessTimer = null;
      this.#awarenessSentAt = this.#parts.now();
      const frames = awarenessFrame(this.#awareness.takeChanges());
      for (const seat of this.seats) this.#send(seat, frames);
    }, wait);
  }

  #send(seat: Seat, frames: Buffer): void {
    if (seat.isBehind) return;
    this.#write(seat, frames);
    this.#watch(seat);
  }

  #write(seat: Seat, frames: Buffer): void {
    this.#parts.counts.bytesOut += frames.length;
    seat.send(frames, this.#parts.now());
  }

  #watch(seat: Seat): void {
    if (seat.unsentBytes <= BUFFER_BYTES) return;
    seat.isBehind = true;
    this.#parts.counts.drops++;
    seat.onDrain(() => this.#catchUp(seat));
  }

  /** Reads the log on for a seat whose socket has drained, never more of it than the socket takes. */
  #catchUp(seat: Seat): void {
    if (!seat.isOpen || this.isFailed) return;
    const vector = seat.asked;
    if (vector) {
      seat.asked = null;
      this.#withOpening((opening) => {
        seat.seq = this.#seq;
        for (const frames of opening.answer(vector)) this.#write(seat, frames);
        this.#catchUp(seat);
      });
      return;
    }
    try {
      while (seat.seq < this.#seq && seat.unsentBytes < CHUNK_BYTES) {
        const rows = this.#parts.log.load(this.name, seat.seq, CHUNK_BYTES);
        this.#write(
          seat,
          syncFrames(
            "update",
            rows.map(({ update }) => update),
          ),
        );
        seat.seq = rows.at(-1)?.seq ?? this.#seq;
      }
    } catch (error) {
      this.#parts.onFailure(this, error);
      return;
    }
    if (seat.seq < this.#seq || seat.unsentBytes > BUFFER_BYTES) {
      seat.onDrain(() => this.#catchUp(seat));
      return;
    }
    seat.isBehind = false;
    this.#tellRight(seat);
    this.tellAwareness(seat);
  }
}
