import type { Language } from "#domain/language.ts";
import { type Paper, paperOf } from "./looks.ts";

/**
 * What a sheet looks like by custom. `gost-7.0.97-2025`: margins and page numbers as the Russian standard of 2025 advises,
 * the stamp in both forms. `international`: a block of document control on every page (ISO 9001, 7.5.3), one stamp, changes
 * newest first.
 */
export const PROFILES = ["gost-7.0.97-2025", "international"] as const;
export type Profile = (typeof PROFILES)[number];

export const profileOf = (language: Language, asked?: Profile | undefined): Profile =>
  asked ?? (language === "ru" ? "gost-7.0.97-2025" : "international");

const MARGINS: Record<Profile, Parameters<typeof paperOf>[0]> = {
  "gost-7.0.97-2025": { top: 20, bottom: 20, left: 20, right: 10, header: 10, footer: 8 },
  international: { top: 28, bottom: 22, left: 25, right: 20, header: 12, footer: 10 },
};

export const paperFor = (profile: Profile): Paper => paperOf(MARGINS[profile]);
