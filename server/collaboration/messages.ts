import * as decoding from "lib0/decoding";
import * as Y from "yjs";

/** What a seat sent is not the protocol. */
export class Malformed extends Error {}

export type AwarenessEntry = { client: number; clock: number; state: Uint8Array };
export type Update = { bytes: Uint8Array; parts: ReturnType<typeof Y.decodeUpdate> };
export type Message =
  | { kind: "step1"; vector: Uint8Array }
  | { kind: "step2" | "update"; bytes: Uint8Array }
  | { kind: "awareness"; entries: AwarenessEntry[] }
  | { kind: "query-awareness" };

const checked = <T>(read: () => T): T => {
  try {
    return read();
  } catch {
    throw new Malformed();
  }
};

/**
 * The messages of one frame. The bytes of updates are not looked into yet: a read-only seat is refused by the header
 * alone. A message of an unknown type ends the frame.
 * @throws {Malformed}
 */
export const messagesOf = (data: Uint8Array): Message[] =>
  checked(() => {
    const decoder = decoding.createDecoder(data);
    const messages: Message[] = [];
    while (decoding.hasContent(decoder)) {
      const type = decoding.readVarUint(decoder);
      if (type === 0) {
        const step = decoding.readVarUint(decoder);
        const body = decoding.readVarUint8Array(decoder);
        if (step === 0) messages.push({ kind: "step1", vector: body });
        else if (step <= 2) messages.push({ kind: step === 1 ? "step2" : "update", bytes: body });
        else throw new Malformed();
      } else if (type === 1)
        messages.push({ kind: "awareness", entries: awarenessEntries(decoding.readVarUint8Array(decoder)) });
      else if (type === 3) messages.push({ kind: "query-awareness" });
      else break;
    }
    return messages;
  });

/** States are left as bytes of their JSON: most of what arrives is an echo and is dropped by its clock. */
const awarenessEntries = (bytes: Uint8Array): AwarenessEntry[] => {
  const decoder = decoding.createDecoder(bytes);
  const entries: AwarenessEntry[] = [];
  for (let left = decoding.readVarUint(decoder); left > 0; left--)
    entries.push({
      client: decoding.readVarUint(decoder),
      clock: decoding.readVarUint(decoder),
      state: decoding.readVarUint8Array(decoder),
    });
  return entries;
};

/**
 * An update taken apart, which proves that every client will be able to read it.
 * @throws {Malformed}
 */
export const updateOf = (bytes: Uint8Array): Update => checked(() => ({ bytes, parts: Y.decodeUpdate(bytes) }));

/** @throws {Malformed} */
export const vectorOf = (bytes: Uint8Array): Map<number, number> => checked(() => Y.decodeStateVector(bytes));
