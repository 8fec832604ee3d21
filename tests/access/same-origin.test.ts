import { describe, expect, test } from "vitest";
import { makeSameOrigin } from "#server/access/same-origin.ts";

const from = (headers: Record<string, string>) =>
  new Request("http://room.local/w/1/ideas", { method: "POST", headers: { host: "room.local", ...headers } });

describe("a command", () => {
  const sameOrigin = makeSameOrigin("https://crm.example.org");

  test("of a page of this site is taken, under the address it is served at or the public one", () => {
    expect(sameOrigin(from({ origin: "http://room.local" }))).toBe(true);
    expect(sameOrigin(from({ origin: "https://crm.example.org" }))).toBe(true);
  });

  test("of another site, of a sandboxed page or without an origin but with cookies is refused", () => {
    expect(sameOrigin(from({ origin: "https://evil.example" }))).toBe(false);
    expect(sameOrigin(from({ origin: "null" }))).toBe(false);
    expect(sameOrigin(from({ cookie: "seat-1=x" }))).toBe(false);
  });
});
