import type { Language } from "#domain/language.ts";
import { learn } from "./words.ts";

const PHONE = /^\/w\/[^/]+\/?$/;

const PARTS = {
  ru: {
    phone: async () => learn("ru", (await import("./ru/phone.ts")).phone),
    typed: async () => learn("ru", (await import("./ru/typed.ts")).typed),
    desk: async () => learn("ru", (await import("./ru/desk.ts")).desk),
  },
  en: {
    phone: async () => learn("en", (await import("./en/phone.ts")).phone),
    typed: async () => learn("en", (await import("./en/typed.ts")).typed),
    desk: async () => learn("en", (await import("./en/desk.ts")).desk),
  },
} as const;

/**
 * Fetches the words that the page of a path says, in one language; the entry does it before hydration and the root's
 * client middleware before each move to another page. A participant's phone does without the desk's words,
 * and gets those of typed answers later.
 */
export const loadWords = async (language: Language, path: string): Promise<void> => {
  const { phone, typed, desk } = PARTS[language];
  await Promise.all(PHONE.test(path) ? [phone()] : [phone(), typed(), desk()]);
};

/** On a phone: the words of typed answers, before the first of them is shown. The server has them already. */
export const loadTypedWords = async (): Promise<void> => {
  if (typeof document !== "undefined") await PARTS[document.documentElement.lang === "en" ? "en" : "ru"].typed();
};
