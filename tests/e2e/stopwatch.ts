import type { Page } from "@playwright/test";
import { test } from "./visitors.ts";

/** The part of the samples that the slowest five in a hundred exceed; NaN without samples. */
export const p95 = (samples: readonly number[]): number =>
  [...samples].sort((a, b) => a - b)[Math.ceil(samples.length * 0.95) - 1] ?? Number.NaN;

/** Resolves with the milliseconds since the epoch at which each page first holds the text. */
const whenSeen = (pages: readonly Page[], text: string): Promise<number[]> =>
  Promise.all(
    pages.map((page) =>
      page.evaluate(
        (awaited) =>
          new Promise<number>((resolve, reject) => {
            const isThere = () => document.body.textContent?.includes(awaited) ?? false;
            if (isThere()) throw new Error(`«${awaited}» is there already`);
            const observer = new MutationObserver(() => {
              if (!isThere()) return;
              observer.disconnect();
              resolve(Date.now());
            });
            setTimeout(() => reject(new Error(`«${awaited}» has not come`)), 60_000);
            observer.observe(document.body, { subtree: true, childList: true, characterData: true });
          }),
        text,
      ),
    ),
  );

/** Measures how long a test's phases take and how soon others see what one does; all browsers share one clock. */
export const openStopwatch = () => {
  const phases: { name: string; seconds: number }[] = [];
  const delays: { what: string; ms: number[] }[] = [];
  return {
    phases,
    delays,
    phase: (name: string, act: () => Promise<void>): Promise<void> =>
      test.step(name, async () => {
        const began = performance.now();
        await act();
        phases.push({ name, seconds: (performance.now() - began) / 1000 });
      }),
    /** Lets one page act, and notes when each of the others shows the text that comes of it. */
    async reaches(what: string, text: string, others: readonly Page[], act: () => Promise<void>): Promise<void> {
      const seen = whenSeen(others, text);
      // every page is watching once it has answered a later question
      await Promise.all(others.map((page) => page.evaluate(() => undefined)));
      const began = Date.now();
      await act();
      delays.push({ what, ms: (await seen).map((at) => at - began) });
    },
  };
};
