import * as encoding from "lib0/encoding";
import * as Y from "yjs";

/** Messages of the protocol as a client would send them, made with the library instead of with our own code. */
export const syncMessage = (step: 0 | 1 | 2, body: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, body);
  });

export const awarenessMessage = (entries: { client: number; clock: number; state: string }[]): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint8Array(
      encoder,
      encoding.encode((inner) => {
        encoding.writeVarUint(inner, entries.length);
        for (const { client, clock, state } of entries) {
          encoding.writeVarUint(inner, client);
          encoding.writeVarUint(inner, clock);
          encoding.writeVarString(inner, state);
        }
      }),
    );
  });

/** The updates that a document makes while it is changed. */
export const updatesOf = (change: (doc: Y.Doc) => void, doc = new Y.Doc()): Uint8Array[] => {
  const updates: Uint8Array[] = [];
  const keep = (update: Uint8Array) => updates.push(update);
  doc.on("update", keep);
  change(doc);
  doc.off("update", keep);
  return updates;
};

export const isUpdate = (frame: Uint8Array) => frame[0] === 0 && frame[1] === 2;
export const isAwareness = (frame: Uint8Array) => frame[0] === 1;
export const isDenial = (frame: Uint8Array) => frame[0] === 2 && frame[1] === 0;
export const isGrant = (frame: Uint8Array) => frame[0] === 2 && frame[1] === 1;
