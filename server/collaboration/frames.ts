/** Messages of the y-websocket protocol and the WebSocket frames that carry them, made by hand: each is made once for all seats. */
const SYNC = 0;
const AWARENESS = 1;
const AUTH = 2;

const varUintSize = (value: number): number => {
  let size = 1;
  for (let rest = value; rest > 127; rest = Math.floor(rest / 128)) size++;
  return size;
};

const writeVarUint = (out: Uint8Array, at: number, value: number): number => {
  let rest = value;
  let position = at;
  while (rest > 127) {
    out[position++] = (rest & 127) | 128;
    rest = Math.floor(rest / 128);
  }
  out[position++] = rest;
  return position;
};

const headSize = (length: number): number => (length < 126 ? 2 : length < 65536 ? 4 : 10);

const writeHead = (out: Buffer, at: number, length: number, opcode: number): number => {
  out[at] = 0x80 | opcode;
  if (length < 126) out[at + 1] = length;
  else if (length < 65536) {
    out[at + 1] = 126;
    out.writeUInt16BE(length, at + 2);
  } else {
    out[at + 1] = 127;
    out.writeBigUInt64BE(BigInt(length), at + 2);
  }
  return at + headSize(length);
};

/** One unmasked frame (RFC 6455 §5.2) around a payload. */
export const frame = (payload: Uint8Array, kind: "binary" | "text" = "binary"): Buffer => {
  const out = Buffer.allocUnsafe(headSize(payload.length) + payload.length);
  out.set(payload, writeHead(out, 0, payload.length, kind === "binary" ? 2 : 1));
  return out;
};

/**
 * Sync messages in one buffer, each in a frame of its own: y-websocket 3 reads one message a frame and drops the rest.
 * Kinds are those of y-protocols: a step 1 carries a state vector, a step 2 and an update carry an update.
 */
export const syncFrames = (kind: "step1" | "step2" | "update", bodies: readonly Uint8Array[]): Buffer => {
  const sizes = bodies.map((body) => 2 + varUintSize(body.length) + body.length);
  const out = Buffer.allocUnsafe(sizes.reduce((sum, size) => sum + headSize(size) + size, 0));
  let at = 0;
  bodies.forEach((body, index) => {
    at = writeHead(out, at, sizes[index] ?? 0, 2);
    out[at++] = SYNC;
    out[at++] = kind === "step1" ? 0 : kind === "step2" ? 1 : 2;
    at = writeVarUint(out, at, body.length);
    out.set(body, at);
    at += body.length;
  });
  return out;
};

/** `update` is in the format of y-protocols/awareness. */
export const awarenessFrame = (update: Uint8Array): Buffer => {
  const payload = new Uint8Array(1 + varUintSize(update.length) + update.length);
  payload[0] = AWARENESS;
  payload.set(update, writeVarUint(payload, 1, update.length));
  return frame(payload);
};

/** The y-protocols answer to one who may not do what was asked. */
export const deniedFrame = (reason: string): Buffer => {
  const text = Buffer.from(reason);
  const payload = new Uint8Array(2 + varUintSize(text.length) + text.length);
  payload[0] = AUTH;
  payload[1] = 0;
  payload.set(text, writeVarUint(payload, 2, text.length));
  return frame(payload);
};

/** Our word for «you may write now»; stock clients read only the denial and pass over other auth messages. */
export const grantedFrame = (): Buffer => frame(Uint8Array.of(AUTH, 1));

/** A state that says nothing; it keeps a y-websocket client from taking a quiet room for a dead connection. */
export const QUIET_FRAME = awarenessFrame(Uint8Array.of(0));
