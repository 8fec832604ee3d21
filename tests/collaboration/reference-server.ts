import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { type WebSocket, WebSocketServer } from "ws";
import * as awarenessProtocol from "y-protocols/awareness";
import * as syncProtocol from "y-protocols/sync";
import * as Y from "yjs";
import { atEnd } from "./running-rooms.ts";

type Room = { doc: Y.Doc; awareness: awarenessProtocol.Awareness; seats: Map<WebSocket, Set<number>> };

const message = (kind: number, fill: (encoder: encoding.Encoder) => void): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, kind);
    fill(encoder);
  });

const present = ({ awareness }: Room, clients: number[]): Uint8Array =>
  message(1, (encoder) =>
    encoding.writeVarUint8Array(encoder, awarenessProtocol.encodeAwarenessUpdate(awareness, clients)),
  );

const openRoom = (): Room => {
  const doc = new Y.Doc();
  const awareness = new awarenessProtocol.Awareness(doc);
  awareness.setLocalState(null);
  const room: Room = { doc, awareness, seats: new Map() };
  const tell = (bytes: Uint8Array) => {
    for (const seat of room.seats.keys()) seat.send(bytes, () => undefined);
  };
  doc.on("update", (update: Uint8Array) => tell(message(0, (encoder) => syncProtocol.writeUpdate(encoder, update))));
  awareness.on(
    "update",
    (
      { added, updated, removed }: { added: number[]; updated: number[]; removed: number[] },
      seat: WebSocket | null,
    ) => {
      const owned = seat ? room.seats.get(seat) : undefined;
      for (const client of added) owned?.add(client);
      tell(present(room, [...added, ...updated, ...removed]));
    },
  );
  return room;
};

const hear = (room: Room, seat: WebSocket, data: Uint8Array): void => {
  const decoder = decoding.createDecoder(data);
  const kind = decoding.readVarUint(decoder);
  if (kind === 0) {
    const answer = message(0, (encoder) => syncProtocol.readSyncMessage(decoder, encoder, room.doc, seat));
    if (answer.length > 1) seat.send(answer);
  } else if (kind === 1)
    awarenessProtocol.applyAwarenessUpdate(room.awareness, decoding.readVarUint8Array(decoder), seat);
  else if (kind === 3) seat.send(present(room, [...room.awareness.getStates().keys()]));
};

/**
 * The protocol as its own library reads it (y-protocols): a document a room, kept in memory. What this does for stock
 * providers is what ours must do.
 */
export const startReference = async (): Promise<string> => {
  const rooms = new Map<string, Room>();
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  sockets.on("connection", (seat, { url = "" }) => {
    const room = rooms.get(url) ?? openRoom();
    rooms.set(url, room);
    room.seats.set(seat, new Set());
    seat.on("message", (data: Buffer) => hear(room, seat, data));
    seat.on("close", () => {
      const owned = [...(room.seats.get(seat) ?? [])];
      room.seats.delete(seat);
      awarenessProtocol.removeAwarenessStates(room.awareness, owned, null);
    });
    seat.send(message(0, (encoder) => syncProtocol.writeSyncStep1(encoder, room.doc)));
    const states = [...room.awareness.getStates().keys()];
    if (states.length) seat.send(present(room, states));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  atEnd(() => {
    for (const seat of sockets.clients) seat.terminate();
    for (const { awareness, doc } of rooms.values()) {
      awareness.destroy();
      doc.destroy();
    }
    server.close();
  });
  return `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
