// The target «ours»: server/collaboration over SQLite, bundled once as the product bundles it.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, "../../..");
let isBuilt = false;

export const target = {
  name: "ours",
  proto: "y-websocket",
  persistent: true,
  cwd: here,
  cmd: [process.execPath, "ours-server.mjs"],
  path: "/rooms/bench",
  async beforeStart() {
    if (isBuilt) return;
    await build({
      root,
      configFile: false,
      logLevel: "error",
      build: {
        ssr: true,
        rollupOptions: {
          input: {
            serving: path.join(root, "tests/collaboration/serving.ts"),
            "merge-worker": path.join(root, "server/collaboration/merge-worker.ts"),
          },
        },
        outDir: path.join(here, ".cache/ours"),
        copyPublicDir: false,
        emptyOutDir: true,
      },
    });
    isBuilt = true;
  },
};
