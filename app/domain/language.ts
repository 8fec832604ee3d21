import { z } from "zod";

export const Language = z.enum(["ru", "en"]);
export type Language = z.infer<typeof Language>;

const Text = z.string().trim().min(1);

/** A text in both languages of the product; neither may be missing. */
export const Bilingual = z.strictObject({ ru: Text, en: Text });
export type Bilingual = z.infer<typeof Bilingual>;

export const say = (text: Bilingual, language: Language): string => text[language];
