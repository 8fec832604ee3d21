import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, it } from "vitest";
import { ru } from "#words/ru/index.ts";
import { phone } from "#words/ru/phone.ts";
import { type Source, spoken } from "./spoken.ts";

const root = join(import.meta.dirname, "../..");

/** A module and everything it imports from app/, also lazily; types do no harm here. */
const reached = (start: string[]): Source[] => {
  const found = new Map<string, Source>();
  const walk = (file: string) => {
    if (found.has(file) || !/\.tsx?$/.test(file) || /words\/(ru|en)\//.test(file) || !existsSync(join(root, file)))
      return;
    const text = readFileSync(join(root, file), "utf8");
    found.set(file, { file, text });
    for (const [, specifier = ""] of text.matchAll(/(?:from|import\(?)\s*"([#.][^"]+)"/g))
      walk(specifier.startsWith("#") ? `app/${specifier.slice(1)}` : normalize(join(dirname(file), specifier)));
  };
  for (const file of start) walk(file);
  return [...found.values()];
};

it("a participant's phone loads every word that its page can say", () => {
  const sources = reached(["app/root.tsx", "app/routes/room.tsx"]);
  const { literals, completed } = spoken(sources);
  const said = Object.keys(ru).filter(
    (key) => literals.has(key) || [...completed.keys()].some((start) => key.startsWith(start)),
  );
  expect(sources.length).toBeGreaterThan(20);
  expect(said.length).toBeGreaterThan(100);
  expect(said.filter((key) => !(key in phone))).toEqual([]);
});
