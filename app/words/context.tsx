import { createContext, type ReactNode, useContext } from "react";
import type { Language } from "#domain/language.ts";
import { makeWords, type Words } from "./words.ts";

const WordsContext = createContext<Words | null>(null);

/** Stands once in the root, inside `<body>`; the language comes from the root loader. */
export const WordsProvider = ({ language, children }: { language: Language; children: ReactNode }) => (
  <WordsContext value={makeWords(language)}>{children}</WordsContext>
);

/** `const { t, date } = useWords()` in any component. */
export const useWords = (): Words => {
  const words = useContext(WordsContext);
  if (!words) throw new Error("useWords was called outside WordsProvider");
  return words;
};
