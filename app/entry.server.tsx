import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@react-router/node";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { type EntryContext, isRouteErrorResponse, type RouterContextProvider, ServerRouter } from "react-router";
import { askerContext, logContext } from "#context";
import "#words/both.ts";

const SLOWEST_MS = 10_000;

export default function render(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const { nonce } = context.get(askerContext);
  const isWhole = entry.isSpaMode || isbot(request.headers.get("user-agent") ?? "");
  return new Promise((resolve, reject) => {
    let isSent = false;
    const { pipe, abort } = renderToPipeableStream(<ServerRouter context={entry} url={request.url} nonce={nonce} />, {
      nonce,
      [isWhole ? "onAllReady" : "onShellReady"]() {
        isSent = true;
        const body = new PassThrough();
        headers.set("Content-Type", "text/html; charset=utf-8");
        headers.set("Cache-Control", "no-store");
        resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
        pipe(body);
      },
      onShellError: reject,
      onError(error: unknown) {
        if (isSent) context.get(logContext)(error);
      },
    });
    setTimeout(abort, SLOWEST_MS).unref();
  });
}

/** Bugs are logged once, here; a missing page or a visitor who went away is not a bug. */
export const handleError = (
  error: unknown,
  { request, context }: { request: Request; context: Readonly<RouterContextProvider> },
) => {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  context.get(logContext)(error);
};
