import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import type { CloseCode } from "./close-codes.ts";

/** Past this much unsent the socket is left alone until it has drained. */
export const BUFFER_BYTES = 1 << 20;
const CLOSING_MS = 2_000;

/**
 * One browser in one room. `ws` reads, answers pings and closes; what goes out is written to the socket itself, as frames
 * that were made once for all seats.
 */
export class Seat {
  readonly room: string;
  readonly seatId: string;
  readonly write: boolean;
  /** The last row of the log that this seat was sent. */
  seq = 0;
  /** Too much is unsent: live frames pass by, the log is read on when the socket has drained. */
  isBehind = false;
  /** A state vector that waits for its answer until the socket has drained. */
  asked: Uint8Array | null = null;
  toldAt = 0;
  heardAt: number;
  sentAt: number;
  readonly #ws: WebSocket;
  readonly #socket: Duplex;
  #allowance: number;
  #allowanceAt: number;

  constructor(who: { room: string; seatId: string; write: boolean }, ws: WebSocket, socket: Duplex, now: number) {
    this.room = who.room;
    this.seatId = who.seatId;
    this.write = who.write;
    this.#ws = ws;
    this.#socket = socket;
    this.heardAt = now;
    this.sentAt = now;
    this.#allowance = Number.POSITIVE_INFINITY;
    this.#allowanceAt = now;
  }

  get isOpen(): boolean {
    return this.#ws.readyState === this.#ws.OPEN;
  }

  get unsentBytes(): number {
    return this.#socket.writableLength;
  }

  /** Writes frames that were made for all; true when more than `BUFFER_BYTES` are unsent now. */
  send(frames: Buffer, now: number): boolean {
    if (!this.isOpen) return false;
    this.sentAt = now;
    // what the socket took at once needs no counting
    return !this.#socket.write(frames) && this.#socket.writableLength > BUFFER_BYTES;
  }

  ping(): void {
    if (this.isOpen) this.#ws.ping();
  }

  onDrain(next: () => void): void {
    this.#socket.once("drain", next);
  }

  /** Whether one more update fits: `rate` a second, with a reserve of four seconds for bursts. */
  mayUpdate(rate: number, now: number): boolean {
    this.#allowance = Math.min(this.#allowance + ((now - this.#allowanceAt) * rate) / 1000, rate * 4);
    this.#allowanceAt = now;
    if (this.#allowance < 1) return false;
    this.#allowance--;
    return true;
  }

  close(code: CloseCode, why: string): void {
    this.#ws.close(code, why);
    setTimeout(() => this.#ws.terminate(), CLOSING_MS).unref();
  }

  cut(): void {
    this.#ws.terminate();
  }
}
