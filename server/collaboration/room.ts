import * as Y from "yjs";
import { Awareness } from "./awareness.ts";
import type { RoomCounts } from "./counts.ts";
import type { Log } from "./entry.ts";
import { awarenessFrame, deniedFrame, grantedFrame, QUIET_FRAME, syncFrames } from "./frames.ts";
import { History, type Read } from "./history.ts";
import type { AwarenessEntry, Update } from "./messages.ts";
import type { Opening } from "./opening.ts";
import { BUFFER_BYTES, type Seat } from "./seat.ts";
import { StandingDocument } from "./standing-document.ts";
import type { TextLog } from "./text-log.ts";

const AWARENESS_MS = 55;
const QUIET_MS = 15_000;
const PING_MS = 30_000;
const DEAD_MS = 75_000;
const IDLE_MS = 60_000;
const TOLD_MS = 1_000;
const CHUNK_BYTES = 262_144;

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
  readonly #document: StandingDocument;
  readonly #history: History;
  #awarenessTimer: NodeJS.Timeout | null = null;
  #awarenessSentAt = 0;
  #usedAt: number;

  /** @throws {BrokenTextLog} and whatever the log throws: nobody is answered by a room that has not loaded. */
  constructor(name: string, isWritable: boolean, read: Read | null, parts: RoomParts) {
    this.name = name;
    this.isWritable = isWritable;
    this.#parts = parts;
    this.#usedAt = parts.now();
    this.#document = new StandingDocument(
      (after) => parts.log.load(name, after),
      (refused) => parts.logger.error({ room: name, refused }, "updates that no document takes"),
    );
    const onFailure = (error: unknown) => parts.onFailure(this, error);
    this.#history = new History(name, read, { ...parts, onFailure });
  }

  get bytes(): number {
    return this.#history.bytes;
  }

  /** The last row of the log. */
  get seq(): number {
    return this.#history.seq;
  }

  enter(seat: Seat): void {
    this.seats.add(seat);
    this.#usedAt = this.#parts.now();
    seat.seq = this.#history.seq;
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
    this.#send(seat, syncFrames("step1", [Y.encodeStateVector(this.#history.coverage.vector)]));
  }

  /** Tells a seat what it lacks; one that is behind is told when it has drained. */
  answer(seat: Seat, vector: Uint8Array): void {
    if (seat.isBehind) {
      seat.asked = vector;
      return;
    }
    this.#history.withOpening((opening) => {
      // it may have fallen behind while it waited
      if (seat.isBehind) seat.asked = vector;
      else this.#tell(seat, opening, vector);
    });
  }

  /** Whether an update brings something that must be stored and passed on; `writer` is asked for what lies before it. */
  takes(update: Update, writer: Seat | null): boolean {
    const news = this.#history.coverage.add(update);
    if (news === "gap" && writer) this.ask(writer);
    return news !== "known";
  }

  /** Passes on what has just been committed, to its writer too: the echo says that it is safe. */
  publish(rows: readonly { seq: number; update: Uint8Array }[]): void {
    const frames = syncFrames(
      "update",
      rows.map(({ update }) => update),
    );
    const now = this.#parts.now();
    this.#usedAt = now;
    this.#history.add(rows, frames);
    this.#sendAll(frames, now, this.#history.seq);
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
    return this.#document.at(this.#history.seq, this.#usedAt);
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
    if (isLeaving || (this.#history.isLong && quietFor > QUIET_MS)) this.#history.compact();
    return isLeaving && !this.#history.isBusy;
  }

  close(): void {
    this.#history.close();
    if (this.#awarenessTimer) clearTimeout(this.#awarenessTimer);
    this.#document.forget();
  }

  #tellRight(seat: Seat): void {
    if (!seat.write) this.#send(seat, deniedFrame("read-only"));
    else this.#send(seat, this.isWritable ? grantedFrame() : deniedFrame("locked"));
  }

  #tell(seat: Seat, opening: Opening, vector: Uint8Array): void {
    seat.seq = this.#history.seq;
    for (const frames of opening.answer(vector)) this.#write(seat, frames);
    if (seat.unsentBytes > BUFFER_BYTES) this.#fallBehind(seat);
  }

  #flushAwarenessSoon(): void {
    if (this.#awarenessTimer) return;
    const wait = Math.max(0, this.#awarenessSentAt + AWARENESS_MS - this.#parts.now());
    this.#awarenessTimer = setTimeout(() => {
      this.#awarenessTimer = null;
      this.#awarenessSentAt = this.#parts.now();
      this.#sendAll(awarenessFrame(this.#awareness.takeChanges()), this.#awarenessSentAt, null);
    }, wait);
  }

  /** The one loop that runs for every seat and message: nothing is made or looked up in it that is the same for all. */
  #sendAll(frames: Buffer, now: number, seq: number | null): void {
    let sent = 0;
    for (const seat of this.seats) {
      if (seat.isBehind) continue;
      if (seq !== null) seat.seq = seq;
      sent++;
      if (seat.send(frames, now)) this.#fallBehind(seat);
    }
    this.#parts.counts.bytesOut += frames.length * sent;
  }

  #send(seat: Seat, frames: Buffer): void {
    if (!seat.isBehind && this.#write(seat, frames)) this.#fallBehind(seat);
  }

  #write(seat: Seat, frames: Buffer): boolean {
    this.#parts.counts.bytesOut += frames.length;
    return seat.send(frames, this.#parts.now());
  }

  #fallBehind(seat: Seat): void {
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
      this.#history.withOpening((opening) => {
        seat.seq = this.#history.seq;
        for (const frames of opening.answer(vector)) this.#write(seat, frames);
        this.#catchUp(seat);
      });
      return;
    }
    try {
      while (seat.seq < this.#history.seq && seat.unsentBytes < CHUNK_BYTES) {
        const rows = this.#parts.log.load(this.name, seat.seq, CHUNK_BYTES);
        this.#write(
          seat,
          syncFrames(
            "update",
            rows.map(({ update }) => update),
          ),
        );
        seat.seq = rows.at(-1)?.seq ?? this.#history.seq;
      }
    } catch (error) {
      this.#parts.onFailure(this, error);
      return;
    }
    if (seat.seq < this.#history.seq || seat.unsentBytes > BUFFER_BYTES) {
      seat.onDrain(() => this.#catchUp(seat));
      return;
    }
    seat.isBehind = false;
    this.#tellRight(seat);
    this.tellAwareness(seat);
  }
}
