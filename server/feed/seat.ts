import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import type { JsonObject } from "#domain/patch.ts";
import type { Audience } from "#domain/room.ts";
import type { CloseCode } from "../collaboration/close-codes.ts";

/** Who sits there: `seatKey` names the browser, for what only this browser may see or lose. */
export type FeedSeat = { workshopId: string; audience: Audience; participantId?: string; seatKey: string };

const BUFFER_BYTES = 1 << 20;
const CLOSING_MS = 2_000;

/** One browser on the feed of one workshop. */
export class Seat {
  readonly who: FeedSeat;
  /** The version this browser has; null when it is to get a snapshot. */
  version: number | null = null;
  mine: JsonObject = {};
  /** A snapshot is to follow once the socket has drained. */
  isWaiting = false;
  heardAt: number;
  snapshotAt = Number.NEGATIVE_INFINITY;
  readonly #ws: WebSocket;
  readonly #socket: Duplex;

  constructor(who: FeedSeat, ws: WebSocket, socket: Duplex, now: number) {
    this.who = who;
    this.#ws = ws;
    this.#socket = socket;
    this.heardAt = now;
  }

  get isOpen(): boolean {
    return this.#ws.readyState === this.#ws.OPEN;
  }

  /** Too much is unsent: what comes now passes by, and a snapshot follows when the socket has drained. */
  get isFull(): boolean {
    return this.#socket.writableLength > BUFFER_BYTES;
  }

  onDrain(next: () => void): void {
    this.#socket.once("drain", next);
  }

  send(frames: Buffer): void {
    if (this.isOpen) this.#socket.write(frames);
  }

  ping(): void {
    if (this.isOpen) this.#ws.ping();
  }

  close(code: CloseCode, why: string): void {
    this.#ws.close(code, why);
    setTimeout(() => this.#ws.terminate(), CLOSING_MS).unref();
  }

  cut(): void {
    this.#ws.terminate();
  }
}
