import * as Y from "yjs";

const GROUP = 32;

/**
 * One update that says what many said. Goes through a document in one transaction: merging a long log flat grows faster
 * than its length (yjs #710). An update that no document takes keeps the others from being lost: then the bytes are
 * merged in small groups and nothing is collected.
 */
export const merged = (updates: readonly Uint8Array[]): Uint8Array => {
  if (updates.length === 1 && updates[0]) return updates[0];
  const doc = new Y.Doc();
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update);
    });
    return Y.encodeStateAsUpdate(doc);
  } catch {
    return mergedInGroups(updates);
  } finally {
    doc.destroy();
  }
};

const mergedInGroups = (updates: readonly Uint8Array[]): Uint8Array => {
  let level = [...updates];
  while (level.length > 1) {
    const next: Uint8Array[] = [];
    for (let at = 0; at < level.length; at += GROUP) next.push(Y.mergeUpdates(level.slice(at, at + GROUP)));
    level = next;
  }
  return level[0] ?? Uint8Array.of(0, 0);
};

/** Brings a document up to date; what it does not take is counted, not thrown. */
export const applyAll = (doc: Y.Doc, updates: readonly Uint8Array[]): number => {
  let refused = 0;
  doc.transact(() => {
    for (const update of updates)
      try {
        Y.applyUpdate(doc, update);
      } catch {
        refused++;
      }
  });
  return refused;
};
