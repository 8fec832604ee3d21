import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import * as Y from "yjs";
import { CLOSE, type CloseCode } from "./close-codes.ts";
import { type RoomCounts, zeroCounts } from "./counts.ts";
import { type Log, openEntry, type Refused } from "./entry.ts";
import { type Read, readAside } from "./history.ts";
import { ROOM_LIMITS, type RoomLimits } from "./limits.ts";
import { shortened } from "./merging.ts";
import { Malformed, messagesOf, type Update, updateOf, vectorOf } from "./messages.ts";
import { Room } from "./room.ts";
import { Seat } from "./seat.ts";
import type { TextLog } from "./text-log.ts";

const TIDY_MS = 5_000;

/**
 * A granted seat. `write` is this person's own right; `isWritable` says whether the room's phase lets anybody write, and
 * counts only until `setWritable` has spoken about the room.
 */
export type Admission = { room: string; write: boolean; seatId: string; isWritable?: boolean };

export type SeatInfo = { room: string; seatId: string; write: boolean };

export type RoomsOptions = {
  log: TextLog;
  admit: (request: IncomingMessage) => Promise<Admission | Refused>;
  sameOrigin: (request: IncomingMessage) => boolean;
  logger: Log;
  now: () => number;
  limits?: Partial<RoomLimits>;
  /** Told how long each commit of the log took, in milliseconds. */
  onCommit?: (ms: number) => void;
};

export type Rooms = {
  /** Takes upgrades to `/rooms/<workshop>/<name…>`; false for other paths. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Opens or locks a room for all who may write; those who are in are told. Remembered until the process ends. */
  setWritable(room: string, isWritable: boolean): void;
  closeSeats(predicate: (seat: SeatInfo) => boolean, code: CloseCode, why?: string): void;
  /** Reads the document with everything received up to now. The document must not be changed or kept. */
  withDoc<T>(room: string, read: (doc: Y.Doc) => T): T;
  /** The server's own change: durable on return, and sent to all. */
  write(room: string, change: (doc: Y.Doc) => void): void;
  counts(): RoomCounts;
  /** Commits what was received and closes every seat with «come back». */
  stop(): Promise<void>;
};

/** The room that a path of the form `/rooms/<workshop>/<name…>` speaks of; null for other and unreadable paths. */
export const roomOfPath = (url: string | undefined): { workshop: string; name: string } | null => {
  const match = /^\/rooms\/([^/?#]+)\/([^?#]+)/.exec(url ?? "");
  if (!match?.[1] || !match[2]) return null;
  try {
    return { workshop: decodeURIComponent(match[1]), name: decodeURIComponent(match[2]) };
  } catch {
    return null;
  }
};

/** The name under which the text of a question is kept. */
export const roomName = (workshop: string, question: string): string => `${workshop}/${question}`;

export const openRooms = ({ log, admit, sameOrigin, logger, now, limits, onCommit }: RoomsOptions): Rooms => {
  const limit = { ...ROOM_LIMITS, ...limits };
  const rooms = new Map<string, Room>();
  const writable = new Map<string, boolean>();
  const counts = zeroCounts();
  let pending: { room: Room; update: Update; writer: Seat | null }[] = [];
  let isScheduled = false;
  let isStopping = false;

  const fail = (room: Room, error: unknown) => {
    if (room.isFailed) return;
    room.isFailed = true;
    logger.error({ err: error, room: room.name }, "a room was stopped");
    for (const seat of room.seats) seat.close(CLOSE.failed, "this text cannot be opened now");
    room.close();
    if (rooms.get(room.name) === room) rooms.delete(room.name);
  };

  const roomOf = (name: string, isWritable = true, read: Read | null = null): Room => {
    let room = rooms.get(name);
    if (!room) {
      room = new Room(name, writable.get(name) ?? isWritable, read, { log, logger, counts, now, onFailure: fail });
      rooms.set(name, room);
    }
    return room;
  };

  /** Everything that arrived in one turn of the event loop is one transaction; nobody sees it before. */
  const commit = () => {
    isScheduled = false;
    const touched = new Map<Room, { bytes: Uint8Array; writer: Seat | null }[]>();
    for (const { room, update, writer } of pending) {
      if (room.isFailed || !room.takes(update, writer)) continue;
      const one = { bytes: update.bytes, writer };
      const ofRoom = touched.get(room);
      if (ofRoom) ofRoom.push(one);
      else touched.set(room, [one]);
    }
    pending = [];
    if (touched.size === 0) return;
    const batch: { room: string; seq: number; update: Uint8Array }[] = [];
    const published: [room: Room, rows: number][] = [];
    for (const [room, news] of touched) {
      const updates = shortened(news);
      let seq = room.seq;
      for (const { bytes } of updates) batch.push({ room: room.name, seq: ++seq, update: bytes });
      published.push([room, updates.length]);
    }
    const startedAt = performance.now();
    try {
      log.append(batch);
    } catch (error) {
      for (const room of touched.keys()) fail(room, error);
      return;
    }
    counts.commits++;
    onCommit?.(performance.now() - startedAt);
    let at = 0;
    for (const [room, rows] of published) {
      room.publish(batch.slice(at, at + rows));
      at += rows;
    }
  };

  const receive = (room: Room, update: Update, writer: Seat | null) => {
    counts.updates++;
    counts.bytesIn += update.bytes.length;
    pending.push({ room, update, writer });
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(commit);
  };

  const refuse = (seat: Seat, code: CloseCode, why: string) => {
    logger.warn({ room: seat.room, code }, `a seat was closed: ${why}`);
    seat.close(code, why);
  };

  const hear = (room: Room, seat: Seat, data: Uint8Array) => {
    for (const message of messagesOf(data)) {
      if (message.kind === "step1") {
        vectorOf(message.vector);
        room.answer(seat, message.vector.slice());
      } else if (message.kind === "awareness") room.hear(message.entries, seat);
      else if (message.kind === "query-awareness") room.tellAwareness(seat);
      else if (!seat.write || !room.isWritable) {
        // a step 2 is owed by every client, and the seat was told at the door
        if (message.kind === "update") room.deny(seat);
      } else if (!seat.mayUpdate(limit.updatesPerSecond, now())) {
        refuse(seat, CLOSE.tooFast, "too many updates a second");
        return;
      } else if (room.bytes + message.bytes.length > limit.roomBytes) {
        refuse(seat, CLOSE.tooLarge, "the text is too large");
        return;
      } else {
        // a step 2 is all that the client has: asked again, it would say the same
        receive(room, updateOf(message.bytes), message.kind === "update" ? seat : null);
      }
    }
  };

  const onMessage = (room: Room, seat: Seat, data: Buffer, isBinary: boolean) => {
    if (!seat.isOpen || room.isFailed) return;
    seat.heardAt = now();
    if (data.length > limit.frameBytes) {
      refuse(seat, CLOSE.tooLarge, "a frame was too large");
      return;
    }
    try {
      if (!isBinary) throw new Malformed();
      hear(room, seat, data);
    } catch (error) {
      if (error instanceof Malformed) {
        counts.malformed++;
        refuse(seat, CLOSE.malformed, "a frame was malformed");
      } else fail(room, error);
    }
  };

  const onEntered = (admission: Admission, ws: WebSocket, socket: Duplex) => {
    const close = (code: CloseCode, why: string) => ws.close(code, why);
    if (isStopping) return close(CLOSE.stopping, "try again");
    let room: Room;
    try {
      room = roomOf(admission.room, admission.isWritable);
    } catch (error) {
      logger.error({ err: error, room: admission.room }, "a room could not be opened");
      return close(CLOSE.failed, "this text cannot be opened now");
    }
    if (room.seats.size >= limit.seatsPerRoom) {
      logger.warn({ room: room.name }, "a room is full");
      return close(CLOSE.crowded, "this room is full");
    }
    const seat = new Seat(admission, ws, socket, now());
    counts.seats++;
    ws.on("message", (data, isBinary) => onMessage(room, seat, data as Buffer, isBinary));
    ws.on("pong", () => {
      seat.heardAt = now();
    });
    ws.on("close", () => {
      counts.seats--;
      room.leave(seat);
    });
    room.enter(seat);
  };

  /** Rooms whose long logs are being read before they are opened. */
  const reading = new Map<string, Promise<void>>();

  const admitToRoom = async (request: IncomingMessage): Promise<Admission | Refused> => {
    const admission = await admit(request);
    if ("refuse" in admission || rooms.has(admission.room)) return admission;
    const name = admission.room;
    if (!reading.has(name)) {
      const opened = readAside(log, name, () => rooms.has(name))
        .then((read) => void (read && !isStopping && roomOf(name, admission.isWritable, read)))
        // whatever is broken says so when somebody enters
        .catch(() => undefined)
        .finally(() => reading.delete(name));
      reading.set(name, opened);
    }
    await reading.get(name);
    return admission;
  };

  // read a little above the limit, so that the close code is ours and final instead of 1009, after which clients come back
  const enter = openEntry({ admit: admitToRoom, sameOrigin, logger, frameBytes: limit.frameBytes * 2 }, onEntered);

  const tidying = setInterval(() => {
    for (const room of rooms.values())
      try {
        if (!room.tidy()) continue;
        room.close();
        rooms.delete(room.name);
      } catch (error) {
        fail(room, error);
      }
  }, TIDY_MS);
  tidying.unref();

  const change = (name: string, update: Uint8Array) => {
    const room = roomOf(name);
    receive(room, updateOf(update), null);
    commit();
    if (room.isFailed) throw new Error("the text could not be written");
  };

  return {
    handleUpgrade(request, socket, head) {
      if (!request.url?.startsWith("/rooms/")) return false;
      if (isStopping) socket.end("HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
      else void enter(request, socket, head);
      return true;
    },

    setWritable(name, isWritable) {
      commit();
      writable.set(name, isWritable);
      rooms.get(name)?.setWritable(isWritable);
    },

    closeSeats(predicate, code, why = "") {
      for (const room of rooms.values()) for (const seat of room.seats) if (predicate(seat)) seat.close(code, why);
    },

    withDoc(name, read) {
      commit();
      return read(roomOf(name).document());
    },

    write(name, fill) {
      commit();
      const room = roomOf(name);
      const doc = room.document();
      const updates: Uint8Array[] = [];
      const onUpdate = (update: Uint8Array) => updates.push(update);
      doc.on("update", onUpdate);
      try {
        doc.transact(() => fill(doc));
        if (updates.length) change(name, Y.mergeUpdates(updates));
      } catch (error) {
        room.forgetDocument();
        throw error;
      } finally {
        doc.off("update", onUpdate);
      }
    },

    counts: () => ({ ...counts, rooms: rooms.size }),

    async stop() {
      if (isStopping) return;
      isStopping = true;
      clearInterval(tidying);
      commit();
      for (const room of rooms.values()) for (const seat of room.seats) seat.close(CLOSE.stopping, "try again");
      const until = performance.now() + 1_000;
      while (counts.seats > 0 && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 10));
      commit();
      for (const room of rooms.values()) {
        for (const seat of room.seats) seat.cut();
        room.close();
      }
      rooms.clear();
    },
  };
};
