import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { CLOSE } from "#server/collaboration/close-codes.ts";
import { asking, type Held, heir, hold, lead, must, type Person } from "./held-workshop.ts";

const QUESTION = "stage-time-norm@new-private.production";

/** A held workshop whose live seats are reached over real sockets. */
const live = async () => {
  const held = await hold();
  await lead(held, QUESTION);
  const server = createServer();
  server.on("upgrade", (request, socket, head) => {
    if (!held.services.handleUpgrade(request, socket, head)) socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const sit = (path: string, cookie = "") => {
    const ws = new WebSocket(`ws://127.0.0.1:${port}${path}`, {
      headers: { cookie, origin: `http://127.0.0.1:${port}` },
    });
    onTestFinished(() => ws.terminate());
    ws.on("error", () => undefined);
    return {
      ws,
      heard: new Promise<void>((resolve) => ws.once("message", () => resolve())),
      closed: new Promise<number>((resolve) => ws.once("close", resolve)),
    };
  };
  const both = (cookie: string, search = "") => [
    sit(`/feed/${held.workshop}${search}`, cookie),
    sit(`/rooms/${held.workshop}/${encodeURIComponent(QUESTION)}${search}`, cookie),
  ];
  return { held, both };
};
type Seats = ReturnType<Awaited<ReturnType<typeof live>>["both"]>;
const arrive = (seats: Seats) => Promise.all(seats.map(({ heard }) => heard));
const codes = (seats: Seats) => Promise.all(seats.map(({ closed }) => closed));
const areOpen = (seats: Seats) => seats.every(({ ws }) => ws.readyState === ws.OPEN);
const person = ({ people }: Held, at: number) => people[at] as Person;

describe("a right that is taken away closes the seats at once", () => {
  test("of a person who is taken off the list, and of nobody else", async () => {
    const { held, both } = await live();
    const anna = both(person(held, 1).cookie);
    const denis = both(person(held, 2).cookie);
    await Promise.all([arrive(anna), arrive(denis)]);
    await must(held.facilitator.removePerson({ id: person(held, 1).id }));
    expect(await codes(anna)).toEqual([CLOSE.notAllowed, CLOSE.notAllowed]);
    expect(areOpen(denis)).toBe(true);
    expect(await codes(both(person(held, 1).cookie))).toEqual([CLOSE.notAllowed, CLOSE.notAllowed]);
  });

  test("of screens on the wall when their link is made anew", async () => {
    const { held, both } = await live();
    const link = new URL((await held.facilitator.entrance())?.projectorUrl ?? "");
    const token = link.pathname.split("/").at(-1);
    const wall = both("", `?projector=${token}`);
    await arrive(wall);
    await must(held.facilitator.renewEntrance({ what: "screen" }));
    expect(await codes(wall)).toEqual([CLOSE.notAllowed, CLOSE.notAllowed]);
  });

  test("of who led the meeting and has a seat in it too, when the lead is handed over", async () => {
    const { held, both } = await live();
    await heir(held);
    const own = both(`${held.facilitatorCookie}; ${person(held, 0).cookie}`);
    const anna = both(person(held, 1).cookie);
    await Promise.all([arrive(own), arrive(anna)]);
    expect(await held.workshops.handOver(held.workshop, "petr@example.org", asking(held.facilitatorCookie))).toEqual({
      done: true,
    });
    expect(await codes(own)).toEqual([CLOSE.notAllowed, CLOSE.notAllowed]);
    expect(areOpen(anna)).toBe(true);
  });

  test("of the other tabs of a facilitator who signs out", async () => {
    const { held, both } = await live();
    const console = both(held.facilitatorCookie);
    const anna = both(person(held, 1).cookie);
    await Promise.all([arrive(console), arrive(anna)]);
    await held.services.accounts.signOut(asking(held.facilitatorCookie));
    // come and ask again, and the door says no
    expect(await codes(console)).toEqual([CLOSE.stopping, CLOSE.stopping]);
    expect(await codes(both(held.facilitatorCookie))).toEqual([CLOSE.notAllowed, CLOSE.notAllowed]);
    expect(areOpen(anna)).toBe(true);
  });
});
