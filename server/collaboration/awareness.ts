import * as encoding from "lib0/encoding";
import type { AwarenessEntry } from "./messages.ts";

type Known<Seat> = { clock: number; state: Uint8Array | null; seat: Seat | null; at: number };

const EXPIRY_MS = 30_000;
const MEMORY_MS = 90_000;
const STATE_BYTES = 4096;
const CLIENTS_PER_SEAT = 16;
const NULL = new TextEncoder().encode("null");

/**
 * Carets and names of a room, kept as bytes. y-websocket 3 sends every state of somebody else back to the server, so what
 * arrives is compared by clock first and parsed only when it is news.
 */
export class Awareness<Seat> {
  readonly #known = new Map<number, Known<Seat>>();
  readonly #changed = new Set<number>();

  /** Takes what a seat says; true when there is something to pass on. */
  receive(entries: readonly AwarenessEntry[], seat: Seat, now: number): boolean {
    for (const { client, clock, state } of entries) {
      const known = this.#known.get(client);
      const isGone = isNull(state);
      // y-protocols/awareness: an equal clock counts only when it takes a state away
      if (known && (known.clock > clock || (known.clock === clock && !(isGone && known.state)))) continue;
      if (!known && (isGone || this.#clientsOf(seat) >= CLIENTS_PER_SEAT)) continue;
      if (!isGone && !isReadable(state)) continue;
      this.#known.set(client, { clock, state: isGone ? null : state.slice(), seat, at: now });
      this.#changed.add(client);
    }
    return this.#changed.size > 0;
  }

  /** The states of a seat that left are taken away; true when there is something to pass on. */
  leave(seat: Seat, now: number): boolean {
    for (const [client, known] of this.#known) if (known.seat === seat) this.#remove(client, known, now);
    return this.#changed.size > 0;
  }

  /** Takes away what was not renewed in time, and forgets in the end what is gone; true when there is something to pass on. */
  expire(now: number): boolean {
    for (const [client, known] of this.#known)
      if (known.state && now - known.at > EXPIRY_MS) this.#remove(client, known, now);
      else if (!known.state && now - known.at > MEMORY_MS) this.#known.delete(client);
    return this.#changed.size > 0;
  }

  /** What changed since the last call, as an awareness update. */
  takeChanges(): Uint8Array {
    const update = this.#encode([...this.#changed]);
    this.#changed.clear();
    return update;
  }

  /** All present states as an awareness update; null when nobody is here. */
  all(): Uint8Array | null {
    const present = [...this.#known].flatMap(([client, { state }]) => (state ? [client] : []));
    return present.length ? this.#encode(present) : null;
  }

  /** Gone states stay for a while as memory: a late echo must not bring a person back. */
  #remove(client: number, known: Known<Seat>, now: number) {
    this.#known.set(client, { clock: known.clock, state: null, seat: null, at: now });
    if (known.state) this.#changed.add(client);
  }

  #clientsOf(seat: Seat): number {
    let count = 0;
    for (const known of this.#known.values()) if (known.seat === seat) count++;
    return count;
  }

  #encode(clients: readonly number[]): Uint8Array {
    return encoding.encode((encoder) => {
      const known = clients.flatMap((client) => {
        const entry = this.#known.get(client);
        return entry ? [{ client, ...entry }] : [];
      });
      encoding.writeVarUint(encoder, known.length);
      for (const { client, clock, state } of known) {
        encoding.writeVarUint(encoder, client);
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarUint8Array(encoder, state ?? NULL);
      }
    });
  }
}

const isNull = (state: Uint8Array): boolean =>
  state.length === NULL.length && state.every((byte, index) => byte === NULL[index]);

/** A state that others cannot parse would cost them all the states that travel with it. */
const isReadable = (state: Uint8Array): boolean => {
  if (state.length > STATE_BYTES) return false;
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(state));
    return typeof value === "object" && value !== null;
  } catch {
    return false;
  }
};
