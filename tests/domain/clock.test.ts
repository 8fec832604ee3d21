import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { replanned, spentOn, turned, UNWOUND } from "#domain/clock.ts";

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 28, 9, minutes)).toISOString();

describe("the time of a question", () => {
  const first = turned(UNWOUND, { from: null, to: "goals", at: at(0) });
  const second = turned(first, { from: "goals", to: "intake", at: at(7) });

  test("runs while it stands before everybody, and goes on where it stopped when it is opened again", () => {
    expect(spentOn(first, "goals", { current: "goals", at: at(3) })).toBe(180);
    expect(spentOn(second, "goals", { current: "intake", at: at(9) })).toBe(420);
    const again = turned(second, { from: "intake", to: "goals", at: at(10) });
    expect(spentOn(again, "goals", { current: "goals", at: at(12) })).toBe(540);
    expect(spentOn(again, "intake", { current: "goals", at: at(12) })).toBe(180);
  });

  test("stands still while nothing is open, and overnight", () => {
    const paused = turned(second, { from: "intake", to: null, at: at(10) });
    expect(spentOn(paused, "intake", { current: null, at: at(50) })).toBe(180);
    expect(spentOn(second, "intake", { current: "intake", at: at(15 * 60) })).toBe(0);
  });
});

describe("the questions that are left", () => {
  const open = [
    { key: "a", minutes: 5 },
    { key: "b", minutes: 10 },
    { key: "c", minutes: 5 },
  ];

  test("keep their minutes without an end, and when there is time enough", () => {
    for (const available of [null, 20, 500])
      expect(replanned(open, available).map(({ minutes }) => minutes)).toEqual([5, 10, 5]);
  });

  test("share what is left, each its part", () => {
    expect(replanned(open, 16)).toEqual([
      { key: "a", minutes: 4, fits: true },
      { key: "b", minutes: 8, fits: true },
      { key: "c", minutes: 4, fits: true },
    ]);
  });

  test("are pressed to half at most; the last ones then fall out, and all of them when the time is over", () => {
    expect(replanned(open, 8).map(({ fits }) => fits)).toEqual([true, true, false]);
    expect(replanned(open, -3).some(({ fits }) => fits)).toBe(false);
  });

  test("never take more time than there is, and those that fit come first", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 60 })),
        fc.integer({ min: -60, max: 600 }),
        (minutes, available) => {
          const slots = replanned(
            minutes.map((each, key) => ({ key: String(key), minutes: each })),
            available,
          );
          const fitting = slots.filter(({ fits }) => fits);
          expect(fitting.reduce((sum, slot) => sum + slot.minutes, 0)).toBeLessThanOrEqual(
            Math.max(0, available) + 0.1,
          );
          expect(slots.slice(0, fitting.length)).toEqual(fitting);
        },
      ),
    );
  });
});
