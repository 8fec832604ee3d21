import type { Language } from "#domain/language.ts";
import { learn } from "./words.ts";

/** Fetches one language as a chunk of its own; the browser calls it before hydration with the language of the page. */
export const loadWords = async (language: Language): Promise<void> => {
  if (language === "en") learn("en", (await import("./en/index.ts")).en);
  else learn("ru", (await import("./ru/index.ts")).ru);
};
