import type { IncomingMessage } from "node:http";

/**
 * Whether a command or a WebSocket comes from a page of this site. Browsers always send Origin with both; a request
 * without one (a command line) carries no cookies of anybody's browser either and is let through only with them absent.
 */
export const makeSameOrigin = (publicUrl: string | undefined) => {
  const own = publicUrl ? new URL(publicUrl).host : null;
  return (request: Request | IncomingMessage): boolean => {
    const header = (name: string) =>
      (request.headers instanceof Headers
        ? request.headers.get(name)
        : (request.headers[name] as string | undefined)) ?? null;
    const origin = header("origin");
    if (!origin) return header("cookie") === null || header("sec-fetch-site") === "same-origin";
    if (!URL.canParse(origin)) return false;
    const { host } = new URL(origin);
    return host === header("host") || host === own;
  };
};
