import * as Y from "yjs";

const GROUP = 32;
const TURN = 8;

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

/**
 * The updates of one turn of the loop, as one where that is smaller. Only those of one writer, whose typing melts together:
 * what somebody else sent must not depend on whether documents take it. Merging costs more than a row and a frame, so
 * when many arrive at once they stay as they are.
 */
export const shortened = <Writer>(
  news: readonly { bytes: Uint8Array; writer: Writer }[],
): readonly { bytes: Uint8Array }[] => {
  const [first, second] = news;
  if (!first || !second || news.length > TURN || news.some(({ writer }) => writer !== first.writer)) return news;
  try {
    const bytes = Y.mergeUpdates(news.map((each) => each.bytes));
    return bytes.length < news.reduce((sum, each) => sum + each.bytes.length, 0) ? [{ bytes }] : news;
  } catch {
    return news;
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
