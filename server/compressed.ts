import { promisify } from "node:util";
import { constants, gzip } from "node:zlib";
import type { MiddlewareHandler } from "hono";

const squeeze = promisify(gzip);
const WORTH_IT = 1024;
const IS_TEXT = /^(text\/|application\/json)/;

/**
 * Gzip for what is made anew for each reader, in zlib's own threads and at its quickest: a streaming compressor in the
 * event loop took longer than the page itself. Files of the build lie compressed on the disk (vite.config.ts).
 */
export const compressed: MiddlewareHandler = async (c, next) => {
  await next();
  const { res } = c;
  if (!res.body || res.headers.has("content-encoding") || !IS_TEXT.test(res.headers.get("content-type") ?? "")) return;
  res.headers.append("vary", "accept-encoding");
  if (!/\bgzip\b/.test(c.req.header("accept-encoding") ?? "")) return;
  const whole = Buffer.from(await res.arrayBuffer());
  if (whole.length < WORTH_IT) {
    c.res = new Response(whole, res);
    return;
  }
  c.res = new Response(await squeeze(whole, { level: constants.Z_BEST_SPEED }), res);
  c.res.headers.set("content-encoding", "gzip");
  c.res.headers.delete("content-length");
};
