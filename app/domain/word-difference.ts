/** A run of words that both versions have, or only one of them. */
export type Run = { text: string; in: "both" | "before" | "after" };

/** Words with the space that follows them, so that the runs put together are the texts again. */
const tokensOf = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? [];

/**
 * What changed between two versions of a text, word by word: the longest common subsequence of their words. All runs that
 * are not `after` put together are the former text, all that are not `before` the later one, but for the space between
 * words.
 */
export const wordDifference = (before: string, after: string): Run[] => {
  const a = tokensOf(before);
  const b = tokensOf(after);
  const bare = (token: string | undefined) => token?.trim();
  // length[i][j]: of the longest common subsequence of a from i on and b from j on
  const length = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const at = (i: number, j: number): number => length[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const row = length[i];
      if (row) row[j] = bare(a[i]) === bare(b[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const runs: Run[] = [];
  const add = (text: string, where: Run["in"]) => {
    const last = runs.at(-1);
    if (last?.in === where) last.text += text;
    else runs.push({ text, in: where });
  };
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && bare(a[i]) === bare(b[j])) {
      add(b[j] ?? "", "both");
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) add(a[i++] ?? "", "before");
    else add(b[j++] ?? "", "after");
  }
  return runs;
};
