import type { Duration } from "../duration.ts";
import type { Language } from "../language.ts";
import { speak } from "../regulation/words.ts";
import type { Moment } from "./calendar.ts";
import { EN } from "./words-en.ts";
import { RU } from "./words-ru.ts";

/** What a sentence may speak with: marks of quotation, lengths of time, moments, enumerations. */
export type Tongue = {
  quote: (name: string) => string;
  length: (duration: Duration) => string;
  number: (value: number) => string;
  amount: (value: number, unit: "percent" | "money" | "days") => string;
  when: (moment: Moment) => string;
  weekday: (at: number) => string;
  /** A role or a step inside a sentence: without its capital letter, unless that is an abbreviation or a name. */
  inside: (text: string) => string;
  /** A text of the workshop as a sentence of its own, with the full stop that people leave out. */
  sentence: (text: string) => string;
};

/** Everything that a rehearsal says by itself, in one language; names and steps are in the language of the workshop. */
export const wordsOf = (language: Language, fieldName: (key: string) => string) => {
  const { quote, duration, number, amount } = speak(language);
  const names = new Intl.DateTimeFormat(language === "ru" ? "ru-RU" : "en-GB", { weekday: "long", timeZone: "UTC" });
  // the first of January 2024 was a Monday, as day 0 is
  const weekday = (at: number) => names.format(Date.UTC(2024, 0, 1 + at));
  const tongue: Tongue = {
    quote,
    number,
    amount,
    length: (length) => duration(length, fieldName),
    weekday,
    when: ({ day, weekday: at, time }) =>
      `${language === "ru" ? "день" : "day"} ${number(day)}, ${weekday(at)}, ${time}`,
    inside: (text) => (/^\p{Lu}(\p{Ll}|\s)/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text),
    sentence: (text) => (/[.!?…:;]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`),
  };
  return { ...tongue, ...(language === "ru" ? RU : EN)(tongue) };
};
export type Words = ReturnType<typeof wordsOf>;
