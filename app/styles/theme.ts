import { cookieOf } from "#words/language-of.ts";

export const THEMES = ["light", "dark", "system"] as const;
export type Theme = (typeof THEMES)[number];

export const isTheme = (value: unknown): value is Theme => THEMES.some((theme) => theme === value);

/** The own choice of a person (cookie `theme`); without one the device decides. */
export const themeOf = (request: Request): Theme => {
  const chosen = cookieOf(request, "theme");
  return isTheme(chosen) ? chosen : "system";
};
