import { useEffect, useState } from "react";
import type { FieldType } from "#domain/answer.ts";
import { useWords } from "#words/context.tsx";

/** An entry of a shared dictionary in the reader's language; which parts are there depends on the dictionary. */
export type Entry = {
  id: string;
  name: string;
  type?: FieldType;
  auto?: boolean;
  group?: string;
  commentRequired?: boolean;
  formula?: string;
  sources?: string[];
  audience?: string[];
  frequency?: string;
  decision?: string;
};
export type Term = { id: string; name: string; meaning: string };
export type Dictionary = { fields: Entry[]; lossReasons: Entry[]; metrics: Entry[]; reports: Entry[]; terms: Term[] };

const EMPTY: Dictionary = { fields: [], lossReasons: [], metrics: [], reports: [], terms: [] };
const loaded = new Map<string, Promise<Dictionary>>();

/** The dictionaries come once, when the first form that needs one is opened; until then own entries work. */
export const useDictionary = (): Dictionary => {
  const { language } = useWords();
  const [dictionary, setDictionary] = useState(EMPTY);
  useEffect(() => {
    let current = true;
    const url = `/dictionary/${language}`;
    const coming = loaded.get(url) ?? fetch(url).then((response) => response.json() as Promise<Dictionary>);
    loaded.set(url, coming);
    coming.then(
      (value) => current && setDictionary(value),
      () => loaded.delete(url),
    );
    return () => {
      current = false;
    };
  }, [language]);
  return dictionary;
};
