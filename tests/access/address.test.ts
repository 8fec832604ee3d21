import { describe, expect, test } from "vitest";
import { addressOf, rememberAddress } from "#server/access/address.ts";

const from = (socket: string, forwarded: string | null, isBehindProxy: boolean): string => {
  const request = new Request("http://localhost/", {
    headers: forwarded === null ? {} : { "x-forwarded-for": forwarded },
  });
  rememberAddress(request, socket, isBehindProxy);
  return addressOf(request);
};

describe("the address of a request", () => {
  test.each([
    ["is the other end of the connection", "192.0.2.7", null, true, "192.0.2.7"],
    [
      "is what the proxy added, not what the visitor claimed before it",
      "127.0.0.1",
      "1.1.1.1, 192.0.2.7",
      true,
      "192.0.2.7",
    ],
    ["is what a proxy in the same network added", "::ffff:172.17.0.1", "192.0.2.7", true, "192.0.2.7"],
    ["is not what a visitor claims who comes past the proxy", "198.51.100.4", "192.0.2.7", true, "198.51.100.4"],
    ["is not what a visitor claims where there is no proxy", "127.0.0.1", "192.0.2.7", false, "127.0.0.1"],
  ])("%s", (_rule, socket, forwarded, isBehindProxy, address) => {
    expect(from(socket, forwarded, isBehindProxy)).toBe(address);
  });

  test("is unknown where nobody has said it", () => {
    expect(addressOf(new Request("http://localhost/"))).toBe("unknown");
  });
});
