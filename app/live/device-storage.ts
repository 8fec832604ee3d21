/** What this device keeps, by key. */
export type DeviceStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** localStorage, and memory in its place where the browser forbids it or it is full: then a reload forgets. */
export const deviceStorage = (): DeviceStorage => {
  const memory = new Map<string, string>();
  const attempt = <T>(act: (storage: Storage) => T): T | null => {
    try {
      return act(globalThis.localStorage);
    } catch {
      return null;
    }
  };
  return {
    getItem: (key) => memory.get(key) ?? attempt((storage) => storage.getItem(key)),
    setItem: (key, value) => {
      const isKept = attempt((storage) => {
        storage.setItem(key, value);
        return true;
      });
      if (isKept) memory.delete(key);
      else memory.set(key, value);
    },
    removeItem: (key) => {
      memory.delete(key);
      attempt((storage) => storage.removeItem(key));
    },
  };
};
