// @y/websocket-server 0.1.1 (the last release with persistence: yjs 13), with the same LevelDB binding that
// its YPERSISTENCE option installs, on y-leveldb 0.2.0. MEMORY=1 runs it without persistence.
import http from "node:http";
import { setPersistence, setupWSConnection } from "@y/websocket-server/utils";
import { WebSocketServer } from "ws";
import * as Y from "yjs";

if (!process.env.MEMORY) {
  const { LeveldbPersistence } = await import("y-leveldb");
  const ldb = new LeveldbPersistence(`${process.env.DATA_DIR}/ldb`);
  setPersistence({
    provider: ldb,
    bindState: async (name, ydoc) => {
      const persisted = await ldb.getYDoc(name);
      const fresh = Y.encodeStateAsUpdate(ydoc);
      ldb.storeUpdate(name, fresh);
      Y.applyUpdate(ydoc, Y.encodeStateAsUpdate(persisted));
      ydoc.on("update", (u) => {
        ldb.storeUpdate(name, u);
      });
    },
    writeState: async () => {},
  });
}
const wss = new WebSocketServer({ noServer: true });
const server = http.createServer((_q, r) => {
  r.writeHead(200);
  r.end("okay");
});
wss.on("connection", (ws, req) => setupWSConnection(ws, req));
server.on("upgrade", (req, socket, head) =>
  wss.handleUpgrade(req, socket, head, (ws) => wss.emit("connection", ws, req)),
);
server.listen(+process.env.PORT, "127.0.0.1");
process.on("SIGTERM", () => process.exit(0));
