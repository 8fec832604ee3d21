import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import * as build from "virtual:react-router/server-build";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { createRequestHandler } from "react-router";
import { say } from "#domain/language.ts";
import { languageOf } from "#words/language-of.ts";
import { compressed } from "./compressed.ts";
import { metrics, requestSeconds } from "./metrics.ts";
import { networkAddresses } from "./reachable.ts";
import { routePatterns } from "./route-pattern.ts";
import { openServices } from "./services.ts";

const services = await openServices();
const { env, log } = services;
const patternOf = routePatterns(build.routes);
const PROTECTIONS = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=()",
  ...(env.PUBLIC_URL?.startsWith("https:") && { "strict-transport-security": "max-age=31536000" }),
};
const app = new Hono<{ Bindings: HttpBindings }>();

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

app.onError((error, c) => {
  log.error({ err: error }, "a request failed");
  return c.text("Something went wrong here.", 500);
});
app.use(async (c, next) => {
  const began = performance.now();
  await next();
  for (const [name, value] of Object.entries(PROTECTIONS)) c.res.headers.set(name, value);
  const ms = performance.now() - began;
  const path = patternOf(c.req.path);
  requestSeconds.observe({ method: c.req.method, path, status: c.res.status }, ms / 1000);
  log.debug({ method: c.req.method, path, status: c.res.status, ms: Math.round(ms) }, "request");
});

if (import.meta.env.PROD) {
  const fromBuild = (cacheControl: string) =>
    serveStatic({
      root: "./build/client",
      precompressed: true,
      onFound: (_path, c) => c.header("cache-control", cacheControl),
    });
  app.use("/assets/*", fromBuild("public, max-age=31536000, immutable"));
  app.use(fromBuild("public, max-age=3600"));
  app.use(compressed);
}

app.use(async (c, next) => {
  const isCommand = c.req.method !== "GET" && c.req.method !== "HEAD";
  if (isCommand && !services.sameOrigin(c.req.raw)) return c.text("This command came from another site.", 403);
  return next();
});
const atMost = (megabytes: number) =>
  bodyLimit({
    maxSize: megabytes * 1024 * 1024,
    // the rest of the body is not read, so this connection is of no more use
    onError: (c) =>
      c.text(
        say(
          { ru: `Больше ${megabytes} МБ сюда прислать нельзя.`, en: `No more than ${megabytes} MB can be sent here.` },
          languageOf(c.req.raw),
        ),
        413,
        { connection: "close" },
      ),
  });
// the largest file that a page takes has 10 MB and says so itself; a form adds a little
const [words, files] = [atMost(2), atMost(12)];
/** Where files are brought: rules, chains and paper of a company, a workshop, a document to be verified; the rest is words. */
const UPLOADS = /^(?:\/|\/verify(?:\/[^/]+)?|\/templates|\/w\/[^/]+\/(?:existing|set-up|paper|company-file))$/;
const isUpload = (path: string): boolean => UPLOADS.test(path.replace(/\.data$/, ""));
app.use((c, next) => (isUpload(c.req.path) ? files : words)(c, next));

const handle = createRequestHandler(build, import.meta.env.MODE);
app.all("*", async (c) => {
  // in development Vite's own scripts carry no nonce, so there is no policy that asks for one
  const nonce = import.meta.env.PROD ? randomBytes(16).toString("base64") : "";
  const context = await services.context(c.req.raw, nonce, c.env.incoming.socket.remoteAddress);
  const answer = await handle(c.req.raw, context);
  const headers = new Headers(answer.headers);
  if (import.meta.env.PROD) headers.set("content-security-policy", contentPolicy(nonce, new URL(c.req.url).host));
  return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers });
});

const publicHost = env.PUBLIC_URL ? new URL(env.PUBLIC_URL).host : null;

/** What a page may load; older Safari does not count its own sockets as 'self', so the hosts stand by name. */
const contentPolicy = (nonce: string, host: string): string => {
  const sockets = [...new Set([host, publicHost ?? host])].flatMap((name) => [`ws://${name}`, `wss://${name}`]);
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self' ${sockets.join(" ")}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
  ].join("; ");
};

export const listen = { port: env.PORT, host: env.HOST, addresses: env.PUBLIC_URL ? [] : networkAddresses() };
export const listener = getRequestListener(app.fetch);
export const handleUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): boolean =>
  services.handleUpgrade(request, socket, head);
export const stop = (): Promise<void> => services.close();
