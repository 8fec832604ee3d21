import type { Duration } from "#domain/duration.ts";
import type { Language } from "#domain/language.ts";
import type { Arguments, Catalogue, Key, Message } from "./message.ts";

const LOCALE: Record<Language, string> = { ru: "ru-RU", en: "en-GB" };

const DATES = {
  day: { day: "numeric", month: "long", year: "numeric" },
  short: { day: "2-digit", month: "2-digit", year: "numeric" },
  weekday: { weekday: "long", day: "numeric", month: "long" },
  moment: { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" },
  time: { hour: "2-digit", minute: "2-digit" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DateStyle = keyof typeof DATES;

/** How to say things in one language. Everything is pure: the same arguments give the same text on server and browser. */
export type Words = {
  language: Language;
  /** The text of a key with its `{names}` filled in; numbers are written the way the language writes them. */
  t: <K extends Key>(key: K, ...rest: Arguments<K>) => string;
  /** A date (ISO text, milliseconds or Date) in UTC unless another zone is given. */
  date: (date: string | number | Date, style?: DateStyle, timeZone?: string) => string;
  number: (value: number, digits?: number) => string;
  /** A share from 0 to 1 as a percentage. */
  percent: (share: number, digits?: number) => string;
  money: (value: number, currency?: string) => string;
  /** `field` is the name of the date field that a duration of the unit `untilDateField` waits for. */
  duration: (duration: Pick<Duration, "value" | "unit">, field?: string) => string;
  minutes: (count: number) => string;
  list: (items: readonly string[], joined?: "and" | "or") => string;
};

const catalogues = new Map<Language, Partial<Catalogue>>();
const spoken = new Map<Language, Words>();

/** Makes words of a language available; the server learns all at its start, a browser what its page needs. */
export const learn = (language: Language, words: Partial<Catalogue>): void => {
  catalogues.set(language, Object.assign(catalogues.get(language) ?? {}, words));
};

/** The words of a language. Throws when nobody has learnt it: see `load.ts` (browser) and `both.ts` (server). */
export const makeWords = (language: Language): Words => {
  const known = spoken.get(language);
  if (known) return known;
  const catalogue = catalogues.get(language);
  if (!catalogue) throw new Error(`the words of "${language}" were not loaded`);
  const words = speak(language, catalogue);
  spoken.set(language, words);
  return words;
};

const speak = (language: Language, catalogue: Partial<Catalogue>): Words => {
  const locale = LOCALE[language];
  const plural = new Intl.PluralRules(locale);
  // making a format takes a hundred times longer than asking it, and a page says dozens of numbers
  const numbers = new Map<number, Intl.NumberFormat>();
  const number = (value: number, digits = 2) => {
    const known = numbers.get(digits) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: digits });
    numbers.set(digits, known);
    return known.format(value);
  };

  const dates = new Map<string, Intl.DateTimeFormat>();
  const dateFormat = (style: DateStyle, timeZone: string) => {
    const known = dates.get(style + timeZone) ?? new Intl.DateTimeFormat(locale, { ...DATES[style], timeZone });
    dates.set(style + timeZone, known);
    return known;
  };

  const say = (key: Key, params: Record<string, string | number> = {}): string => {
    const message: Message | undefined = catalogue[key];
    if (message === undefined) throw new Error(`the word "${key}" is not among those that this page loads (load.ts)`);
    const text =
      typeof message === "string" ? message : (message[plural.select(Number(params.count))] ?? message.other);
    return text.replace(/\{(\w+)\}/g, (braces, name: string) => {
      const value = params[name];
      return value === undefined ? braces : typeof value === "number" ? number(value) : value;
    });
  };

  return {
    language,
    t: (key, ...rest) => say(key, rest[0]),
    date: (date, style = "day", timeZone = "UTC") => dateFormat(style, timeZone).format(new Date(date)),
    number,
    percent: (share, digits = 0) =>
      new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: digits }).format(share),
    money: (value, currency = "RUB") =>
      new Intl.NumberFormat(locale, {
        style: "currency",
        currency,
        currencyDisplay: "narrowSymbol",
        minimumFractionDigits: Number.isInteger(value) ? 0 : 2,
        maximumFractionDigits: 2,
      }).format(value),
    duration: ({ value, unit }, field) =>
      unit !== "untilDateField"
        ? say(`unit.${unit}`, { count: value })
        : field
          ? say("unit.untilDateField", { field })
          : say("unit.untilDate"),
    minutes: (count) => say("unit.min", { count }),
    list: (items, joined = "and") =>
      new Intl.ListFormat(locale, { type: joined === "and" ? "conjunction" : "disjunction" }).format(items),
  };
};
