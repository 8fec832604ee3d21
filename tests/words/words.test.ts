import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { REFUSALS } from "#domain/refusal.ts";
import { en } from "#words/en/index.ts";
import type { Message } from "#words/message.ts";
import { ru } from "#words/ru/index.ts";
import { COMPLETED } from "#words/templates.ts";
import "#words/both.ts";
import { makeWords } from "#words/words.ts";
import { sources, spoken } from "./spoken.ts";

const root = join(import.meta.dirname, "../..");
const keys = Object.keys(ru) as (keyof typeof ru)[];
const forms = (message: Message): string[] => (typeof message === "string" ? [message] : Object.values(message));
const names = (message: Message): string[] =>
  [...new Set(forms(message).flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort();

/** Names of languages and products are the same everywhere. */
const SAME_IN_BOTH = ["language.ru", "language.en", "shelf.state"];

describe("what the code says", () => {
  const { literals, completed, asked } = spoken(sources(root));
  const completes = (entry: string) => [...completed.keys()].some((start) => entry.startsWith(start));
  const declared = (key: string) =>
    COMPLETED.some((entry) => (entry.endsWith(".") ? key.startsWith(entry) : key === entry) && completes(entry));

  it("asks only for words that the catalogue has", () => {
    const missing = [...asked].filter(([key]) => !(key in ru)).map(([key, file]) => `${key} (${file})`);
    expect(missing).toEqual([]);
  });

  it("leaves no word of the catalogue unused", () => {
    const unused = keys.filter((key) => !literals.has(key) && !declared(key));
    expect(unused, "said nowhere: use these words or take them out of app/words/ru and app/words/en").toEqual([]);
  });

  it("completes only keys whose beginning is declared in app/words/templates.ts", () => {
    const beginnings = new Set(keys.map((key) => key.slice(0, key.indexOf(".") + 1)));
    const undeclared = [...completed].filter(
      ([start]) => beginnings.has(start) && !COMPLETED.some((entry) => entry.startsWith(start)),
    );
    expect(undeclared).toEqual([]);
  });

  it("declares no beginning that nobody completes", () => {
    expect(COMPLETED.filter((entry) => !completes(entry))).toEqual([]);
  });
});

describe("the two catalogues", () => {
  it("have the same keys", () => {
    expect(Object.keys(en).sort()).toEqual([...keys].sort());
  });

  it("define no key in two areas", () => {
    const files = import.meta.glob<Record<string, object>>(
      ["../../app/words/ru/*.ts", "!**/{index,phone,typed,desk}.ts"],
      {
        eager: true,
      },
    );
    const every = Object.values(files).flatMap((file) => Object.values(file).flatMap((area) => Object.keys(area)));
    expect(every.filter((key, index) => every.indexOf(key) !== index)).toEqual([]);
    expect(every.length).toBe(keys.length);
  });

  it("take the same arguments for every key", () => {
    const different = keys.filter((key) => names(ru[key]).join() !== names(en[key]).join());
    expect(different).toEqual([]);
  });

  it("leave nothing untranslated", () => {
    const same = keys.filter(
      (key) => JSON.stringify(ru[key]) === JSON.stringify(en[key]) && !SAME_IN_BOTH.includes(key),
    );
    const cyrillic = keys.filter((key) => key !== "language.ru" && forms(en[key]).some((text) => /[а-яё]/i.test(text)));
    expect([...same, ...cyrillic]).toEqual([]);
  });

  it("speak calmly: no exclamation marks, no emoji, no straight quotes, no stray spaces", () => {
    const loud = keys.filter((key) =>
      [...forms(ru[key]), ...forms(en[key])].some((text) => /!|\p{Extended_Pictographic}|"|^\s|\s$|\s\s/u.test(text)),
    );
    expect(loud).toEqual([]);
  });

  it("have all plural forms that a language needs", () => {
    for (const [language, catalogue] of [
      ["ru", ru],
      ["en", en],
    ] as const) {
      const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      const short = Object.entries(catalogue).filter(
        ([, message]) => typeof message !== "string" && needed.some((form) => !(form in (message as object))),
      );
      expect(short.map(([key]) => key)).toEqual([]);
    }
  });

  it("have a sentence for every refusal", () => {
    expect(REFUSALS.filter((code) => !(`refusal.${code}` in ru))).toEqual([]);
  });
});

describe("speaking", () => {
  const russian = makeWords("ru");
  const english = makeWords("en");
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

  it("counts in Russian", () => {
    const said = [1, 2, 5, 11, 21, 22, 1.5].map((count) => russian.minutes(count));
    expect(said).toEqual(["1 минута", "2 минуты", "5 минут", "11 минут", "21 минута", "22 минуты", "1,5 минуты"]);
  });

  it("counts in English", () => {
    expect([1, 2, 1.5].map((count) => english.minutes(count))).toEqual(["1 minute", "2 minutes", "1.5 minutes"]);
  });

  it("says money, shares, dates and lists the way the language does", () => {
    expect(plain(russian.money(144000))).toBe("144 000 ₽");
    expect(plain(russian.money(57600.5))).toBe("57 600,50 ₽");
    expect(english.money(144000)).toBe("₽144,000");
    expect(plain(russian.percent(0.9))).toBe("90 %");
    expect(english.percent(0.923, 1)).toBe("92.3%");
    expect(plain(russian.date("2026-11-23"))).toBe("23 ноября 2026 г.");
    expect(english.date("2026-11-23")).toBe("23 November 2026");
    expect(russian.list(["склад", "цех", "офис"])).toBe("склад, цех и офис");
    expect(english.list(["shop", "stock"], "or")).toBe("shop or stock");
  });

  it("says how long something may take", () => {
    expect(russian.duration({ value: 3, unit: "rings" })).toBe("3 гудка");
    expect(russian.duration({ value: 2, unit: "workDay" })).toBe("2 рабочих дня");
    expect(russian.duration({ value: 0, unit: "untilDateField" }, "Дата замера")).toBe("до даты в поле «Дата замера»");
    expect(english.duration({ value: 1, unit: "calDay" })).toBe("1 calendar day");
  });

  it("puts a person's own braces into a text as they are", () => {
    expect(russian.t("combobox.create", { text: "{count} $& \\" })).toBe("Добавить «{count} $& \\»");
  });
});
