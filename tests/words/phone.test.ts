import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, it } from "vitest";
import { ru } from "#words/ru/index.ts";
import { phone } from "#words/ru/phone.ts";
import { typed } from "#words/ru/typed.ts";
import { type Source, spoken } from "./spoken.ts";

const root = join(import.meta.dirname, "../..");

const AT_ONCE = /^(?:import|export) (?!type )[^"]*?from "([#.][^"]+)"/gm;
const ALSO_LATER = /(?:from|import\(?)\s*"([#.][^"]+)"/g;

/** A module and everything it imports from app/; types do no harm here. */
const reached = (start: string[], imports: RegExp): Source[] => {
  const found = new Map<string, Source>();
  const walk = (file: string) => {
    if (found.has(file) || !/\.tsx?$/.test(file) || /words\/(ru|en)\//.test(file) || !existsSync(join(root, file)))
      return;
    const text = readFileSync(join(root, file), "utf8");
    found.set(file, { file, text });
    for (const [, specifier = ""] of text.matchAll(imports))
      walk(specifier.startsWith("#") ? `app/${specifier.slice(1)}` : normalize(join(dirname(file), specifier)));
  };
  for (const file of start) walk(file);
  return [...found.values()];
};

const saidBy = (sources: Source[]): string[] => {
  const { literals, completed } = spoken(sources);
  return Object.keys(ru).filter(
    (key) => literals.has(key) || [...completed.keys()].some((start) => key.startsWith(start)),
  );
};
const PAGE = ["app/root.tsx", "app/routes/room.tsx"];

it("a participant's phone loads every word that its page can say", () => {
  const said = saidBy(reached(PAGE, ALSO_LATER));
  expect(said.length).toBeGreaterThan(100);
  expect(said.filter((key) => !(key in phone) && !(key in typed))).toEqual([]);
});

it("its first paint says nothing of what comes later", () => {
  const said = saidBy(reached(PAGE, AT_ONCE));
  expect(said.length).toBeGreaterThan(50);
  expect(said.filter((key) => !(key in phone))).toEqual([]);
});
