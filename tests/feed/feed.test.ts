import { createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { apply, type Json, type JsonObject } from "#domain/patch.ts";
import type { Audience } from "#domain/room.ts";
import { CLOSE } from "../../server/collaboration/close-codes.ts";
import { openFeed, workshopOfPath } from "../../server/feed/feed.ts";
import { keepingLogger, type Line } from "../collaboration/serving.ts";

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const until = async (isTrue: () => boolean, within = 5_000) => {
  const end = Date.now() + within;
  while (!isTrue()) {
    if (Date.now() > end) throw new Error("waited in vain");
    await sleep(5);
  }
};

type World = {
  title: string;
  people: { id: string; here: boolean }[];
  secrets: Record<string, string>;
  padding?: string;
};

/** A feed over a small world; `?as=` names the participant, none is the facilitator. */
const startFeed = async (
  world: World | null = { title: "Окна", people: [{ id: "anna", here: false }], secrets: {} },
) => {
  const lines: Line[] = [];
  const state = { world, looks: 0, isBroken: false };
  const feed = openFeed({
    admit: async (request) => {
      const workshopId = workshopOfPath(request.url);
      const who = new URL(request.url ?? "", "http://x").searchParams.get("as");
      if (!workshopId) return { refuse: CLOSE.gone, why: "no such workshop" };
      if (who === "stranger") return { refuse: CLOSE.notAllowed, why: "not for you" };
      return who
        ? { workshopId, audience: "participant", participantId: who, seatKey: who }
        : { workshopId, audience: "facilitator", seatKey: "console" };
    },
    sameOrigin: ({ headers }) => headers.origin === undefined,
    viewOf: async () => {
      state.looks++;
      if (state.isBroken) throw new Error("the store is away");
      const world = structuredClone(state.world);
      return (
        world && {
          shared: (audience: Audience) => ({
            audience,
            title: world.title,
            people: world.people,
            padding: world.padding,
          }),
          mine: ({ seatKey }) => ({ secret: world.secrets[seatKey] ?? null }),
        }
      );
    },
    logger: keepingLogger(lines),
    now: Date.now,
  });
  const sockets = new Set<Socket>();
  const server = createServer();
  server.on("connection", (socket) => sockets.add(socket));
  server.on("upgrade", (request, socket, head) => {
    if (!feed.handleUpgrade(request, socket, head)) socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  endings.push(async () => {
    await feed.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const change = (make: (world: World) => void) => {
    if (state.world) make(state.world);
    feed.changed("w1");
  };
  return {
    feed,
    state,
    change,
    lines,
    sockets,
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
  };
};

type Message = { type: string; version: number; from?: number; shared?: Json; mine?: Json };

/** A browser that keeps its view by what it is told. */
const watch = async (url: string, search = "") => {
  const ws = new WebSocket(`${url}/feed/w1${search}`);
  endings.push(() => ws.terminate());
  const messages: Message[] = [];
  const seen: { view: { shared: Json; mine: Json } | null; gaps: number } = { view: null, gaps: 0 };
  ws.on("message", (data) => {
    const message = JSON.parse(String(data)) as Message;
    const last = messages.findLast(({ type }) => type !== "pong");
    messages.push(message);
    if (message.type === "snapshot") seen.view = { shared: message.shared ?? null, mine: message.mine ?? null };
    if (message.type !== "patch" || !seen.view) return;
    if (message.from !== last?.version) seen.gaps++;
    seen.view = {
      shared: message.shared ? apply(seen.view.shared, message.shared as never) : seen.view.shared,
      mine: message.mine ? apply(seen.view.mine, message.mine as never) : seen.view.mine,
    };
  });
  ws.on("error", () => undefined);
  const closed = new Promise<number>((resolve) => ws.on("close", resolve));
  const shared = () => (seen.view?.shared ?? {}) as JsonObject;
  const mine = () => (seen.view?.mine ?? {}) as JsonObject;
  return { ws, messages, seen, closed, shared, mine };
};

describe("the feed", () => {
  test("begins with a snapshot and goes on with patches", async () => {
    const { url, change } = await startFeed();
    const anna = await watch(url, "?as=anna");
    await until(() => anna.shared().title === "Окна");
    change((world) => {
      world.title = "Двери";
    });
    await until(() => anna.shared().title === "Двери");
    expect(anna.messages.map(({ type }) => type)).toEqual(["snapshot", "patch"]);
    expect(anna.messages[1]?.shared).toEqual({ keys: { title: { set: "Двери" } } });
    expect(anna.seen.gaps).toBe(0);
  });

  test("tells each seat only its own", async () => {
    const { url, change } = await startFeed();
    const anna = await watch(url, "?as=anna");
    const boris = await watch(url, "?as=boris");
    await until(() => anna.messages.length > 0 && boris.messages.length > 0);
    await sleep(40);
    const before = boris.messages.length;
    change((world) => {
      world.secrets.anna = "только мне";
    });
    await until(() => anna.mine().secret === "только мне");
    await sleep(40);
    expect(boris.messages).toHaveLength(before);
    expect(JSON.stringify(boris.messages)).not.toContain("только мне");
  });

  test("looks once and writes once for a crowd, however many changes a tick brings", async () => {
    const { url, change, feed, state } = await startFeed();
    const crowd = await Promise.all(Array.from({ length: 20 }, (_, index) => watch(url, `?as=p${index}`)));
    await until(() => crowd.every(({ messages }) => messages.length > 0));
    await sleep(50);
    const before = { ...feed.counts(), looks: state.looks };
    for (let index = 1; index <= 50; index++)
      change((world) => {
        world.title = `Окна ${index}`;
      });
    await until(() => crowd.every(({ shared }) => shared().title === "Окна 50"));
    expect(state.looks - before.looks).toBeLessThanOrEqual(2);
    expect(feed.counts().serialised - before.serialised).toBeLessThanOrEqual(2);
    expect(crowd.every(({ seen }) => seen.gaps === 0)).toBe(true);
  });

  test("says nothing when nothing looks different", async () => {
    const { url, feed } = await startFeed();
    const anna = await watch(url, "?as=anna");
    await until(() => anna.messages.length === 1);
    feed.changed("w1");
    await sleep(60);
    expect(anna.messages).toHaveLength(1);
  });

  test("gives a snapshot to a browser that found a gap", async () => {
    const { url, change } = await startFeed();
    const anna = await watch(url, "?as=anna");
    await until(() => anna.messages.length === 1);
    anna.ws.send('{"type":"again"}');
    await until(() => anna.messages.filter(({ type }) => type === "snapshot").length === 2);
    change((world) => {
      world.title = "Двери";
    });
    await until(() => anna.shared().title === "Двери");
    expect(anna.messages.at(-1)?.type).toBe("patch");
  });

  test("drops what a seat does not read and gives it a snapshot when it reads on", async () => {
    const { url, change, feed, sockets } = await startFeed();
    const slow = await watch(url, "?as=anna");
    const quick = await watch(url, "?as=boris");
    await until(() => slow.messages.length > 0 && quick.messages.length > 0);
    slow.ws.pause();
    let most = 0;
    for (let index = 1; index <= 120; index++) {
      change((world) => {
        world.padding = String(index).padEnd(200_000, "x");
      });
      await sleep(18);
      for (const socket of sockets) most = Math.max(most, socket.writableLength);
    }
    await until(() => String(quick.shared().padding).startsWith("120x"));
    expect(feed.counts().drops).toBeGreaterThan(0);
    expect(most).toBeLessThan(2 << 20);
    slow.ws.resume();
    await until(() => String(slow.shared().padding).startsWith("120x"));
    expect(slow.messages.at(-1)?.type).toBe("snapshot");
  });

  test("answers a ping with its clock and closes on what it does not understand", async () => {
    const { url } = await startFeed();
    const anna = await watch(url, "?as=anna");
    await until(() => anna.messages.length > 0);
    anna.ws.send('{"type":"ping"}');
    await until(() => anna.messages.at(-1)?.type === "pong");
    anna.ws.send("{broken");
    expect(await anna.closed).toBe(CLOSE.malformed);
  });

  test("goes on after a view could not be made", async () => {
    const { url, change, state, lines } = await startFeed();
    const anna = await watch(url, "?as=anna");
    await until(() => anna.messages.length > 0);
    state.isBroken = true;
    change((world) => {
      world.title = "Двери";
    });
    await until(() => lines.some(({ level }) => level === "error"));
    state.isBroken = false;
    await until(() => anna.shared().title === "Двери");
  });

  test("shows out those who have no business there, and all when the workshop is gone", async () => {
    const { url, feed, state } = await startFeed();
    expect(await (await watch(url, "?as=stranger")).closed).toBe(CLOSE.notAllowed);
    const anna = await watch(url, "?as=anna");
    const boris = await watch(url, "?as=boris");
    await until(() => anna.messages.length > 0 && boris.messages.length > 0);
    feed.closeSeats(({ participantId }) => participantId === "anna", CLOSE.signedOut, "signed out");
    expect(await anna.closed).toBe(CLOSE.signedOut);
    expect(boris.ws.readyState).toBe(boris.ws.OPEN);
    state.world = null;
    feed.changed("w1");
    expect(await boris.closed).toBe(CLOSE.gone);
  });

  test("asks all to come back when it stops", async () => {
    const { url, feed } = await startFeed();
    const anna = await watch(url, "?as=anna");
    await until(() => anna.messages.length > 0);
    await feed.stop();
    expect(await anna.closed).toBe(CLOSE.stopping);
  });
});

describe("who is here", () => {
  test("is known at once, and a reload is not a departure", async () => {
    const { url, feed } = await startFeed();
    const first = await watch(url, "?as=anna");
    await until(() => feed.here("w1").includes("anna"));
    const second = await watch(url, "?as=anna");
    await until(() => second.messages.length > 0);
    first.ws.close();
    second.ws.close();
    await sleep(100);
    await watch(url, "?as=anna");
    for (let at = 0; at < 52; at++) {
      expect(feed.here("w1")).toEqual(["anna"]);
      await sleep(100);
    }
  }, 10_000);

  test("ends some seconds after the last seat has gone", async () => {
    const { url, feed } = await startFeed();
    const anna = await watch(url, "?as=anna");
    await until(() => feed.here("w1").includes("anna"));
    anna.ws.close();
    await sleep(200);
    expect(feed.here("w1")).toEqual(["anna"]);
    await until(() => feed.here("w1").length === 0, 7_000);
  }, 10_000);
});
