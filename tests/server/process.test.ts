import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningServer, startServer } from "../e2e/server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ env: { LOG_LEVEL: "debug" } });
});
afterAll(() => server.remove());

const ask = (address: string, init?: RequestInit) => fetch(server.url + address, { redirect: "manual", ...init });

describe("what operators ask of the server", () => {
  test("it is alive, ready, and has figures", async () => {
    expect((await ask("/healthz")).status).toBe(200);
    expect((await ask("/readyz")).status).toBe(200);
    await ask("/join/ABC234");
    const figures = await (await ask("/metrics")).text();
    expect(figures).toContain("process_resident_memory_bytes");
    for (const counted of ["updates", "received_bytes", "sent_bytes", "slow_seats", "compactions", "refused_writes"])
      expect(figures).toMatch(new RegExp(`^reglament_text_${counted}_total \\d`, "m"));
    for (const counted of ["snapshots", "patches", "sent_bytes", "slow_seats"])
      expect(figures).toMatch(new RegExp(`^reglament_feed_${counted}_total \\d`, "m"));
    for (const counted of ["text_seats", "text_rooms", "feed_seats", "text_commit_duration_seconds_count"])
      expect(figures).toMatch(new RegExp(`^reglament_${counted} \\d`, "m"));
    expect(figures).toContain('http_request_duration_seconds_count{method="GET",path="/join/:code"');
  });

  test("it tells apart its own paths only, however many strangers try", async () => {
    for (let n = 0; n < 20; n++) await ask(`/wp-admin-${n}/setup.php`);
    const figures = await (await ask("/metrics")).text();
    expect(figures).not.toContain("wp-admin");
  });

  test("it logs neither codes nor tokens nor what stands behind the question mark", async () => {
    for (const secret of [
      "/join/QRS567",
      "/invitation/SECRETinvitation",
      "/projector/SECRETprojector",
      "/join?code=SECRET",
    ])
      await ask(secret);
    expect(server.said()).toContain("/invitation/:token");
    expect(server.said()).not.toMatch(/QRS567|SECRET/);
  });
});

describe("what browsers are protected from", () => {
  test("every script of a page carries the page's own nonce, and no other script may run", async () => {
    const pages = await Promise.all([ask("/welcome"), ask("/welcome")]);
    const nonces = pages.map((page) => {
      const policy = page.headers.get("content-security-policy") ?? "";
      expect(policy).toContain("frame-ancestors 'none'");
      return /script-src 'self' 'nonce-([^']+)'(?:;|$)/.exec(policy)?.[1];
    });
    expect(nonces[0]).toBeTruthy();
    expect(nonces[0]).not.toBe(nonces[1]);
    const scripts = (await pages[0]?.text())?.match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toContain(`nonce="${nonces[0]}"`);
  });

  test("a command from another site is refused, in words", async () => {
    const strange = await ask("/theme", { method: "POST", headers: { origin: "https://elsewhere.example" } });
    expect([strange.status, await strange.text()]).toEqual([403, "This command came from another site."]);
  });

  test("a socket from another site is refused", async () => {
    const { hostname, port } = new URL(server.url);
    for (const address of ["/feed/w1", "/rooms/w1/q1", "/nowhere"]) {
      const socket = connect(Number(port), hostname);
      socket.write(
        `GET ${address} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: https://elsewhere.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
      );
      const [answer] = await once(socket, "data");
      expect(String(answer)).toMatch(/^HTTP\/1\.1 40[34] /);
      socket.destroy();
    }
  });

  test("a request of more than 2 MB is refused, in words", async () => {
    const body = new Uint8Array(3 * 1024 * 1024);
    // a server that has said no may hang up before everything is sent; then it is asked again
    const send = async (address: string, tries = 8): Promise<Response> =>
      ask(address, { method: "POST", body, headers: { origin: server.url, "accept-language": "en" } }).catch((error) =>
        tries > 1 ? send(address, tries - 1) : Promise.reject(error),
      );
    const large = await send("/theme");
    expect([large.status, await large.text()]).toEqual([413, "No more than 2 MB can be sent here."]);
    // the rules of a company come as files; here nobody may bring any
    const file = await send("/w/nowhere/existing");
    expect(file.status).toBe(403);
  });

  test("scripts are kept by the browser for good, pages never", async () => {
    const page = await ask("/welcome");
    expect(page.headers.get("cache-control")).toBe("no-store");
    const script = /\/assets\/[^"]+\.js/.exec(await page.text())?.[0] ?? "";
    expect((await ask(script)).headers.get("cache-control")).toContain("immutable");
  });
});

describe("how the server ends and starts", () => {
  test("told to stop it ends well and at once, though somebody holds a connection open", async () => {
    const short = await startServer({});
    const { hostname, port } = new URL(short.url);
    const idle = connect(Number(port), hostname).on("error", () => undefined);
    await once(idle, "connect");
    const began = performance.now();
    expect(await short.stop()).toBe(0);
    expect(performance.now() - began).toBeLessThan(5000);
    await short.remove();
  });

  test("killed with -9 it is back at once, without a complaint", async () => {
    const short = await startServer({});
    await short.kill9();
    // how soon is measured by `node tests/bench/rooms/restart.mjs`, where nothing else runs beside it
    expect(await short.restart()).toBeLessThan(10_000);
    expect(short.errors()).toEqual([]);
    await short.remove();
  });

  test.each([
    ["PORT", "abc"],
    ["PUBLIC_URL", "crm.example.org"],
    ["LOG_LEVEL", "loud"],
    ["DATA_DIR", "/dev/null/data"],
  ])("with a bad %s it says so in one line and does not start", async (name, value) => {
    const folder = await mkdtemp(path.join(tmpdir(), "reglament-bad-"));
    const child = spawn(process.execPath, ["server/main.mjs"], {
      env: { ...process.env, NODE_ENV: "production", PORT: "0", DATA_DIR: folder, [name]: value },
    });
    let err = "";
    child.stderr.on("data", (part) => {
      err += part;
    });
    const [code] = await once(child, "close");
    await rm(folder, { recursive: true });
    expect(code).toBe(1);
    expect(err).toMatch(new RegExp(`^${name}: .+\\n$`));
  });
});
