import type { Language } from "#domain/language.ts";
import type { Seal } from "../seal.ts";

/** What a file of ours says of itself among its properties; LibreOffice hands it on to the PDF. */
export const marksOf = ({ id, hash }: Seal, language: Language): string => `${id}, ${language}, sha256-${hash}`;

/** Reads such marks again; null when they are not ours. */
export const readMarks = (text: string): { id: string; language: Language; hash: string } | null => {
  const [, id = "", language, hash = ""] = /([^\s<>]{1,80}\.\d{1,4}), (ru|en), sha256-([0-9a-f]{64})/.exec(text) ?? [];
  return id && (language === "ru" || language === "en") ? { id, language, hash } : null;
};
