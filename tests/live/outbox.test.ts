import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { type Command, openOutbox, outboxKey } from "#live/outbox.ts";

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

const until = async (isTrue: () => boolean, within = 8_000) => {
  const end = Date.now() + within;
  while (!isTrue()) {
    if (Date.now() > end) throw new Error("waited in vain");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

/** What a browser would keep on disk. */
const device = () => {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
};

type Reply = { status: number; body?: unknown; text?: string };

/** A server that answers what it is told to, and notes what it carried out, once an id. */
const startServer = async (answer: (id: string, attempt: number) => Reply, port = 0) => {
  const attempts: string[] = [];
  const done = new Set<string>();
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (data) => {
      body += data;
    });
    request.on("end", () => {
      const { id } = JSON.parse(body) as { id: string };
      attempts.push(id);
      const reply = answer(id, attempts.filter((one) => one === id).length);
      if (reply.status === 0) return request.socket.destroy();
      if (reply.status === 200 && !reply.text) done.add(id);
      response.writeHead(reply.status, { "content-type": "application/json", location: "/sign-in" });
      response.end(reply.text ?? JSON.stringify(reply.body ?? { done: true }));
    });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  endings.push(stop);
  const { port: own } = server.address() as AddressInfo;
  return { attempts, done, stop, port: own, url: `http://127.0.0.1:${own}/w/w1/ideas` };
};

const open = (storage: ReturnType<typeof device>) => {
  const outbox = openOutbox("w1", { storage, fetch });
  endings.push(() => outbox.close());
  return outbox;
};

const idea = (id: string, url: string): Command => ({ id, method: "POST", url, body: { id, text: `мысль ${id}` } });
const fine = () => ({ status: 200 });

describe("a command", () => {
  test("is kept on the device before it is sent, and forgotten when it is carried out", async () => {
    const server = await startServer(fine);
    const storage = device();
    const outbox = open(storage);
    const answered = outbox.send(idea("a", server.url));
    expect(storage.kept.get(outboxKey("w1"))).toContain("мысль a");
    expect(await answered).toEqual({ done: true });
    expect(storage.kept.size).toBe(0);
    expect(outbox.state().pending).toEqual([]);
  });

  test("is sent again after failures of the network and of the server, and those behind it keep their order", async () => {
    const server = await startServer((id, attempt) =>
      id === "a" && attempt === 1 ? { status: 0 } : id === "a" && attempt === 2 ? { status: 503 } : { status: 200 },
    );
    const outbox = open(device());
    const answers = ["a", "b", "c"].map((id) => outbox.send(idea(id, server.url)));
    expect(await Promise.all(answers)).toEqual([{ done: true }, { done: true }, { done: true }]);
    expect(server.attempts).toEqual(["a", "a", "a", "b", "c"]);
  });

  test("written while the server is away survives a reload and arrives once", async () => {
    const storage = device();
    const away = await startServer(fine);
    await away.stop();
    const before = open(storage);
    void before.send(idea("a", away.url));
    void before.send(idea("b", away.url));
    await new Promise((resolve) => setTimeout(resolve, 100));
    before.close();
    const server = await startServer(fine, away.port);
    const after = open(storage);
    await until(() => after.state().pending.length === 0);
    expect(server.attempts).toEqual(["a", "b"]);
  });

  test("goes out at once when the device wakes", async () => {
    const away = await startServer(fine);
    await away.stop();
    const outbox = open(device());
    const answered = outbox.send(idea("a", away.url));
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await startServer(fine, away.port);
    const startedAt = Date.now();
    outbox.wake();
    await answered;
    expect(Date.now() - startedAt).toBeLessThan(500);
  });

  test("that is refused is given up, with its reason and its text, and does not hold up the next", async () => {
    const server = await startServer((id) =>
      id === "a" ? { status: 409, body: { refused: "phase-passed" } } : fine(),
    );
    const storage = device();
    const outbox = open(storage);
    const answers = [outbox.send(idea("a", server.url)), outbox.send(idea("b", server.url))];
    expect(await Promise.all(answers)).toEqual([{ refused: "phase-passed" }, { done: true }]);
    expect(outbox.state().refusals).toEqual([{ command: idea("a", server.url), refusal: { refused: "phase-passed" } }]);
    expect(open(storage).state().refusals).toHaveLength(1);
    outbox.dismiss("a");
    expect(outbox.state().refusals).toEqual([]);
  });

  test("that meets a page instead of an answer is not taken for done", async () => {
    const server = await startServer((_id, attempt) => (attempt === 1 ? { status: 200, text: "<html>" } : fine()));
    const outbox = open(device());
    await outbox.send(idea("a", server.url));
    expect(server.attempts).toEqual(["a", "a"]);
    const signedOut = await startServer(() => ({ status: 302, text: "" }));
    expect(await outbox.send(idea("b", signedOut.url))).toEqual({ refused: "not-allowed" });
  });

  test("is tried later when there were too many", async () => {
    const server = await startServer((_id, attempt) =>
      attempt === 1 ? { status: 429, body: { refused: "too-many" } } : fine(),
    );
    const outbox = open(device());
    const answered = outbox.send(idea("a", server.url));
    await until(() => server.attempts.length === 1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(outbox.state().pending).toHaveLength(1);
    outbox.wake();
    expect(await answered).toEqual({ done: true });
  });

  test("of two tabs is carried out once, and both are answered", async () => {
    const server = await startServer(fine);
    const storage = device();
    const tabs = [open(storage), open(storage)];
    const answers = tabs.map((tab) => tab.send(idea("a", server.url)));
    expect(await Promise.all(answers)).toEqual([{ done: true }, { done: true }]);
    expect([...server.done]).toEqual(["a"]);
  });
});
