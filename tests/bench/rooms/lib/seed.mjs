// A deterministic editing history whose encoded state is about `bytes` long: many authors, words typed and
// partly deleted at random places of a Y.Text and cards moved in a Y.Map. Cached, as it takes some seconds.

import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import * as Y from "yjs";

const rng = (s) => () => {
  s |= 0;
  s = (s + 0x6d2b79f5) | 0;
  let t = Math.imul(s ^ (s >>> 15), 1 | s);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
export const hashDoc = (doc) =>
  crypto
    .createHash("sha256")
    .update(doc.getText("t").toString())
    .update(String(doc.getMap("cards").size))
    .digest("hex")
    .slice(0, 16);
export const seedHistory = (cacheDir, bytes) => {
  const file = path.join(cacheDir, `seed-${bytes}-v1.bin`);
  if (!fs.existsSync(file)) {
    const r = rng(42);
    const doc = new Y.Doc();
    const text = doc.getText("t");
    const cards = doc.getMap("cards");
    const ids = Array.from({ length: 24 }, () => (r() * 0xffffffff) >>> 0);
    const ups = [];
    let total = 0;
    doc.on("update", (u) => {
      ups.push(u);
      total += u.length;
    });
    const words = "workshop note idea vote timer board retro action owner topic ".split(" ");
    for (let i = 0; ; i++) {
      doc.clientID = ids[(r() * ids.length) | 0];
      const x = r();
      if (x < 0.75) {
        const w = `${words[(r() * words.length) | 0]} ${words[(r() * words.length) | 0]} `;
        text.insert((r() * (text.length + 1)) | 0, w);
      } else if (x < 0.88 && text.length > 50) text.delete((r() * (text.length - 20)) | 0, 1 + ((r() * 12) | 0));
      else cards.set(`c${(r() * 400) | 0}`, { x: (r() * 4000) | 0, y: (r() * 4000) | 0, t: words[(r() * 9) | 0] });
      if (i % 2000 === 1999 && Y.encodeStateAsUpdate(doc).length >= bytes) break;
    }
    const final = Buffer.from(Y.encodeStateAsUpdate(doc));
    const head = Buffer.from(
      JSON.stringify({
        count: ups.length,
        total,
        final: final.length,
        hash: hashDoc(doc),
        lens: ups.map((u) => u.length),
      }),
    );
    const hl = Buffer.alloc(4);
    hl.writeUInt32BE(head.length);
    fs.mkdirSync(cacheDir, { recursive: true });
    fs.writeFileSync(file, Buffer.concat([hl, head, ...ups, final]));
  }
  const b = fs.readFileSync(file);
  const hl = b.readUInt32BE(0);
  const head = JSON.parse(b.subarray(4, 4 + hl).toString());
  let p = 4 + hl;
  const updates = head.lens.map((n) => {
    const u = b.subarray(p, p + n);
    p += n;
    return u;
  });
  return {
    updates,
    final: b.subarray(p, p + head.final),
    hash: head.hash,
    count: head.count,
    historyBytes: head.total,
  };
};
