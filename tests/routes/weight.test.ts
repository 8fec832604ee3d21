import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

/** What `npm test` has built before. */
const CLIENT = "build/client";

/** What the first paint of a page loads: the entry, the root, the route and what they import, not what comes later. */
const firstScripts = (route: string, words: string): string[] => {
  const assets = readdirSync(path.join(CLIENT, "assets"));
  const named = (start: string) => `/assets/${assets.find((name) => name.startsWith(start) && name.endsWith(".js"))}`;
  const text = readFileSync(path.join(CLIENT, named("manifest-")), "utf8");
  const { entry, routes } = JSON.parse(text.replace(/^window\.__reactRouterManifest=/, "").replace(/;\s*$/, ""));
  const parts = [entry, routes.root, routes[route]].flatMap(({ module, imports = [] }) => [module, ...imports]);
  return [...new Set([...parts, words])];
};

test.each(readdirSync(path.join(CLIENT, "assets")).filter((name) => /^phone-.*\.js$/.test(name)))(
  "a participant's phone starts with no more than 130 kB of script, words of %s included",
  (words) => {
    const scripts = firstScripts("routes/room", `/assets/${words}`);
    const weights = scripts.map((file) => gzipSync(readFileSync(path.join(CLIENT, file))).length);
    expect(scripts.length).toBeGreaterThan(4);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThan(130_000);
  },
);
