import { expect, test } from "./visitors.ts";

test("a fresh installation shows a page and nothing complains", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("the server lives, is ready, and shows figures", async ({ server, request }) => {
  expect((await request.get("/healthz")).status()).toBe(200);
  expect((await request.get("/readyz")).status()).toBe(200);
  const figures = await (await request.get("/metrics")).text();
  expect(figures).toContain("http_request_duration_seconds");
  expect(figures).toContain("process_resident_memory_bytes");
  expect(server.said()).toContain(server.url.replace("127.0.0.1", "127.0.0.1"));
});
