import { createContext, useCallback, useContext, useMemo, useSyncExternalStore } from "react";
import { deviceStorage } from "./device-storage.ts";

const storage = deviceStorage();
const listeners = new Map<string, Set<() => void>>();
const draftKey = (key: string) => `reglament.draft.${key}`;

const keep = (key: string, text: string | null) => {
  if (text === null) storage.removeItem(draftKey(key));
  else storage.setItem(draftKey(key), text);
  for (const listener of listeners.get(key) ?? []) listener();
};

const useKept = (key: string): string | null => {
  const subscribe = useCallback(
    (listener: () => void) => {
      const known = listeners.get(key) ?? new Set();
      listeners.set(key, known.add(listener));
      return () => known.delete(listener);
    },
    [key],
  );
  return useSyncExternalStore(
    subscribe,
    () => storage.getItem(draftKey(key)),
    () => null,
  );
};

/** Whose drafts these are: a phone that is passed around shows nobody what another person has typed. */
export const DraftOwner = createContext("");

const useOwn = (key: string): string => {
  const owner = useContext(DraftOwner);
  return owner ? `${owner}.${key}` : key;
};

/**
 * A text that survives a reload while it is being written: [text, set, clear]. Clear it once what was sent is accepted;
 * then `initial` shows again.
 */
export const useDraft = (name: string, initial = ""): [string, (text: string) => void, () => void] => {
  const key = useOwn(name);
  const text = useKept(key) ?? initial;
  const set = useCallback((next: string) => keep(key, next), [key]);
  const clear = useCallback(() => keep(key, null), [key]);
  return [text, set, clear];
};

/** The same for a form as a plain JSON object. A kept draft that cannot be read counts as none. */
export const useDraftObject = <T extends object>(name: string, initial: T): [T, (value: T) => void, () => void] => {
  const key = useOwn(name);
  const text = useKept(key);
  const kept = useMemo(() => {
    try {
      return text === null ? null : (JSON.parse(text) as T);
    } catch {
      return null;
    }
  }, [text]);
  const set = useCallback((value: T) => keep(key, JSON.stringify(value)), [key]);
  const clear = useCallback(() => keep(key, null), [key]);
  return [kept ?? initial, set, clear];
};
