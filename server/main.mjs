import http from "node:http";

const isDev = process.argv.includes("--dev");
process.env.NODE_ENV ??= isDev ? "development" : "production";
const started = performance.now();
const server = http.createServer();

/** The app of this moment: always the same in production, evaluated anew after an edit in development. */
const load = isDev ? await withVite() : await fromBuild();
const { listen } = await load();

server.on("upgrade", async (request, socket, head) => {
  if (["vite-hmr", "vite-ping"].includes(request.headers["sec-websocket-protocol"])) return; // Vite listens by itself
  socket.on("error", () => {});
  if (!(await load()).handleUpgrade(request, socket, head)) socket.destroy();
});
server.on("error", (error) => {
  console.error(
    error.code === "EADDRINUSE"
      ? `PORT: ${listen.port} is in use; stop the other program or choose another port`
      : `cannot listen on ${listen.host}:${listen.port}: ${error.message}`,
  );
  process.exit(1);
});
server.listen(listen.port, listen.host, () => {
  const host = listen.host === "0.0.0.0" ? "localhost" : listen.host;
  console.log(`Reglament: http://${host}:${listen.port} (ready in ${Math.round(performance.now() - started)} ms)`);
});

let isStopping = false;
for (const signal of ["SIGINT", "SIGTERM"])
  process.on(signal, async () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    setTimeout(() => process.exit(1), 5000).unref();
    server.close();
    server.closeIdleConnections();
    await (await load()).stop();
    process.exit(0);
  });

async function withVite() {
  const { createServer } = await import("vite");
  const vite = await createServer({ server: { middlewareMode: true, hmr: { server } }, appType: "custom" });
  const load = () => vite.ssrLoadModule("./server/app.ts");
  server.on("request", (request, response) =>
    vite.middlewares(request, response, async () => {
      try {
        (await load()).listener(request, response);
      } catch (error) {
        vite.ssrFixStacktrace(error);
        console.error(error);
        response.statusCode = 500;
        response.end(String(error.stack));
      }
    }),
  );
  return load;
}

async function fromBuild() {
  let app;
  try {
    app = await import("../build/server/index.js");
  } catch (error) {
    // settings and data that cannot be used are one line for the person who starts the server, not a stack
    console.error(error.name === "BadSetting" ? error.message : error);
    process.exit(1);
  }
  server.on("request", app.listener);
  return async () => app;
}
