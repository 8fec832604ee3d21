import { diff, type JsonObject } from "#domain/patch.ts";
import type { Audience } from "#domain/room.ts";
import { CLOSE } from "../collaboration/close-codes.ts";
import type { Log } from "../collaboration/entry.ts";
import { frame } from "../collaboration/frames.ts";
import type { FeedSeat, Seat } from "./seat.ts";

const TICK_MS = 16;
const RETRY_MS = 1_000;
const SNAPSHOT_MS = 250;

/** One state of a workshop, to be looked at by its audiences; both functions give plain JSON and change nothing. */
export type Views = {
  shared: (audience: Audience) => object;
  mine: (seat: FeedSeat) => object | Promise<object>;
};

export type FeedCounts = {
  seats: number;
  workshops: number;
  ticks: number;
  snapshots: number;
  patches: number;
  /** How often something that all seats of an audience share was turned into text. */
  serialised: number;
  bytesOut: number;
  drops: number;
};

export type ChannelParts = {
  workshop: string;
  viewOf: (workshop: string) => Promise<Views | null>;
  logger: Log;
  counts: FeedCounts;
  now: () => number;
};

type Shared = { value: JsonObject; text: string | null };

/** The feed of one workshop: at most one look at the record a tick, whatever changed and however many look on. */
export class Channel {
  readonly seats = new Set<Seat>();
  readonly #parts: ChannelParts;
  readonly #shared = new Map<Audience, Shared>();
  #version = 0;
  #isDirty = false;
  #isTicking = false;
  #tickedAt = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | NodeJS.Immediate | null = null;

  constructor(parts: ChannelParts) {
    this.#parts = parts;
  }

  enter(seat: Seat): void {
    this.seats.add(seat);
    this.changed();
  }

  /** A browser that found a gap. */
  again(seat: Seat): void {
    seat.version = null;
    const wait = Math.max(0, seat.snapshotAt + SNAPSHOT_MS - this.#parts.now());
    if (wait === 0) this.changed();
    else setTimeout(() => this.changed(), wait).unref();
  }

  /** Something may look different now. */
  changed(): void {
    this.#isDirty = true;
    if (this.#timer || this.#isTicking || this.seats.size === 0) return;
    const wait = this.#tickedAt + TICK_MS - this.#parts.now();
    const run = () => void this.#tick();
    this.#timer = wait > 0 ? setTimeout(run, wait) : setImmediate(run);
  }

  async #tick(): Promise<void> {
    this.#timer = null;
    this.#isTicking = true;
    this.#isDirty = false;
    this.#tickedAt = this.#parts.now();
    this.#parts.counts.ticks++;
    try {
      await this.#tell();
    } catch (error) {
      this.#parts.logger.error({ err: error, workshop: this.#parts.workshop }, "a view could not be made");
      setTimeout(() => this.changed(), RETRY_MS).unref();
    }
    this.#isTicking = false;
    if (this.#isDirty) this.changed();
  }

  async #tell(): Promise<void> {
    const views = await this.#parts.viewOf(this.#parts.workshop);
    if (!views) {
      for (const seat of this.seats) seat.close(CLOSE.gone, "there is no such workshop");
      return;
    }
    const seats = [...this.seats].filter((seat) => seat.isOpen);
    const mines = (await Promise.all(seats.map((seat) => views.mine(seat.who)))) as JsonObject[];
    const at = new Date(this.#parts.now()).toISOString();
    this.#version++;
    const changes = new Map<Audience, string | null>();
    for (const audience of new Set(seats.map(({ who }) => who.audience)))
      changes.set(audience, this.#change(audience, views.shared(audience) as JsonObject));
    const frames = new Map<string, Buffer>();
    seats.forEach((seat, index) => {
      const { audience } = seat.who;
      const mine = mines[index] ?? {};
      if (seat.version !== null && seat.isFull) this.#drop(seat);
      else if (seat.version === null) this.#sendSnapshot(seat, mine, at);
      else this.#sendPatch(seat, mine, changes.get(audience) ?? null, at, frames);
    });
  }

  /** Keeps what an audience sees now; returns the text of the patch to it, null when nothing changed. */
  #change(audience: Audience, value: JsonObject): string | null {
    const before = this.#shared.get(audience);
    if (!before) {
      this.#shared.set(audience, { value, text: null });
      return null;
    }
    const patch = diff(before.value, value);
    if (!patch) return null;
    this.#shared.set(audience, { value, text: null });
    this.#parts.counts.serialised++;
    return JSON.stringify(patch);
  }

  #sendSnapshot(seat: Seat, mine: JsonObject, at: string): void {
    const shared = this.#shared.get(seat.who.audience);
    if (seat.isFull) this.#drop(seat);
    if (seat.isFull || !shared) return;
    if (shared.text === null) {
      shared.text = JSON.stringify(shared.value);
      this.#parts.counts.serialised++;
    }
    this.#parts.counts.snapshots++;
    seat.snapshotAt = this.#parts.now();
    const head = `{"type":"snapshot","version":${this.#version},"at":"${at}","shared":`;
    this.#send(seat, mine, frame(Buffer.from(`${head}${shared.text},"mine":${JSON.stringify(mine)}}`), "text"));
  }

  #sendPatch(seat: Seat, mine: JsonObject, change: string | null, at: string, frames: Map<string, Buffer>): void {
    const minePatch = diff(seat.mine, mine);
    if (!change && !minePatch) return;
    this.#parts.counts.patches++;
    const head = `{"type":"patch","version":${this.#version},"from":${seat.version},"at":"${at}"`;
    const shared = change ? `,"shared":${change}` : "";
    if (minePatch) {
      this.#send(seat, mine, frame(Buffer.from(`${head}${shared},"mine":${JSON.stringify(minePatch)}}`), "text"));
      return;
    }
    // seats of an audience that nothing of their own sets apart get the same bytes
    const key = `${seat.who.audience} ${seat.version}`;
    const made = frames.get(key) ?? frame(Buffer.from(`${head}${shared}}`), "text");
    frames.set(key, made);
    this.#send(seat, mine, made);
  }

  #send(seat: Seat, mine: JsonObject, bytes: Buffer): void {
    seat.version = this.#version;
    seat.mine = mine;
    this.#parts.counts.bytesOut += bytes.length;
    seat.send(bytes);
  }

  #drop(seat: Seat): void {
    seat.version = null;
    if (seat.isWaiting) return;
    seat.isWaiting = true;
    this.#parts.counts.drops++;
    seat.onDrain(() => {
      seat.isWaiting = false;
      this.changed();
    });
  }
}
