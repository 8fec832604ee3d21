// Hocuspocus with its SQLite extension, all defaults (debounce 2 s, at most 10 s). MEMORY=1 leaves the extension out.
import { Server } from "@hocuspocus/server";

const extensions = [];
if (!process.env.MEMORY) {
  const { SQLite } = await import("@hocuspocus/extension-sqlite");
  extensions.push(new SQLite({ database: `${process.env.DATA_DIR}/hocuspocus.sqlite` }));
}
const server = new Server({ port: +process.env.PORT, address: "127.0.0.1", quiet: true, extensions });
await server.listen();
