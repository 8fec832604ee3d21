// kill -9 test. A writer sends, two witnesses listen; the server is killed while updates flow; it is started again on
// the same data; a fresh client that has never seen the room counts what is gone. The old clients stay disconnected,
// so nothing is healed by a client that still has the data.
import * as Y from "yjs";
import { appendUpdate, PeerClient, rangesMemo, updateRanges } from "./proto.mjs";
import { kill9, newDataDir, rmDataDir, start, stop } from "./targets.mjs";

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const ID = 0x60000000;

export const durabilityRound = async (t, { rate = 200, seconds = 5, room, jitter = 0, graceful = false }) => {
  const dataDir = newDataDir();
  let run = await start(t, dataDir, room);
  try {
    const sentAt = [];
    let seen = 0;
    let echo = 0;
    let acks = 0;
    let lastSeenAt = 0;
    const high = (u, cur) => {
      const r = rangesMemo.get(u);
      for (let i = 0; i < r.length; i += 3) if (r[i] === ID && r[i + 1] <= cur && r[i + 2] > cur) cur = r[i + 2];
      return cur;
    };
    const w = new PeerClient(
      run.t,
      run.room,
      {
        onUpdate: (u) => {
          echo = high(u, echo);
        },
        onAck: () => {
          acks++;
        },
      },
      { idx: 0 },
    );
    const a = new PeerClient(
      run.t,
      run.room,
      {
        onUpdate: (u, now) => {
          const s = high(u, seen);
          if (s > seen) {
            seen = s;
            lastSeenAt = now;
          }
        },
      },
      { idx: 1 },
    );
    await w.connect();
    await a.connect();
    await sleep(300);
    const t0 = performance.now();
    let clock = 0;
    const end = t0 + seconds * 1000 + jitter;
    while (performance.now() < end) {
      const due = Math.floor(((performance.now() - t0) / 1000) * rate);
      while (clock < due) {
        sentAt.push(performance.now());
        w.sendUpdate(appendUpdate(ID, clock, "x"));
        clock++;
      }
      await sleep(2);
    }
    // killed while updates are still in flight
    for (let i = 0; i < 10; i++) {
      sentAt.push(performance.now());
      w.sendUpdate(appendUpdate(ID, clock, "x"));
      clock++;
    }
    await new Promise((resolve) => setImmediate(resolve));
    const witnessed0 = seen;
    if (graceful) await stop(run);
    else await kill9(run);
    await sleep(30); // what was already in our socket buffers still counts as received
    const witnessed = Math.max(seen, witnessed0);
    w.close();
    a.close();
    run = await start(t, dataDir, room);
    // Ask until it answers the same twice: some servers send SyncStep2 before what they stored has been loaded.
    let best = 0;
    let first = null;
    let tries = 0;
    let firstMs = null;
    for (let same = 0; same < 2 && tries < 12; tries++) {
      let late = [];
      const f = new PeerClient(
        run.t,
        run.room,
        { onUpdate: (u) => late.push(Buffer.from(u)) },
        { idx: 2, keepStep2: true },
      );
      const c0 = performance.now();
      await f.connect();
      if (firstMs == null) firstMs = performance.now() - c0;
      const have = (extra) => {
        const doc = new Y.Doc();
        Y.applyUpdate(doc, f.step2);
        for (const u of extra) Y.applyUpdate(doc, u);
        return Y.getState(doc.store, ID);
      };
      if (first == null) first = have([]);
      await sleep(tries === 0 ? 800 : 300);
      const h = have(late);
      late = [];
      f.close();
      if (h === best) same++;
      else same = 0;
      best = Math.max(best, h);
      if (best >= witnessed) break;
      await sleep(300);
    }
    const lost = Math.max(0, witnessed - best);
    return {
      sent: clock,
      witnessed,
      echoed: echo,
      acked: t.proto === "hocuspocus" ? acks : echo,
      survived: best,
      survivedInFirstStep2: first,
      lostWitnessed: lost,
      lostAcked: Math.max(0, (t.proto === "hocuspocus" ? acks : echo) - best),
      lostWindowMs: lost ? Math.round(lastSeenAt - sentAt[best]) : 0,
      rejoinMs: Math.round(firstMs),
    };
  } finally {
    await stop(run, 3000).catch(() => {});
    rmDataDir(dataDir);
  }
};
void updateRanges;
