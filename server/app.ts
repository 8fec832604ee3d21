import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import * as build from "virtual:react-router/server-build";
import { getRequestListener } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { createRequestHandler } from "react-router";
import { pathPattern } from "./log.ts";
import { metrics, requestSeconds } from "./metrics.ts";
import { openServices } from "./services.ts";

const services = await openServices();
const { env, log } = services;
const app = new Hono();

app.get("/healthz", (c) => c.json({ ok: true }));
app.get("/readyz", async (c) => {
  try {
    await services.ping();
    return c.json({ ok: true });
  } catch {
    return c.json({ ok: false, why: "the store does not answer" }, 503);
  }
});
app.get("/metrics", async (c) => c.text(await metrics.metrics(), 200, { "content-type": metrics.contentType }));

app.use(async (c, next) => {
  const began = performance.now();
  await next();
  const ms = performance.now() - began;
  const path = pathPattern(c.req.path);
  requestSeconds.observe({ method: c.req.method, path, status: c.res.status }, ms / 1000);
  log.debug({ method: c.req.method, path, status: c.res.status, ms: Math.round(ms) }, "request");
});

if (import.meta.env.PROD) {
  app.use(compress());
  const immutable = "public, max-age=31536000, immutable";
  app.use(
    "/assets/*",
    serveStatic({ root: "./build/client", onFound: (_path, c) => c.header("cache-control", immutable) }),
  );
  app.use(
    serveStatic({ root: "./build/client", onFound: (_path, c) => c.header("cache-control", "public, max-age=3600") }),
  );
}

app.use(async (c, next) => {
  const isCommand = c.req.method !== "GET" && c.req.method !== "HEAD";
  if (isCommand && !services.sameOrigin(c.req.raw)) return c.text("This command came from another site.", 403);
  return next();
});
app.use(bodyLimit({ maxSize: 2 * 1024 * 1024, onError: (c) => c.text("The request is larger than 2 MB.", 413) }));

const handle = createRequestHandler(build, import.meta.env.MODE);
app.all("*", async (c) => {
  const nonce = randomBytes(16).toString("base64");
  const answer = await handle(c.req.raw, await services.context(c.req.raw, nonce));
  const headers = new Headers(answer.headers);
  for (const [name, value] of Object.entries(protections(nonce))) headers.set(name, value);
  return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers });
});

const protections = (nonce: string): Record<string, string> => ({
  // in development Vite's own scripts carry no nonce
  ...(import.meta.env.PROD && {
    "content-security-policy": [
      "default-src 'self'",
      `script-src 'self' 'nonce-${nonce}'`,
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:",
      "connect-src 'self' ws: wss:",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "object-src 'none'",
    ].join("; "),
  }),
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=()",
});

export const listen = { port: env.PORT, host: env.HOST };
export const listener = getRequestListener(app.fetch);
export const handleUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): boolean =>
  services.handleUpgrade(request, socket, head);
export const stop = (): Promise<void> => services.close();
