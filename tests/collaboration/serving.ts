import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type SQLite from "better-sqlite3";
import { CLOSE } from "../../server/collaboration/close-codes.ts";
import type { Refused } from "../../server/collaboration/entry.ts";
import type { RoomLimits } from "../../server/collaboration/limits.ts";
import { type Admission, openRooms, roomName, roomOfPath } from "../../server/collaboration/rooms.ts";
import { Database } from "../../server/store/sqlite.ts";
import { layTextRows, openTextLog } from "../../server/store/text-log.ts";

export const openDatabase = (file: string): SQLite.Database => {
  const database = new Database(file);
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = NORMAL");
  layTextRows(database);
  return database;
};

export type Line = { level: string; about: Record<string, unknown>; sentence: string };

export const keepingLogger = (lines: Line[] = []) => {
  const keep = (level: string) => (about: unknown, sentence?: string) => {
    lines.push({
      level,
      about: (typeof about === "object" ? about : {}) as Line["about"],
      sentence: sentence ?? String(about),
    });
  };
  return { info: keep("info"), warn: keep("warn"), error: keep("error") } as never;
};

/** The access of these tests: `?seat=` names the seat, `?read` may only read, `?out` is shown out. */
const admit = async (request: IncomingMessage): Promise<Admission | Refused> => {
  const path = roomOfPath(request.url);
  const query = new URL(request.url ?? "", "http://x").searchParams;
  if (!path) return { refuse: CLOSE.gone, why: "no such room" };
  if (query.has("out")) return { refuse: CLOSE.notAllowed, why: "not for you" };
  return {
    room: roomName(path.workshop, path.name),
    write: !query.has("read"),
    seatId: query.get("seat") ?? "somebody",
  };
};

/** Rooms over a real SQLite file behind a real HTTP server. */
export const serveRooms = async (options: {
  file: string;
  port?: number;
  limits?: Partial<RoomLimits>;
  now?: () => number;
}) => {
  const { file } = options;
  const lines: Line[] = [];
  const logger = keepingLogger(lines);
  const database = openDatabase(file);
  const log = openTextLog(database, logger);
  const rooms = openRooms({
    log,
    admit,
    sameOrigin: ({ headers }) => headers.origin === undefined || headers.origin === `http://${headers.host}`,
    logger,
    now: options.now ?? Date.now,
    limits: { updatesPerSecond: 100_000, ...options.limits },
  });
  const sockets = new Set<Socket>();
  const server = createServer((_request, response) => response.end("fine"));
  server.on("connection", (socket) => sockets.add(socket));
  server.on("upgrade", (request, socket, head) => {
    if (!rooms.handleUpgrade(request, socket, head)) socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  let isStopped = false;
  const stop = async () => {
    if (isStopped) return;
    isStopped = true;
    await rooms.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    database.close();
  };
  return { rooms, log, database, file, port, lines, sockets, stop, url: `ws://127.0.0.1:${port}` };
};
