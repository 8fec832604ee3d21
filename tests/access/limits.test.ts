import { describe, expect, test } from "vitest";
import { openLimits } from "#server/access/limits.ts";

const refusedOf = async (times: number, ask: () => Promise<unknown>) =>
  (await Promise.all(Array.from({ length: times }, ask))).filter((answer) => answer !== null);

describe("a limit", () => {
  test("lets a seat do thirty things at once, then asks it to wait and leaves its neighbour alone", async () => {
    const { command } = openLimits();
    expect(await refusedOf(30, () => command("w1 anna"))).toEqual([]);
    expect(await command("w1 anna")).toEqual({ refused: "too-many", count: expect.any(Number) });
    expect(await command("w1 boris")).toBeNull();
  });

  test("lets a seat go on after a second", async () => {
    const { command } = openLimits();
    await refusedOf(31, () => command("w1 anna"));
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(await command("w1 anna")).toBeNull();
  });

  test("lets a whole room join from one address and stops somebody who tries codes", async () => {
    const { join } = openLimits();
    expect(await refusedOf(120, () => join("192.0.2.1"))).toEqual([]);
    const refused = await join("192.0.2.1");
    expect(refused?.refused).toBe("too-many");
    expect(refused?.count).toBeGreaterThan(0);
    expect(refused?.count).toBeLessThanOrEqual(60);
    expect(await join("192.0.2.2")).toBeNull();
  });

  test("stops one address that tries one password on many people", async () => {
    const { signIn } = openLimits();
    let number = 0;
    expect(await refusedOf(100, () => signIn("192.0.2.1", `${number++}@example.org`))).toEqual([]);
    expect(await signIn("192.0.2.1", "next@example.org")).toMatchObject({ refused: "too-many" });
    expect(await signIn("192.0.2.2", "next@example.org")).toBeNull();
  });

  test("forgets wrong passwords once the right one was given", async () => {
    const { signIn, signedIn } = openLimits();
    await refusedOf(10, () => signIn("192.0.2.1", "anna@example.org"));
    await signedIn("192.0.2.1", "anna@example.org");
    expect(await signIn("192.0.2.1", "anna@example.org")).toBeNull();
  });
});
