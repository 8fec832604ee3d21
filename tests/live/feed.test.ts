import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import type { JsonObject } from "#domain/patch.ts";
import { type LiveStatus, openFeed as openClient, type Viewed } from "#live/feed.ts";
import { CLOSE } from "../../server/collaboration/close-codes.ts";
import { openFeed as openServer } from "../../server/feed/feed.ts";
import { keepingLogger } from "../collaboration/serving.ts";

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

const serve = async (state: { title: string }, { port = 0, clock = Date.now } = {}) => {
  const feed = openServer({
    admit: async () => ({ workshopId: "w1", audience: "participant", seatKey: "s" }),
    sameOrigin: () => true,
    viewOf: async () => {
      const { title } = state;
      return { shared: () => ({ title }), mine: () => ({}) };
    },
    logger: keepingLogger(),
    now: clock,
  });
  const server = createServer();
  server.on("upgrade", feed.handleUpgrade);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const stop = async () => {
    await feed.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  endings.push(stop);
  return { feed, stop, port: (server.address() as AddressInfo).port };
};

const follow = (port: number) => {
  const initial: Viewed = { shared: { title: "из загрузчика" }, mine: {}, at: new Date().toISOString() };
  const seen = { view: initial, statuses: [] as LiveStatus[], refused: 0 };
  const connection = openClient(
    `ws://127.0.0.1:${port}/feed/w1`,
    initial,
    {
      onView: (view) => {
        seen.view = view;
      },
      onStatus: (status) => seen.statuses.push(status),
      onRefused: (code) => {
        seen.refused = code;
      },
    },
    WebSocket as never,
  );
  endings.push(() => connection.close());
  return { seen, connection, title: () => (seen.view.shared as JsonObject).title };
};

describe("a browser on the feed", () => {
  test("sees every change, and goes on by itself when the server is started anew", async () => {
    const state = { title: "один" };
    const first = await serve(state);
    const { seen, title } = follow(first.port);
    await until(() => title() === "один");
    state.title = "два";
    first.feed.changed("w1");
    await until(() => title() === "два");
    await first.stop();
    await until(() => seen.statuses.at(-1) === "reconnecting");
    state.title = "три";
    await serve(state, { port: first.port });
    await until(() => title() === "три" && seen.statuses.at(-1) === "live");
  });

  test("knows the server's clock when its own is wrong", async () => {
    const ahead = 3_600_000;
    const { port } = await serve({ title: "x" }, { clock: () => Date.now() + ahead });
    const { connection, title } = follow(port);
    await until(() => title() === "x");
    expect(Math.abs(connection.serverNow() - Date.now() - ahead)).toBeLessThan(200);
  });

  test("asks again when it misses a version, and shows nothing of what came out of turn", async () => {
    const server = new WebSocketServer({ port: 0 });
    endings.push(() => server.close());
    const asked: string[] = [];
    const at = new Date().toISOString();
    server.on("connection", (ws) => {
      const say = (message: object) => ws.send(JSON.stringify({ at, ...message }));
      ws.on("message", (data) => {
        const { type } = JSON.parse(String(data)) as { type: string };
        asked.push(type);
        if (type === "again") say({ type: "snapshot", version: 9, shared: { title: "заново" }, mine: {} });
      });
      say({ type: "snapshot", version: 1, shared: { title: "начало" }, mine: {} });
      say({ type: "patch", version: 7, from: 6, shared: { keys: { title: { set: "не по порядку" } } } });
      say({ type: "patch", version: 8, from: 7, shared: { keys: { title: { set: "тоже" } } } });
    });
    const { title } = follow((server.address() as AddressInfo).port);
    await until(() => title() === "заново");
    expect(asked.filter((type) => type === "again")).toHaveLength(1);
  });

  test("continues within a second when the laptop is opened again after an hour", async () => {
    const page = new EventTarget();
    vi.stubGlobal("window", page);
    vi.stubGlobal("document", Object.assign(new EventTarget(), { visibilityState: "visible" }));
    endings.push(() => void vi.unstubAllGlobals());
    // a connection that the sleep has killed without a word: it never answers again
    const state = { title: "до сна" };
    const server = new WebSocketServer({ port: 0 });
    endings.push(() => server.close());
    let connections = 0;
    server.on("connection", (ws) => {
      connections++;
      const at = new Date().toISOString();
      ws.send(JSON.stringify({ type: "snapshot", version: 1, at, shared: { title: state.title }, mine: {} }));
    });
    const { title } = follow((server.address() as AddressInfo).port);
    await until(() => title() === "до сна");
    state.title = "после сна";
    const clock = vi.spyOn(Date, "now");
    endings.push(() => clock.mockRestore());
    const asleep = Date.now() + 3_600_000;
    const wokeAt = performance.now();
    clock.mockImplementation(() => asleep + (performance.now() - wokeAt));
    page.dispatchEvent(new Event("online"));
    page.dispatchEvent(new Event("pageshow"));
    await until(() => title() === "после сна");
    expect(performance.now() - wokeAt).toBeLessThan(1_000);
    expect(connections).toBe(2);
  });

  test("stays away when it is told to", async () => {
    const { feed, port } = await serve({ title: "x" });
    const { seen, title } = follow(port);
    await until(() => title() === "x");
    feed.closeSeats(() => true, CLOSE.notAllowed);
    await until(() => seen.refused === CLOSE.notAllowed);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(feed.counts().seats).toBe(0);
    expect(seen.statuses.at(-1)).toBe("offline");
  });
});
