// The two wire protocols, a raw protocol client, and cheap encoders/decoders for single edits.

import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { makeSocket } from "./wsraw.mjs";

export const TEXT = "t";
const enc = (f) => {
  const e = encoding.createEncoder();
  f(e);
  return encoding.toUint8Array(e);
};

// A Yjs v1 update that appends `str` to Y.Text `t`, after this client's own previous character.
export const appendUpdate = (client, clock, str, name = TEXT) =>
  enc((e) => {
    encoding.writeVarUint(e, 1);
    encoding.writeVarUint(e, 1);
    encoding.writeVarUint(e, client);
    encoding.writeVarUint(e, clock);
    if (clock === 0) {
      encoding.writeUint8(e, 4);
      encoding.writeVarUint(e, 1);
      encoding.writeVarString(e, name);
    } else {
      encoding.writeUint8(e, 0x84);
      encoding.writeVarUint(e, client);
      encoding.writeVarUint(e, clock - 1);
    }
    encoding.writeVarString(e, str);
    encoding.writeVarUint(e, 0);
  });

// [client, from, to) triples that an update carries, flat. Skips are left out.
export const updateRanges = (u8) => {
  const out = [];
  for (const s of Y.decodeUpdate(u8).structs) {
    if (s.constructor.name === "Skip") continue;
    const c = s.id.client;
    const a = s.id.clock;
    const b = a + s.length;
    const n = out.length;
    if (n && out[n - 3] === c && out[n - 1] === a) out[n - 1] = b;
    else out.push(c, a, b);
  }
  return out;
};

// The same bytes go to every reader, so each distinct message is decoded once a process.
class Memo {
  constructor(f) {
    this.f = f;
    this.m = new Map();
    this.hits = 0;
    this.misses = 0;
  }
  get(buf) {
    if (buf.length > 65536) {
      this.misses++;
      return this.f(buf);
    }
    const k = buf.latin1Slice(0, buf.length);
    let v = this.m.get(k);
    if (v === undefined) {
      this.misses++;
      v = this.f(buf);
      if (this.m.size > 4000) this.m.clear();
      this.m.set(k, v);
    } else this.hits++;
    return v;
  }
}
export const rangesMemo = new Memo(updateRanges);

export const awarenessBytes = (client, clock, stateJson) =>
  enc((e) => {
    encoding.writeVarUint(e, 1);
    encoding.writeVarUint(e, client);
    encoding.writeVarUint(e, clock);
    encoding.writeVarString(e, stateJson);
  });
export const awarenessEntries = (u8) => {
  const d = decoding.createDecoder(u8);
  const n = decoding.readVarUint(d);
  const out = [];
  for (let i = 0; i < n; i++) {
    out.push(decoding.readVarUint(d), decoding.readVarUint(d));
    decoding.readVarString(d);
  }
  return out;
};
export const awarenessMemo = new Memo(awarenessEntries);

const varUint8Array = (buf, pos) => {
  // -> subarray, no copy
  let len = 0;
  let mul = 1;
  let b;
  do {
    b = buf[pos++];
    len += (b & 127) * mul;
    mul *= 128;
  } while (b & 128);
  return buf.subarray(pos, pos + len);
};
const readVarUint = (buf, st) => {
  let v = 0;
  let mul = 1;
  let b;
  do {
    b = buf[st.p++];
    v += (b & 127) * mul;
    mul *= 128;
  } while (b & 128);
  return v;
};

export const clientUrl = (t, room) => {
  const base = t.url.replace(/\/+$/, "");
  const q = new URLSearchParams(t.query || {}).toString();
  const path = t.proto === "hocuspocus" ? "/" : `/${room.split("/").map(encodeURIComponent).join("/")}`;
  return base + path + (q ? `?${q}` : "");
};

export class PeerClient {
  // h: { onUpdate(update, now, client), onAwareness(bytes, now, client), onAck(now, client) }
  constructor(t, room, h = {}, opts = {}) {
    this.t = t;
    this.room = room;
    this.h = h;
    this.hocus = t.proto === "hocuspocus";
    this.prefix = this.hocus ? Buffer.from(enc((e) => encoding.writeVarString(e, room))) : Buffer.alloc(0);
    this.off = this.prefix.length;
    this.synced = false;
    this.msgsIn = 0;
    this.step2Bytes = 0;
    this.step2 = null;
    this.keepStep2 = !!opts.keepStep2;
    this.idx = opts.idx ?? 0;
    const per = t.clientOptions ? t.clientOptions(this.idx) : {};
    this.headers = { ...(t.headers || {}), ...(per.headers || {}) };
    const cookie = per.cookie || t.cookie;
    if (cookie) this.headers.Cookie = cookie;
    this.token = per.token || t.token || "bench";
    this.transport = opts.transport || "net";
    this.readOnlySync = !!opts.noStep2;
  }

  connect(timeoutMs = 30000) {
    this.t0 = performance.now();
    return new Promise((resolve, reject) => {
      const to = setTimeout(() => {
        reject(new Error("not synced in time"));
        this.close();
      }, timeoutMs);
      this._done = (now) => {
        clearTimeout(to);
        this.tSynced = now;
        resolve(this);
      };
      this.ws = makeSocket(this.transport, clientUrl(this.t, this.room), {
        headers: this.headers,
        onOpen: () => {
          this.tOpen = performance.now();
          this._hello();
        },
        onMessage: (m, now) => this._msg(m, now),
        onClose: (code, reason) => {
          this.closedBy = { code, reason };
          clearTimeout(to);
          this.h.onClose?.(code, reason, this);
          if (!this.synced) reject(new Error(`closed before sync: ${code || ""} ${reason || ""}`));
        },
      });
    });
  }

  _wrap(bytes) {
    return this.off ? Buffer.concat([this.prefix, bytes]) : bytes;
  }
  _hello() {
    if (this.hocus) {
      this.ws.send(
        this._wrap(
          enc((e) => {
            encoding.writeVarUint(e, 2);
            encoding.writeVarUint(e, 0);
            encoding.writeVarString(e, this.token);
          }),
        ),
      );
    } else this._step1();
  }

  _step1() {
    this.ws.send(this._wrap(Uint8Array.of(0, 0, 1, 0)));
  } // state vector of an empty doc

  sendUpdate(u8) {
    this.ws.send(
      this._wrap(
        enc((e) => {
          encoding.writeVarUint(e, 0);
          encoding.writeVarUint(e, 2);
          encoding.writeVarUint8Array(e, u8);
        }),
      ),
    );
  }

  sendAwareness(u8) {
    this.ws.send(
      this._wrap(
        enc((e) => {
          encoding.writeVarUint(e, 1);
          encoding.writeVarUint8Array(e, u8);
        }),
      ),
    );
  }

  _msg(m, now) {
    this.msgsIn++;
    const st = { p: this.off };
    if (this.hocus && m[0] !== this.prefix[0]) {
      st.p = 0;
      const n = readVarUint(m, st);
      st.p += n;
    } // another address length (session id)
    // stock y-websocket 3.x reads one message a frame; newer clients read on. Read on here, so both are counted.
    while (st.p < m.length) {
      const type = m[st.p++];
      if (type === 0 || (this.hocus && type === 4)) {
        const sub = m[st.p++];
        const body = varUint8Array(m, st.p);
        st.p = body.byteOffset - m.byteOffset + body.length;
        if (sub === 2) this.h.onUpdate?.(body, now, this);
        else if (sub === 1) {
          this.step2Bytes += body.length;
          if (this.keepStep2) this.step2 = Buffer.from(body);
          if (!this.synced) {
            this.synced = true;
            this._done(now);
          } else this.h.onUpdate?.(body, now, this);
        } else if (sub === 0 && !this.readOnlySync) {
          this.ws.send(this._wrap(Uint8Array.of(0, 1, 2, 0, 0))); // SyncStep2 with an empty update
        }
      } else if (type === 1) {
        const body = varUint8Array(m, st.p);
        st.p = body.byteOffset - m.byteOffset + body.length;
        this.h.onAwareness?.(body, now, this);
      } else if (this.hocus && type === 2) {
        const sub = readVarUint(m, st);
        if (sub === 2) this._step1();
        else if (sub === 1) this.ws.close();
        return;
      } else if (this.hocus && type === 8) {
        this.h.onAck?.(now, this, m[st.p++] === 1);
      } else return;
    }
  }

  close() {
    this.ws?.close();
  }
}
