import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished } from "vitest";
import WebSocket from "ws";
import type { Held } from "./held-workshop.ts";

/** Follows the feed of the workshop as one asker and keeps everything that arrives. */
export const listen = async ({ services, workshop }: Held, cookie: string, query = "") => {
  const server = createServer();
  server.on("upgrade", (request, socket, head) => services.handleUpgrade(request, socket, head) || socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const socket = new WebSocket(`ws://127.0.0.1:${port}/feed/${workshop}${query}`, {
    headers: { ...(cookie && { cookie }), origin },
  });
  let heard = "";
  socket.on("message", (data) => {
    heard += data.toString();
  });
  const leave = () => {
    socket.terminate();
    server.close();
  };
  onTestFinished(leave);
  // a view is long: a failure should say what was awaited, not all that was heard instead
  const hears = (what: RegExp) =>
    expect.poll(() => what.test(heard), { message: `hears ${what}`, timeout: 5000 }).toBe(true);
  await hears(/"snapshot"/);
  return { heard: () => heard, hears, leave };
};
