// The load generator: its own process, one cell a process. Takes one message over IPC, answers with one result.
import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import * as Y from "yjs";
import { Hist, quantile } from "./lib/hist.mjs";
import { cpuTotals, descendants, usage } from "./lib/proc.mjs";
import { appendUpdate, awarenessBytes, awarenessMemo, PeerClient, rangesMemo, TEXT } from "./lib/proto.mjs";
import { hashDoc, seedHistory } from "./lib/seed.mjs";

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const round = (x, d = 3) => (x == null ? null : Math.round(x * 10 ** d) / 10 ** d);
const BASE_ID = 0x60000000;
const REST_MS = 30_000;

// ---- server and generator cost between two points in time
class Meter {
  constructor(pid) {
    this.pid = pid;
    this.pids = pid ? descendants(pid) : [];
    this.peak = 0;
    this.timer = setInterval(() => this.sample(), 200);
    this.timer.unref();
  }
  sample() {
    if (this.pids.length) this.peak = Math.max(this.peak, usage(this.pids).rss);
  }
  begin() {
    this.pids = this.pid ? descendants(this.pid) : [];
    this.a = this.point();
    this.peak = 0;
    this.sample();
    this.el = monitorEventLoopDelay({ resolution: 5 });
    this.el.enable();
  }
  point() {
    return { t: performance.now(), s: usage(this.pids), g: process.cpuUsage(), all: cpuTotals() };
  }
  end() {
    this.sample();
    this.el.disable();
    const b = this.point();
    const a = this.a;
    const sec = (b.t - a.t) / 1000;
    const gen = (b.g.user + b.g.system - a.g.user - a.g.system) / 1e6;
    return {
      sec: round(sec, 2),
      srvCpu: this.pids.length ? round(b.s.cpu - a.s.cpu, 2) : null,
      srvCpuPct: this.pids.length ? round(((b.s.cpu - a.s.cpu) / sec) * 100, 1) : null,
      rssMB: this.pids.length ? round(b.s.rss / 1048576, 1) : null,
      rssPeakMB: this.pids.length ? round(this.peak / 1048576, 1) : null,
      genCpuPct: round((gen / sec) * 100, 1),
      genLagP99: round(this.el.percentile(99) / 1e6, 1),
      stealPct: round(((b.all.steal - a.all.steal) / Math.max(0.01, b.all.total - a.all.total)) * 100, 1),
    };
  }
}

// ---- who sent which clock when, and what each reader has got of it
class Tracker {
  constructor(nReaders, nWriters) {
    this.nW = nWriters;
    this.nR = nReaders;
    this.sent = Array.from({ length: nWriters }, () => new Float64Array(1024));
    this.clock = new Int32Array(nWriters);
    this.seen = new Int32Array(nReaders * nWriters);
    this.hist = new Hist();
    this.ack = new Hist();
    this.delivered = 0;
    this.gaps = 0;
    this.frames = 0;
    this.lastAt = 0;
    this.recordFrom = Infinity;
  }

  ensure(w, n) {
    if (n >= this.sent[w].length) {
      const f = new Float64Array(n * 2);
      f.set(this.sent[w]);
      this.sent[w] = f;
    }
  }
  next(w, now) {
    const c = this.clock[w]++;
    this.ensure(w, c);
    this.sent[w][c] = now;
    return c;
  }
  // ranges: flat [client, from, to]
  got(reader, ranges, now) {
    for (let i = 0; i < ranges.length; i += 3) {
      const w = ranges[i] - BASE_ID;
      if (w < 0 || w >= this.nW) continue;
      const k = reader * this.nW + w;
      const have = this.seen[k];
      let from = ranges[i + 1];
      const to = ranges[i + 2];
      if (to <= have) continue;
      if (from > have) {
        this.gaps++;
      } else from = have;
      this.seen[k] = to;
      if (w === reader) {
        for (let c = from; c < to; c++) {
          const s = this.sent[w][c];
          if (s >= this.recordFrom) this.ack.add(now - s);
        }
        continue;
      }
      for (let c = from; c < to; c++) {
        const s = this.sent[w][c];
        if (s >= this.recordFrom) {
          this.hist.add(now - s);
          this.delivered++;
        }
      }
      this.lastAt = now;
    }
  }

  complete() {
    for (let r = 0; r < this.nR; r++)
      for (let w = 0; w < this.nW; w++) if (r !== w && this.seen[r * this.nW + w] < this.clock[w]) return false;
    return true;
  }

  missing() {
    let m = 0;
    for (let r = 0; r < this.nR; r++)
      for (let w = 0; w < this.nW; w++) if (r !== w) m += Math.max(0, this.clock[w] - this.seen[r * this.nW + w]);
    return m;
  }
}

const connectAll = async (make, n, width = 25) => {
  const out = new Array(n);
  let i = 0;
  await Promise.all(
    Array.from({ length: Math.min(width, n) }, async () => {
      while (i < n) {
        const k = i++;
        out[k] = await make(k);
      }
    }),
  );
  return out;
};

// ---- a client that edits: raw protocol, or a stock provider over a real Y.Doc
const makeClients = async (cfg, tr) => {
  const { t, room, n } = cfg;
  if (cfg.client === "provider") {
    const { WebsocketProvider } = await import("y-websocket");
    const { default: WebSocket } = await import("ws");
    const base = t.url.replace(/\/+$/, "");
    return connectAll(
      (i) =>
        new Promise((resolve, reject) => {
          const doc = new Y.Doc();
          doc.clientID = BASE_ID + i;
          const per = t.clientOptions ? t.clientOptions(i) : {};
          const headers = { ...t.headers, ...per.headers };
          if (per.cookie || t.cookie) headers.Cookie = per.cookie || t.cookie;
          class WS extends WebSocket {
            constructor(u, p) {
              super(u, p, { headers, perMessageDeflate: false });
            }
          }
          const p = new WebsocketProvider(base, room, doc, {
            WebSocketPolyfill: WS,
            disableBc: true,
            params: t.query || {},
          });
          const text = doc.getText(TEXT);
          doc.on("update", (u, origin) => {
            if (origin === p) {
              tr.frames++;
              tr.got(i, rangesMemo.get(Buffer.from(u.buffer, u.byteOffset, u.length)), performance.now());
            }
          });
          const to = setTimeout(() => reject(new Error("provider not synced")), 30000);
          const c = {
            i,
            edit: (now) => {
              tr.next(i, now);
              text.insert(text.length, "x");
            },
            aware: (o) => p.awareness.setLocalState(o),
            close: () => p.destroy(),
          };
          p.once("sync", () => {
            clearTimeout(to);
            resolve(c);
          });
        }),
      n,
      10,
    );
  }
  return connectAll(async (i) => {
    const fifo = [];
    const c = new PeerClient(
      t,
      room,
      {
        onUpdate: (u, now) => {
          tr.frames++;
          tr.got(i, rangesMemo.get(u), now);
        },
        onAck: (now) => {
          const s = fifo.shift();
          if (s >= tr.recordFrom) tr.ack.add(now - s);
        },
        onAwareness: cfg.onAwareness && ((u, now) => cfg.onAwareness(i, c, u, now)),
        onClose: (_code, _reason) => {
          if (!cfg.closing) cfg.dropped = (cfg.dropped || 0) + 1;
        },
      },
      { idx: i, transport: cfg.client === "ws" ? "ws" : "net" },
    );
    await c.connect();
    c.i = i;
    c.edit = (now) => {
      const k = tr.next(i, now);
      if (c.hocus) fifo.push(now);
      c.sendUpdate(appendUpdate(BASE_ID + i, k, "x"));
    };
    return c;
  }, n);
};

// Open loop: `rate` events a second in all, handed to `fire(k)`; late ticks catch up, none is skipped.
const drive = async (rate, sec, fire) => {
  const t0 = performance.now();
  const total = Math.round(rate * sec);
  let k = 0;
  await new Promise((resolve) => {
    const tick = () => {
      const due = Math.min(total, Math.floor(((performance.now() - t0) / 1000) * rate) + 1);
      while (k < due) fire(k++);
      if (k >= total) {
        clearInterval(h);
        resolve();
      }
    };
    const h = setInterval(tick, 2);
    tick();
  });
  return { count: k, sec: (performance.now() - t0) / 1000 };
};
const drain = async (tr, maxMs) => {
  const until = performance.now() + maxMs;
  while (!tr.complete() && performance.now() < until) await sleep(10);
};

const editing = async (cfg, writers, rate) => {
  const tr = new Tracker(cfg.n, cfg.n);
  const meter = new Meter(cfg.pid);
  const cs = await makeClients(cfg, tr);
  await sleep(400);
  meter.begin();
  await sleep(300);
  const idle = meter.end();
  const order = Array.from({ length: writers }, (_, i) => i);
  const fire = (k) => {
    if (k % writers === 0)
      for (let i = writers - 1; i > 0; i--) {
        const j = (Math.random() * (i + 1)) | 0;
        [order[i], order[j]] = [order[j], order[i]];
      }
    cs[order[k % writers]].edit(performance.now());
  };
  await drive(rate, cfg.warm, fire);
  await drain(tr, 5000);
  const f0 = tr.frames;
  tr.recordFrom = performance.now();
  meter.begin();
  const d = await drive(rate, cfg.sec, fire);
  const tEnd = performance.now();
  await drain(tr, cfg.drainMs || 8000);
  const m = meter.end();
  const readers = writers === 1 ? cfg.n - 1 : cfg.n;
  const expected = d.count * (cfg.n - 1);
  const r = {
    latency: tr.hist.summary(),
    ack: tr.ack.n ? tr.ack.summary() : null,
    sent: d.count,
    sentPerSec: round(d.count / d.sec, 1),
    expected,
    delivered: tr.delivered,
    missing: tr.missing(),
    gaps: tr.gaps,
    dropped: cfg.dropped || 0,
    framesPerReaderPerSec: round((tr.frames - f0) / cfg.n / d.sec, 1),
    convergeMs: round(Math.max(0, tr.lastAt - tEnd), 1),
    readers,
    server: m,
    idleRssMB: idle.rssMB,
  };
  cfg.closing = true;
  for (const c of cs) c.close();
  return r;
};

/** Updates of a text that several people have edited here and there, as people do: it does not melt into one piece. */
const scattered = (count) => {
  const doc = new Y.Doc();
  doc.clientID = BASE_ID;
  const updates = [];
  doc.on("update", (u) => updates.push(u));
  const text = doc.getText(TEXT);
  for (let k = 0; k < count; k++) {
    doc.clientID = BASE_ID + (k % 6);
    text.insert((k * 7919) % (text.length + 1), "word ");
  }
  return updates;
};

const scenarios = {
  fanout: (cfg) => editing(cfg, 1, cfg.rate),
  allwrite: (cfg) => editing(cfg, cfg.n, cfg.rate * cfg.n),

  async saturate(cfg) {
    const tr = new Tracker(cfg.n, cfg.n);
    const meter = new Meter(cfg.pid);
    const cs = await makeClients(cfg, tr);
    const W = Math.min(cfg.writers, cfg.n);
    await drive(50, 1, (k) => cs[k % W].edit(performance.now()));
    await drain(tr, 5000);
    const steps = [];
    const step = async (rate) => {
      await drive(rate, 0.5, (k) => cs[k % W].edit(performance.now()));
      tr.hist.reset();
      tr.delivered = 0;
      tr.recordFrom = performance.now();
      const f0 = tr.frames;
      meter.begin();
      const d = await drive(rate, cfg.sec, (k) => cs[k % W].edit(performance.now()));
      const cost = meter.end();
      await drain(tr, 4000);
      const l = tr.hist.summary();
      const whole = tr.complete();
      const s = {
        rate,
        achieved: round(d.count / d.sec, 0),
        p50: l.p50,
        p95: l.p95,
        whole,
        missing: tr.missing(),
        framesPerReaderPerSec: round((tr.frames - f0) / cfg.n / d.sec, 0),
        srvCpuPct: cost.srvCpuPct,
        genCpuPct: cost.genCpuPct,
        rssMB: cost.rssPeakMB,
      };
      s.ok = whole && l.p95 <= cfg.limitMs && s.achieved >= rate * 0.95 && !cfg.dropped;
      steps.push(s);
      if (!whole) await drain(tr, 8000);
      await sleep(200);
      return s;
    };
    const until = performance.now() + cfg.maxSec * 1000;
    let lo = null;
    let hi = null;
    let rate = cfg.startRate;
    while (performance.now() < until && rate <= cfg.maxRate) {
      // smaller steps near the knee
      const s = await step(Math.round(rate));
      if (!s.ok) {
        hi = s;
        break;
      }
      lo = s;
      const busy = Math.max(s.srvCpuPct ?? s.genCpuPct, s.genCpuPct);
      rate *= busy > 90 || s.p95 > cfg.limitMs / 4 ? 1.15 : busy > 70 ? 1.35 : 1.8;
    }
    if (hi && !tr.complete()) await drain(tr, 10000);
    for (let i = 0; i < 2 && lo && hi && hi.rate / lo.rate > 1.12 && tr.complete() && performance.now() < until; i++) {
      // only when it has caught up again
      const s = await step(Math.round(Math.sqrt(lo.rate * hi.rate)));
      if (s.ok) lo = s;
      else {
        hi = s;
        if (!tr.complete()) await drain(tr, 10000);
      }
    }
    cfg.closing = true;
    for (const c of cs) c.close();
    const bound =
      hi == null
        ? lo?.genCpuPct > 90
          ? "generator"
          : "ladder end"
        : hi.genCpuPct > 92 && hi.srvCpuPct < 85
          ? "generator"
          : "server";
    return {
      max: lo ? lo.achieved : 0,
      deliveriesPerSec: lo ? lo.achieved * (cfg.n - 1) : 0,
      at: lo,
      failed: hi,
      bound,
      steps,
    };
  },

  async awareness(cfg) {
    const { n } = cfg;
    const sent = Array.from({ length: n }, () => new Float64Array(4096));
    const clock = new Int32Array(n);
    const seen = new Int32Array(n * n);
    const hist = new Hist();
    let from = Infinity;
    let msgs = 0;
    let entries = 0;
    let echoes = 0;
    let lastAt = 0;
    const echo = cfg.echo;
    cfg.onAwareness = (i, c, u, now) => {
      msgs++;
      const e = awarenessMemo.get(u);
      let fresh = false;
      for (let j = 0; j < e.length; j += 2) {
        const w = e[j] - BASE_ID;
        const ck = e[j + 1];
        if (w < 0 || w >= n || w === i) continue;
        entries++;
        if (ck <= seen[i * n + w]) continue;
        seen[i * n + w] = ck;
        fresh = true;
        lastAt = now;
        const s = sent[w][ck];
        if (s >= from) hist.add(now - s);
      }
      // The stock WebsocketProvider sends every remote awareness change back to the server (its update handler
      // does not look at the origin). A benchmark without that would flatter the servers.
      if (fresh && echo) {
        echoes++;
        c.sendAwareness(u);
      }
    };
    const tr = new Tracker(n, 1);
    const meter = new Meter(cfg.pid);
    const cs = await makeClients(cfg, tr);
    const fire = (k) => {
      const i = k % n;
      const ck = ++clock[i];
      sent[i][ck] = performance.now();
      cs[i].sendAwareness(
        awarenessBytes(
          BASE_ID + i,
          ck,
          JSON.stringify({
            user: { name: `Participant ${i}`, color: "#30bced" },
            cursor: { x: (k * 37) % 4000, y: (k * 91) % 3000, page: "board" },
          }),
        ),
      );
    };
    await drive(n * cfg.rate, cfg.warm, fire);
    await sleep(800);
    from = performance.now();
    msgs = 0;
    entries = 0;
    echoes = 0;
    meter.begin();
    const d = await drive(n * cfg.rate, cfg.sec, fire);
    const tEnd = performance.now();
    const fin = () => {
      for (let r = 0; r < n; r++) for (let w = 0; w < n; w++) if (r !== w && seen[r * n + w] < clock[w]) return false;
      return true;
    };
    const until = performance.now() + 8000;
    while (!fin() && performance.now() < until) await sleep(10);
    const m = meter.end();
    cfg.closing = true;
    for (const c of cs) c.close();
    return {
      latency: hist.summary(),
      sent: d.count,
      sentPerSec: round(d.count / d.sec, 1),
      messages: msgs,
      entries,
      echoes,
      full: fin(),
      msgsPerReaderPerSec: round(msgs / n / d.sec, 1),
      convergeMs: round(Math.max(0, lastAt - tEnd), 1),
      server: m,
      dropped: cfg.dropped || 0,
    };
  },

  // One member stops reading while a writer sends big updates: what does the server's memory do, do the others
  // notice, and is the slow one whole again, cut off, or silently behind after it reads on?
  async slow(cfg) {
    const tr = new Tracker(cfg.n, 1);
    const meter = new Meter(cfg.pid);
    const cs = await makeClients(cfg, tr);
    const doc = new Y.Doc();
    doc.clientID = BASE_ID;
    const map = doc.getMap("big");
    doc.on("update", (u) => cs[0].sendUpdate(u));
    const fire = () => {
      tr.next(0, performance.now());
      map.set("k", "x".repeat(cfg.bytes - 8) + String(tr.clock[0]).padStart(8));
    };
    // the same flow while all read: what the process grows by then (code, caches, heap) is not the slow one's
    meter.begin();
    await drive(cfg.rate, cfg.sec, fire);
    await sleep(800);
    const calm = meter.end();
    const slow = cs[cfg.n - 1];
    slow.ws.pause();
    tr.recordFrom = performance.now();
    meter.begin();
    const d = await drive(cfg.rate, cfg.sec, fire);
    const until = performance.now() + 3000;
    const others = () => {
      for (let r = 1; r < cfg.n - 1; r++) if (tr.seen[r] < tr.clock[0]) return false;
      return true;
    };
    while (!others() && performance.now() < until) await sleep(10);
    const m = meter.end();
    const latency = tr.hist.summary();
    const ok = others();
    slow.ws.resume();
    const end = performance.now() + 10000;
    while (performance.now() < end && !slow.closedBy && tr.seen[cfg.n - 1] < tr.clock[0]) await sleep(20);
    const outcome = slow.closedBy
      ? `closed ${slow.closedBy.code ?? ""}`
      : tr.seen[cfg.n - 1] >= tr.clock[0] && tr.gaps === 0
        ? "whole"
        : "behind";
    cfg.closing = true;
    for (const c of cs) c.close();
    return {
      latency,
      sent: d.count,
      sentMB: round((d.count * cfg.bytes) / 1048576, 1),
      othersWhole: ok,
      rssCalmMB: calm.rssPeakMB,
      rssGrowthMB: round(m.rssPeakMB - calm.rssPeakMB, 1),
      outcome,
      gaps: tr.gaps,
      server: m,
    };
  },

  // Rounds: seed (only when asked), joins one after another, a burst of joins beside a writer and a reader that are already in.
  // What the process grows by: many rooms with one seat each, then many seats more in one of them.
  // Measured at rest: after what a server puts in order in quiet moments.
  async memory(cfg) {
    const settled = async (ms) => {
      await sleep(ms);
      return usage(descendants(cfg.pid)).rss;
    };
    const open = async (room, n) => {
      const tr = new Tracker(n, 1);
      return makeClients({ ...cfg, room, n }, tr);
    };
    const warm = await open(`${cfg.room}-warm`, 20);
    for (const c of warm) c.close();
    const idle = await settled(cfg.settleMs);
    const history = scattered(cfg.edits);
    const rooms = [];
    for (let r = 0; r < cfg.rooms; r++) {
      const [c] = await open(`${cfg.room}-${r}`, 1);
      for (const update of history) c.sendUpdate(update);
      rooms.push(c);
      // what is sent faster than it is stored would be measured as memory
      if (r % 10 === 9) await sleep(500);
    }
    const withRooms = await settled(REST_MS);
    const seats = await open(`${cfg.room}-0`, cfg.seats);
    const withSeats = await settled(REST_MS);
    cfg.closing = true;
    for (const c of [...rooms, ...seats]) c.close();
    return {
      idleMB: round(idle / 1048576, 1),
      roomKB: round((withRooms - idle) / 1024 / cfg.rooms, 1),
      seatKB: round((withSeats - withRooms) / 1024 / cfg.seats, 1),
    };
  },
  async join(cfg) {
    const { t, room } = cfg;
    const seed = seedHistory(cfg.cacheDir, cfg.bytes);
    const out = { docBytes: seed.final.length, historyUpdates: seed.count };
    const meter = new Meter(cfg.pid);
    if (cfg.seed) {
      const s0 = performance.now();
      let _got = 0;
      const last = rangesMemo.f(seed.updates.at(-1));
      const [lc, , lto] = last.length ? last : [0, 0, 0];
      let lastSeen = 0;
      const wit = new PeerClient(
        t,
        room,
        {
          onUpdate: (u) => {
            _got++;
            if (u.length < 200000) {
              const r = rangesMemo.f(u);
              for (let i = 0; i < r.length; i += 3) if (r[i] === lc) lastSeen = Math.max(lastSeen, r[i + 2]);
            }
          },
        },
        { idx: 0 },
      );
      const push = new PeerClient(t, room, {}, { idx: 1 });
      await Promise.all([wit.connect(), push.connect()]);
      meter.begin();
      for (let i = 0; i < seed.updates.length; i++) {
        push.sendUpdate(seed.updates[i]);
        if (i % 200 === 199) {
          while (push.ws.buffered > 262144) await sleep(2);
          await new Promise((resolve) => setImmediate(resolve));
        }
      }
      const until = performance.now() + 90000;
      if (lc) while (lastSeen < lto && performance.now() < until) await sleep(20);
      out.seedMs = round(performance.now() - s0, 0);
      out.seedWitnessed = lastSeen >= lto;
      out.seedServer = meter.end();
      if (t.seedSnapshot) {
        push.sendUpdate(seed.final);
        await sleep(500);
      }
      await sleep(cfg.settleMs);
      cfg.anchor = new PeerClient(t, room, {}, { idx: 0 }); // keeps the room in memory
      await cfg.anchor.connect();
      push.close();
      wit.close();
    }
    const one = async (i, keep) => {
      const c = new PeerClient(t, room, {}, { idx: i, keepStep2: keep });
      await c.connect(60000);
      const r = { open: c.tOpen - c.t0, synced: c.tSynced - c.t0, bytes: c.step2Bytes, step2: c.step2 };
      return [c, r];
    };
    const f0 = performance.now();
    const first = await one(2, true);
    out.firstMs = round(first[1].synced, 1);
    out.bytes = first[1].bytes;
    const doc = new Y.Doc();
    Y.applyUpdate(doc, first[1].step2);
    out.correct = hashDoc(doc) === seed.hash;
    if (!out.correct) {
      // not whole when it said `synced`: does the rest come later?
      first[0].h.onUpdate = (u) => Y.applyUpdate(doc, u);
      for (const until = performance.now() + 20000; performance.now() < until && hashDoc(doc) !== seed.hash; )
        await sleep(50);
      out.wholeMs = hashDoc(doc) === seed.hash ? round(performance.now() - f0, 0) : null;
    }
    first[0].close();
    if (cfg.coldOnly) return out;
    await sleep(200);
    meter.begin();
    const seq = [];
    for (let i = 0; i < cfg.joins; i++) {
      const [c, r] = await one(3 + i);
      seq.push(r.synced);
      c.close();
      await sleep(30);
    }
    out.seq = {
      p50: round(quantile(seq, 0.5), 1),
      p95: round(quantile(seq, 0.95), 1),
      max: round(Math.max(...seq), 1),
      server: meter.end(),
    };
    // burst
    const tr = new Tracker(2, 2);
    const mk = async (i) => {
      const c = new PeerClient(
        t,
        room,
        {
          onUpdate: (u, now) => {
            if (u.length < 100000) tr.got(i, rangesMemo.get(u), now);
          },
        },
        { idx: i },
      );
      await c.connect();
      return c;
    };
    const w = await mk(0);
    const rd = await mk(1);
    tr.recordFrom = performance.now();
    let stopW = false;
    const writer = (async () => {
      while (!stopW) {
        const now = performance.now();
        w.sendUpdate(appendUpdate(BASE_ID, tr.next(0, now), "x", "bystander"));
        await sleep(20);
      }
    })();
    await sleep(400);
    const calm = tr.hist.summary();
    tr.hist.reset();
    meter.begin();
    const res = await Promise.all(Array.from({ length: cfg.burst }, (_, i) => one(100 + i)));
    const b = res.map((x) => x[1].synced);
    out.burst = {
      n: cfg.burst,
      p50: round(quantile(b, 0.5), 1),
      p95: round(quantile(b, 0.95), 1),
      max: round(Math.max(...b), 1),
      server: meter.end(),
    };
    await sleep(300);
    stopW = true;
    await writer;
    await sleep(200);
    out.bystander = {
      calmP95: calm.p95,
      p50: tr.hist.summary().p50,
      p95: tr.hist.summary().p95,
      max: tr.hist.summary().max,
    };
    for (const [c] of res) c.close();
    w.close();
    rd.close();
    cfg.anchor?.close();
    return out;
  },
};

process.setMaxListeners(0); // each stock provider listens for exit
process.once("message", async (cfg) => {
  const guard = setTimeout(() => {
    process.send({ error: "cell ran past its time limit" });
    process.exit(3);
  }, cfg.limitSec * 1000);
  try {
    if (cfg.t.file) {
      // functions do not cross IPC: take them from the target's own module again
      const m = (await import(pathToFileURL(path.resolve(cfg.t.file)).href)).target;
      const d = (Array.isArray(m) ? m : [m]).find((x) => x.name === cfg.t.name);
      if (d?.clientOptions) cfg.t.clientOptions = (i) => d.clientOptions(i, cfg.t);
    }
    const r = await scenarios[cfg.scenario](cfg);
    r.memo = { hits: rangesMemo.hits, misses: rangesMemo.misses };
    process.send({ result: r }, () => process.exit(0));
  } catch (e) {
    process.send({ error: e.message, stack: e.stack }, () => process.exit(1));
  } finally {
    clearTimeout(guard);
  }
});
process.on("disconnect", () => process.exit(0));
