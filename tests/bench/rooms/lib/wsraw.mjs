// Two WebSocket client transports with one interface.
//  net: a minimal RFC 6455 client on node:net. Costs about half the CPU of `ws` per received frame, so that
//       the load generator is not what saturates first on a 2-core machine.
//  ws:  the npm `ws` client.

import crypto from "node:crypto";
import net from "node:net";
import WebSocket from "ws";

const EMPTY = Buffer.alloc(0);

export class NetSocket {
  constructor(url, { headers = {}, onOpen, onMessage, onClose }) {
    const u = new URL(url);
    this.onOpen = onOpen;
    this.onMessage = onMessage;
    this.onClose = onClose;
    this.open = false;
    this.closed = false;
    this.bytesIn = 0;
    this.framesIn = 0;
    this.chunks = 0;
    this.buf = EMPTY;
    this.parts = null;
    this.partsLen = 0;
    this.need = 0;
    this.frag = null;
    this.mask = crypto.randomBytes(4);
    this.mask[0] |= 1;
    this.s = net.connect({ host: u.hostname, port: +u.port, noDelay: true });
    this.s.on("connect", () => {
      const h = {
        Host: u.host,
        Upgrade: "websocket",
        Connection: "Upgrade",
        "Sec-WebSocket-Key": crypto.randomBytes(16).toString("base64"),
        "Sec-WebSocket-Version": "13",
        ...headers,
      };
      this.s.write(
        `GET ${u.pathname}${u.search} HTTP/1.1\r\n` +
          Object.entries(h)
            .map(([k, v]) => `${k}: ${v}\r\n`)
            .join("") +
          "\r\n",
      );
    });
    this.s.on("data", (d) => this._data(d));
    this.s.on("error", (e) => {
      this.err = e;
    });
    this.s.on("close", () => {
      if (!this.closed) {
        this.closed = true;
        this.open = false;
        this.onClose?.(this.code, this.reason || this.err?.message);
      }
    });
  }

  _data(d) {
    this.bytesIn += d.length;
    this.chunks++;
    if (!this.open) {
      this.buf = this.buf.length ? Buffer.concat([this.buf, d]) : d;
      const i = this.buf.indexOf("\r\n\r\n");
      if (i < 0) return;
      const head = this.buf.subarray(0, i).toString("latin1");
      if (!/^HTTP\/1\.1 101/.test(head)) {
        this.reason = head.split("\r\n")[0];
        this.s.destroy();
        return;
      }
      this.open = true;
      d = this.buf.subarray(i + 4);
      this.buf = EMPTY;
      this.onOpen?.();
      if (!d.length) return;
    }
    if (this.parts) {
      // a large frame is under way: gather without copying until it is whole
      this.parts.push(d);
      this.partsLen += d.length;
      if (this.partsLen < this.need) return;
      d = Buffer.concat(this.parts, this.partsLen);
      this.parts = null;
    }
    this._parse(d, performance.now());
  }

  _parse(b, now) {
    let p = 0;
    const end = b.length;
    while (end - p >= 2) {
      const b0 = b[p];
      let len = b[p + 1] & 127;
      let h = 2;
      if (len === 126) {
        if (end - p < 4) break;
        len = b.readUInt16BE(p + 2);
        h = 4;
      } else if (len === 127) {
        if (end - p < 10) break;
        len = Number(b.readBigUInt64BE(p + 2));
        h = 10;
      }
      if (end - p < h + len) {
        this._wait(b, p, h + len);
        return;
      }
      const pay = b.subarray(p + h, p + h + len);
      p += h + len;
      const op = b0 & 15;
      if (op === 2 || op === 1 || op === 0) {
        if (b0 & 128) {
          this.framesIn++;
          if (this.frag) {
            this.frag.push(pay);
            const m = Buffer.concat(this.frag);
            this.frag = null;
            this.onMessage(m, now);
          } else this.onMessage(pay, now);
        } else {
          this.frag ||= [];
          this.frag.push(Buffer.from(pay));
        }
      } else if (op === 9) this._frame(pay, 0x8a);
      else if (op === 8) {
        this.code = len >= 2 ? pay.readUInt16BE(0) : 1005;
        this.reason = pay.subarray(2).toString();
        this._frame(pay, 0x88);
        this.s.end();
      }
      if (this.closed) return;
    }
    if (p < end) this._wait(b, p, 0);
  }

  _wait(b, p, need) {
    const rest = Buffer.from(b.subarray(p));
    this.parts = [rest];
    this.partsLen = rest.length;
    this.need = need || rest.length + 1;
  }

  _frame(data, op) {
    const n = data.length;
    const m = this.mask;
    const h = n < 126 ? 2 : n < 65536 ? 4 : 10;
    const f = Buffer.allocUnsafe(h + 4 + n);
    f[0] = op;
    if (h === 2) f[1] = 128 | n;
    else if (h === 4) {
      f[1] = 254;
      f.writeUInt16BE(n, 2);
    } else {
      f[1] = 255;
      f.writeBigUInt64BE(BigInt(n), 2);
    }
    f[h] = m[0];
    f[h + 1] = m[1];
    f[h + 2] = m[2];
    f[h + 3] = m[3];
    for (let i = 0, o = h + 4; i < n; i++) f[o + i] = data[i] ^ m[i & 3];
    return this.s.write(f);
  }

  send(data) {
    if (this.open && !this.closed) return this._frame(data, 0x82);
  }
  get buffered() {
    return this.s.writableLength;
  }
  pause() {
    this.s.pause();
  }
  resume() {
    this.s.resume();
  }
  close() {
    this.closed = true;
    this.open = false;
    this.s.destroy();
  }
}

export class WsSocket {
  constructor(url, { headers = {}, onOpen, onMessage, onClose }) {
    this.bytesIn = 0;
    this.framesIn = 0;
    this.chunks = 0;
    this.closed = false;
    this.open = false;
    this.w = new WebSocket(url, { headers, perMessageDeflate: false });
    this.w.binaryType = "nodebuffer";
    this.w.on("open", () => {
      this.open = true;
      onOpen?.();
    });
    this.w.on("message", (m) => {
      this.bytesIn += m.length;
      this.framesIn++;
      onMessage(m, performance.now());
    });
    this.w.on("error", (e) => {
      this.err = e;
    });
    this.w.on("close", (c, r) => {
      if (!this.closed) {
        this.closed = true;
        this.open = false;
        onClose?.(c, String(r) || this.err?.message);
      }
    });
  }

  send(d) {
    if (this.open) this.w.send(d);
  }
  get buffered() {
    return this.w.bufferedAmount;
  }
  pause() {
    this.w.pause();
  }
  resume() {
    this.w.resume();
  }
  close() {
    this.closed = true;
    this.open = false;
    this.w.terminate();
  }
}
export const makeSocket = (transport, url, o) => (transport === "ws" ? new WsSocket(url, o) : new NetSocket(url, o));
