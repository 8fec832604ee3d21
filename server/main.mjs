import http from "node:http";

/** What is under way when the server is told to stop may end within this time; then the process goes. */
const GRACE_MS = 3_000;
const LIMIT_MS = 4_500;

const isDev = process.argv.includes("--dev");
process.env.NODE_ENV ??= isDev ? "development" : "production";
const started = performance.now();
const server = http.createServer();
let underWay = 0;
server.on("request", (_request, response) => {
  underWay++;
  response.once("close", () => underWay--);
});

/** The app of this moment: always the same in production, evaluated anew after an edit in development. */
const load = isDev ? await withVite() : await fromBuild();
const { listen } = await load().catch(complain);

server.on("upgrade", async (request, socket, head) => {
  if (["vite-hmr", "vite-ping"].includes(request.headers["sec-websocket-protocol"])) return; // Vite listens by itself
  socket.on("error", () => {});
  try {
    if (!(await load()).handleUpgrade(request, socket, head)) socket.end("HTTP/1.1 404 Not Found\r\n\r\n");
  } catch (error) {
    console.error(error);
    socket.destroy();
  }
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
  const { port } = server.address();
  const isEverywhere = listen.host === "0.0.0.0" || listen.host === "::";
  console.log(`Reglament: http://${isEverywhere ? "localhost" : listen.host}:${port} (${since(started)})`);
  if (isEverywhere) for (const address of listen.addresses) console.log(`   phones: http://${address}:${port}`);
});

let isStopping = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => (isStopping ? process.exit(1) : stop()));

// npm hands a signal to its shell, and not every shell hands it on: whoever has lost npm was told to stop
const parent = process.ppid;
if (process.env.npm_lifecycle_event && process.platform !== "win32")
  setInterval(() => {
    if (process.ppid !== parent && !isStopping) stop();
  }, 250).unref();

async function stop() {
  isStopping = true;
  setTimeout(() => process.exit(0), LIMIT_MS).unref();
  const until = performance.now() + GRACE_MS;
  server.close();
  while (underWay > 0 && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
  try {
    await (await load()).stop();
    process.exit(0);
  } catch (error) {
    console.error(error);
    process.exit(1);
  }
}

function since(moment) {
  return `ready in ${Math.round(performance.now() - moment)} ms`;
}

/** Settings and data that cannot be used are one line for the person who starts the server, not a stack. */
function complain(error) {
  console.error(error.name === "BadSetting" ? error.message : error);
  process.exit(1);
}

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
  const app = await import("../build/server/index.js").catch(complain);
  server.on("request", app.listener);
  return async () => app;
}
