/** A number that looks like chance and is always the same for the same text (FNV-1a). */
const scattered = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
};

/** The texts in an order that depends on them and on the seed, and tells nothing else. */
export const shuffled = (seed: string, texts: readonly string[]): string[] =>
  [...texts].sort((a, b) => scattered(seed + a) - scattered(seed + b) || (a < b ? -1 : 1));

/** As many as are wanted, each kind in its turn, so that no kind is asked twice while another waits. */
export const chosen = <T extends { id: string; kind: string }>(all: readonly T[], wanted: number): T[] => {
  const byKind = new Map<string, T[]>();
  for (const one of [...all].sort((a, b) => scattered(a.id) - scattered(b.id)))
    byKind.set(one.kind, [...(byKind.get(one.kind) ?? []), one]);
  const turns = [...byKind.values()];
  const longest = Math.max(0, ...turns.map(({ length }) => length));
  const inTurn = Array.from({ length: longest }, (_, at) => turns.flatMap((kind) => kind[at] ?? [])).flat();
  return inTurn.slice(0, wanted);
};
