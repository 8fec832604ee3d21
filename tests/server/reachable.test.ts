import { describe, expect, it } from "vitest";
import { reachableOrigin } from "#server/reachable.ts";

const LAN = ["192.168.1.7"];

describe("the link for phones", () => {
  it("leads to this machine's address in the network when the facilitator works under localhost", () => {
    expect(reachableOrigin("http://localhost:3000", "0.0.0.0", LAN)).toBe("http://192.168.1.7:3000");
    expect(reachableOrigin("http://127.0.0.1:3000", "0.0.0.0", LAN)).toBe("http://192.168.1.7:3000");
    expect(reachableOrigin("http://[::1]:3000", "::", LAN)).toBe("http://192.168.1.7:3000");
  });

  it("stays what it is where phones can reach it, or where nothing else would answer", () => {
    expect(reachableOrigin("https://crm.example.org", "0.0.0.0", LAN)).toBe("https://crm.example.org");
    expect(reachableOrigin("http://localhost:3000", "127.0.0.1", LAN)).toBe("http://localhost:3000");
    expect(reachableOrigin("http://localhost:3000", "0.0.0.0", [])).toBe("http://localhost:3000");
  });
});
