import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import { z } from "zod";
import { CLOSE, type CloseCode } from "../collaboration/close-codes.ts";
import { type Log, openEntry, type Refused } from "../collaboration/entry.ts";
import { frame } from "../collaboration/frames.ts";
import { Channel, type FeedCounts, type Views } from "./channel.ts";
import { openPresence } from "./presence.ts";
import { type FeedSeat, Seat } from "./seat.ts";

const LIVENESS_MS = 15_000;
const DEAD_MS = 40_000;
const FRAME_BYTES = 4096;
const SEATS_PER_WORKSHOP = 1_000;

const Asked = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("again") }),
  z.strictObject({ type: z.literal("ping") }),
]);

export type FeedOptions = {
  admit: (request: IncomingMessage) => Promise<FeedSeat | Refused>;
  sameOrigin: (request: IncomingMessage) => boolean;
  /** One look at a workshop; null when it is no more. Called at most once a tick for all who look on. */
  viewOf: (workshop: string) => Promise<Views | null>;
  logger: Log;
  now: () => number;
};

export type Feed = {
  /** Takes upgrades to `/feed/<workshop>`; false for other paths. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Something in the workshop may look different; many calls in one tick are one look. */
  changed(workshop: string): void;
  /** The participants who are here. */
  here(workshop: string): string[];
  closeSeats(predicate: (seat: FeedSeat) => boolean, code: CloseCode, why?: string): void;
  counts(): FeedCounts;
  stop(): Promise<void>;
};

/** The workshop that a path of the form `/feed/<workshop>` speaks of; null for other and unreadable paths. */
export const workshopOfPath = (url: string | undefined): string | null => {
  const match = /^\/feed\/([^/?#]+)(?:[?#]|$)/.exec(url ?? "");
  try {
    return match?.[1] ? decodeURIComponent(match[1]) : null;
  } catch {
    return null;
  }
};

export const openFeed = ({ admit, sameOrigin, viewOf, logger, now }: FeedOptions): Feed => {
  const channels = new Map<string, Channel>();
  const counts: FeedCounts = {
    seats: 0,
    workshops: 0,
    ticks: 0,
    snapshots: 0,
    patches: 0,
    serialised: 0,
    bytesOut: 0,
    drops: 0,
  };
  let isStopping = false;

  const changed = (workshop: string) => channels.get(workshop)?.changed();

  const presence = openPresence(changed);

  const channelOf = (workshop: string): Channel => {
    const channel = channels.get(workshop) ?? new Channel({ workshop, viewOf, logger, counts, now });
    channels.set(workshop, channel);
    return channel;
  };

  const onMessage = (channel: Channel, seat: Seat, data: Buffer, isBinary: boolean) => {
    seat.heardAt = now();
    const asked = isBinary ? null : Asked.safeParse(parsed(data)).data;
    if (!asked) {
      logger.warn({ workshop: seat.who.workshopId }, "a seat of the feed said something else");
      seat.close(CLOSE.malformed, "not understood");
    } else if (asked.type === "again") channel.again(seat);
    else if (!seat.isFull) {
      const at = new Date(now()).toISOString();
      seat.send(frame(Buffer.from(JSON.stringify({ type: "pong", at })), "text"));
    }
  };

  const onEntered = (who: FeedSeat, ws: WebSocket, socket: Duplex) => {
    if (isStopping) return ws.close(CLOSE.stopping, "try again");
    const channel = channelOf(who.workshopId);
    if (channel.seats.size >= SEATS_PER_WORKSHOP) {
      logger.warn({ workshop: who.workshopId }, "a workshop is full");
      return ws.close(CLOSE.crowded, "this workshop is full");
    }
    const seat = new Seat(who, ws, socket, now());
    const { workshopId, participantId } = who;
    counts.seats++;
    ws.on("message", (data, isBinary) => {
      if (seat.isOpen) onMessage(channel, seat, data as Buffer, isBinary);
    });
    ws.on("pong", () => {
      seat.heardAt = now();
    });
    ws.on("close", () => {
      counts.seats--;
      channel.seats.delete(seat);
      if (channel.seats.size === 0 && channels.get(workshopId) === channel) channels.delete(workshopId);
      if (participantId !== undefined && !isStopping) presence.leave(workshopId, participantId);
    });
    channel.enter(seat);
    if (participantId !== undefined) presence.enter(workshopId, participantId);
  };

  const enter = openEntry({ admit, sameOrigin, logger, frameBytes: FRAME_BYTES }, onEntered);

  const seats = function* () {
    for (const channel of channels.values()) yield* channel.seats;
  };

  const listening = setInterval(() => {
    for (const seat of seats())
      if (now() - seat.heardAt > DEAD_MS) seat.cut();
      else seat.ping();
  }, LIVENESS_MS);
  listening.unref();

  return {
    handleUpgrade(request, socket, head) {
      if (!request.url?.startsWith("/feed/")) return false;
      if (isStopping) socket.end("HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
      else void enter(request, socket, head);
      return true;
    },
    changed,
    here: presence.here,
    closeSeats(predicate, code, why = "") {
      for (const seat of seats()) if (predicate(seat.who)) seat.close(code, why);
    },
    counts: () => ({ ...counts, workshops: channels.size }),
    async stop() {
      if (isStopping) return;
      isStopping = true;
      clearInterval(listening);
      presence.stop();
      for (const seat of seats()) seat.close(CLOSE.stopping, "try again");
      const until = performance.now() + 1_000;
      while (counts.seats > 0 && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 10));
      for (const seat of seats()) seat.cut();
      channels.clear();
    },
  };
};

const parsed = (data: Buffer): unknown => {
  try {
    return JSON.parse(data.toString());
  } catch {
    return null;
  }
};
