import type { Language } from "#domain/language.ts";
import { learn } from "./words.ts";

const PHONE = /^\/w\/[^/]+\/?$/;

const PARTS = {
  ru: {
    phone: async () => learn("ru", (await import("./ru/phone.ts")).phone),
    desk: async () => learn("ru", (await import("./ru/desk.ts")).desk),
  },
  en: {
    phone: async () => learn("en", (await import("./en/phone.ts")).phone),
    desk: async () => learn("en", (await import("./en/desk.ts")).desk),
  },
} as const;

/**
 * Fetches the words that the page of a path says, in one language; the entry does it before hydration and the root's
 * client middleware before each move to another page. A participant's phone does without the desk's words.
 */
export const loadWords = async (language: Language, path: string): Promise<void> => {
  const { phone, desk } = PARTS[language];
  await Promise.all(PHONE.test(path) ? [phone()] : [phone(), desk()]);
};
