import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const css = readFileSync(join(import.meta.dirname, "../../app/styles/tokens.css"), "utf8");
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name, light, dark]) => [name, { light, dark }] as const,
  ),
);

/** Relative luminance and contrast as WCAG 2.2 defines them. */
const luminance = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string): number => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
};
const colour = (name: string, theme: "light" | "dark"): string => {
  const found = tokens.get(name)?.[theme];
  if (!found) throw new Error(`tokens.css has no --${name}`);
  return found;
};

const GROUNDS = ["paper", "raised", "sunk", "hover"];
const WRITTEN = ["ink", "ink-soft", "ink-faint", "accent", "rust", "ochre"];
const PAIRS: [string, string][] = [
  ...WRITTEN.flatMap((text) => GROUNDS.map((ground): [string, string] => [text, ground])),
  ...["accent-tint", "rust-tint", "ochre-tint"].flatMap((tint) =>
    ["ink", "ink-soft"].map((text): [string, string] => [text, tint]),
  ),
  ["accent", "accent-tint"],
  ["rust", "rust-tint"],
  ["ochre", "ochre-tint"],
  ["on-accent", "accent-fill"],
  ["on-accent", "accent-fill-hover"],
  ["paper", "ink"],
];

describe.each(["light", "dark"] as const)("%s colours", (theme) => {
  it.each(PAIRS)("%s is readable on %s", (text, ground) => {
    expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(GROUNDS)("edges of controls can be seen on %s", (ground) => {
    expect(contrast(colour("edge", theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});
