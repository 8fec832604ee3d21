import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Logger } from "pino";
import { type WebSocket, WebSocketServer } from "ws";
import { CLOSE, type CloseCode } from "./close-codes.ts";

export type Log = Pick<Logger, "info" | "warn" | "error">;

/** An answer of a door that does not open: a close code and a reason without personal text. */
export type Refused = { refuse: CloseCode; why: string };

export type Door<Admission extends object> = {
  admit: (request: IncomingMessage) => Promise<Admission | Refused>;
  sameOrigin: (request: IncomingMessage) => boolean;
  logger: Log;
  /** Frames above are not even read to the end. */
  frameBytes: number;
};

/**
 * The way from an upgrade request to an open socket. A refusal is told by a close code after the handshake: a browser
 * sees nothing of a failed handshake and would come back for ever. A foreign origin gets a plain 403.
 */
export const openEntry = <Admission extends object>(
  door: Door<Admission>,
  onEntered: (admission: Admission, ws: WebSocket, socket: Duplex) => void,
) => {
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: door.frameBytes,
    clientTracking: false,
  });

  const onBrokenFrame = (error: NodeJS.ErrnoException) =>
    door.logger.warn({ code: error.code }, "a seat was closed: a frame was far too large or no frame at all");

  const refuse = (request: IncomingMessage, socket: Duplex, head: Buffer, code: CloseCode, why: string) =>
    sockets.handleUpgrade(request, socket, head, (ws) => {
      ws.on("error", () => undefined);
      ws.close(code, why);
      setTimeout(() => ws.terminate(), 2_000).unref();
    });

  return async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const onEarlyError = () => socket.destroy();
    socket.on("error", onEarlyError);
    if (!door.sameOrigin(request)) {
      door.logger.warn("a socket from a foreign origin was refused");
      socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    try {
      const answer = await door.admit(request);
      if (socket.destroyed) return;
      socket.off("error", onEarlyError);
      if ("refuse" in answer) refuse(request, socket, head, answer.refuse, answer.why);
      else
        sockets.handleUpgrade(request, socket, head, (ws) => {
          // ws closes by itself after an error; unheard, the event would end the process
          ws.on("error", onBrokenFrame);
          onEntered(answer, ws, socket);
        });
    } catch (error) {
      door.logger.error({ err: error }, "a seat could not be given");
      if (!socket.destroyed) refuse(request, socket, head, CLOSE.failed, "try again");
    }
  };
};
