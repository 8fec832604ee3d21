import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Json } from "#exports/crm/contract.ts";

export type Answer = { status: number; body: Json; headers?: Record<string, string> };

/** What goes wrong with a request: refused as too many, failed before or after it was done, cut before or after it was done. */
export type Fault = "too-many" | "failed-before" | "failed-after" | "cut-before" | "cut-after" | "expired";

export type Handle = (request: {
  method: string;
  path: string;
  query: URLSearchParams;
  body: Json;
  headers: IncomingMessage["headers"];
}) => Answer;

/** A CRM on loopback. `faultOf` is asked for every request, counted from 1, with what it asks. */
export const onLoopback = async (
  handle: Handle,
  faultOf: (count: number, asked: string) => Fault | null = () => null,
) => {
  let count = 0;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    count++;
    const fault = faultOf(count, `${request.method} ${request.url} ${text}`);
    const send = ({ status, body, headers = {} }: Answer) => {
      response.writeHead(status, { "content-type": "application/json", ...headers });
      response.end(body === null ? "" : JSON.stringify(body));
    };
    const url = new URL(request.url ?? "/", "http://x");
    const act = () =>
      handle({
        method: request.method ?? "GET",
        path: url.pathname,
        query: url.searchParams,
        body: text ? (JSON.parse(text) as Json) : null,
        headers: request.headers,
      });
    if (fault === "too-many")
      send({ status: 429, body: { title: "Too Many Requests" }, headers: { "retry-after": "1" } });
    else if (fault === "expired") send({ status: 401, body: { title: "Unauthorized", detail: "token expired" } });
    else if (fault === "failed-before") send({ status: 500, body: null });
    else if (fault === "cut-before") request.socket.destroy();
    else {
      const answer = act();
      if (fault === "failed-after") send({ status: 502, body: null });
      else if (fault === "cut-after") request.socket.destroy();
      else send(answer);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests: () => count,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
