import { describe, expect, test } from "vitest";
import { UNWOUND } from "#domain/clock.ts";
import { behind, paceOf } from "#domain/preparation.ts";
import { windows } from "../story/windows.ts";

const START = "2026-11-23T09:00:00.000Z";
const minutesOn = (minutes: number) => Date.parse(START) + minutes * 60_000;

describe("the pace of a workshop", () => {
  test("has nothing left when all is settled, and what was settled as done", () => {
    const pace = paceOf(windows(), UNWOUND);
    expect(pace.left).toBe(0);
    expect(pace.done).toBeGreaterThan(60);
  });

  test("is behind by what has passed beyond the questions that are done, and ahead likewise", () => {
    const pace = { startedAt: START, done: 30 };
    expect(behind(pace, minutesOn(45))).toBe(15);
    expect(behind(pace, minutesOn(20))).toBe(-10);
  });

  test("is measured by nothing before the start and on another day", () => {
    expect(behind({ startedAt: null, done: 0 }, minutesOn(10))).toBeNull();
    expect(behind({ startedAt: START, done: 30 }, minutesOn(24 * 60))).toBeNull();
  });
});
