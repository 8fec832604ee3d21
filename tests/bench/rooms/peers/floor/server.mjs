// The floor: no Yjs at all. Bytes that arrive in a room go out to the room.
//  FLOOR_MODE=ws    ws.send() for each other member: what a plain broadcast with the `ws` package costs
//  FLOOR_MODE=tick  each message is framed once; all frames of one event-loop turn go out as one buffer, with one
//                   socket write for each member (the sender gets its own back, which serves as an acknowledgement)
//  FLOOR_LOG=1      with tick: append every update of the turn to SQLite (WAL) in one transaction before the write;
//                   FLOOR_SYNC=FULL|NORMAL picks PRAGMA synchronous
// A joiner gets the largest update seen (the benchmark's seed snapshot) as SyncStep2, or the log when there is one.
import http from "node:http";
import { WebSocketServer } from "ws";

const mode = process.env.FLOOR_MODE || "ws";
let db = null;
if (process.env.FLOOR_LOG) {
  const { default: Database } = await import("better-sqlite3");
  const d = new Database(`${process.env.DATA_DIR}/log.sqlite`);
  d.pragma("journal_mode = WAL");
  d.pragma(`synchronous = ${process.env.FLOOR_SYNC || "FULL"}`);
  d.exec("create table if not exists log (id integer primary key, room text not null, u blob not null)");
  const ins = d.prepare("insert into log (room, u) values (?, ?)");
  db = {
    put: d.transaction((room, list) => {
      for (const u of list) ins.run(room, u);
    }),
    all: d.prepare("select u from log where room = ? order by id"),
  };
}
const frame = (b) => {
  const n = b.length;
  const h = n < 126 ? 2 : n < 65536 ? 4 : 10;
  const f = Buffer.allocUnsafe(h + n);
  f[0] = 0x82;
  if (h === 2) f[1] = n;
  else if (h === 4) {
    f[1] = 126;
    f.writeUInt16BE(n, 2);
  } else {
    f[1] = 127;
    f.writeBigUInt64BE(BigInt(n), 2);
  }
  b.copy(f, h);
  return f;
};
const varint = (n) => {
  const a = [];
  while (n > 127) {
    a.push((n & 127) | 128);
    n = Math.floor(n / 128);
  }
  a.push(n);
  return Buffer.from(a);
};
const vu = (b, st) => {
  let v = 0;
  let k = 1;
  let x;
  do {
    x = b[st.p++];
    v += (x & 127) * k;
    k *= 128;
  } while (x & 128);
  return v;
};
const rooms = new Map();
const getRoom = (name) => {
  const r = rooms.get(name) ?? {
    name,
    members: new Set(),
    big: Buffer.from([0, 0]),
    clocks: new Map(),
    q: [],
    log: [],
    timer: false,
  };
  rooms.set(name, r);
  return r;
};
const flush = (r) => {
  r.timer = false;
  const q = r.q;
  r.q = [];
  if (db && r.log.length) {
    const l = r.log;
    r.log = [];
    db.put(r.name, l);
  }
  const out = q.length === 1 ? frame(q[0]) : Buffer.concat(q.map(frame));
  for (const m of r.members) m._socket.write(out);
};
const step1 = Buffer.from([0, 0, 1, 0]);
const wss = new WebSocketServer({ noServer: true, perMessageDeflate: false });
wss.on("connection", (ws, req) => {
  const r = getRoom(decodeURIComponent(req.url.slice(1).split("?")[0]));
  r.members.add(ws);
  ws.on("close", () => r.members.delete(ws));
  ws.on("error", () => {});
  ws.on("message", (m) => {
    if (m[0] === 0 && m[1] === 0) {
      if (db) for (const { u } of db.all.iterate(r.name)) ws.send(u);
      ws.send(Buffer.concat([Buffer.from([0, 1]), varint(r.big.length), r.big]));
      return;
    }
    if (m[0] === 0 && m[1] === 1) return;
    if (m.length > 4096 && m.length > r.big.length) {
      // the seed snapshot
      let p = 2;
      let len = 0;
      let mul = 1;
      let b;
      do {
        b = m[p++];
        len += (b & 127) * mul;
        mul *= 128;
      } while (b & 128);
      r.big = Buffer.from(m.subarray(p, p + len));
    }
    if (m[0] === 1) {
      // awareness: pass each (client, clock) on once, or the echoes of stock providers multiply
      const st = { p: 1 };
      vu(m, st);
      vu(m, st);
      const id = vu(m, st);
      const clock = vu(m, st);
      if ((r.clocks.get(id) ?? -1) >= clock) return;
      r.clocks.set(id, clock);
    }
    if (mode === "ws") {
      for (const o of r.members) if (o !== ws && o.readyState === 1) o.send(m);
    } else {
      r.q.push(m);
      if (db && m[0] === 0) r.log.push(m);
      if (!r.timer) {
        r.timer = true;
        setImmediate(flush, r);
      }
    }
  });
  ws.send(step1);
});
const server = http.createServer((_q, s) => {
  s.writeHead(200);
  s.end("okay");
});
server.on("upgrade", (req, socket, head) =>
  wss.handleUpgrade(req, socket, head, (ws) => wss.emit("connection", ws, req)),
);
server.listen(+process.env.PORT, "127.0.0.1");
process.on("SIGTERM", () => process.exit(0));
