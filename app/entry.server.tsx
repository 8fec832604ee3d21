import { Writable } from "node:stream";
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
  return new Promise((resolve, reject) => {
    let hasShell = false;
    const chunks: Uint8Array[] = [];
    // no page here waits for anything, and one piece is half the work of a stream of small ones
    const whole = new Writable({
      write(chunk: Uint8Array, _encoding, done) {
        chunks.push(chunk);
        done();
      },
      final(done) {
        headers.set("Content-Type", "text/html; charset=utf-8");
        headers.set("Cache-Control", "no-store");
        resolve(new Response(Buffer.concat(chunks), { status, headers }));
        done();
      },
    });
    const { pipe, abort } = renderToPipeableStream(<ServerRouter context={entry} url={request.url} nonce={nonce} />, {
      nonce,
      onShellReady() {
        hasShell = true;
      },
      onAllReady: () => void pipe(whole),
      onShellError: reject,
      onError(error: unknown) {
        if (hasShell) context.get(logContext)(error);
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
