import { Document } from "docx";
import type { Regulation } from "#domain/regulation.ts";
import { wordDifference } from "#domain/word-difference.ts";
import { bodyOf, prefaceOf } from "./body.ts";
import { besidesOf, type Laid, propertiesOf } from "./document.ts";
import { drawn } from "./drawn.ts";
import { type Drawing, type Grid, type Line, line, type Mark, type Matter, type Run } from "./matter.ts";
import { numbering } from "./numbering.ts";
import { type Profile, paperFor } from "./profile.ts";
import { runningLines } from "./running.ts";
import { styles } from "./styles.ts";
import { dayIn, WORDS } from "./words.ts";

/**
 * Two editions as one file in which what came and went stands as tracked changes: Word accepts or rejects them, one by one
 * or all. Rejected, it is the former edition word for word; accepted, the later.
 */
export const redlineOf = (before: Regulation, after: Regulation, profile: Profile): Laid => {
  const { language, edition, title, company, brand } = after;
  const w = WORDS[language];
  const day = dayIn(language);
  const paper = paperFor(profile);
  const width = paper.textWidth;
  const matter: Matter[] = [
    line("Company", company),
    line("Title", title),
    line("Quiet", w.compared(before.edition.number, day(before.edition.date), edition.number, day(edition.date))),
    ...compared(textOf(before, width), textOf(after, width)),
  ];
  let count = 0;
  const changes = {
    author: `${w.edition} ${edition.number}`,
    date: `${edition.date}T00:00:00Z`,
    next: () => 10_000 + ++count,
  };
  return {
    document: new Document({
      ...propertiesOf(after, null),
      title: `${title}: ${w.comparison}`,
      styles: styles(language, brand?.colour?.slice(1)),
      numbering,
      sections: [
        {
          properties: { page: paper.page, titlePage: true },
          ...runningLines(after, null, profile),
          children: drawn(matter, width, changes),
        },
      ],
    }),
    ...besidesOf(matter),
  };
};

/** What belongs together of two lists: same, paired (changed), or only in one of them, in reading order. */
type Step<T> = { before: T; after: T } | { before: T; after: null } | { before: null; after: T };

const aligned = <T>(a: readonly T[], b: readonly T[], key: (one: T) => string, isLike: (x: T, y: T) => boolean) => {
  const steps: Step<T>[] = [];
  for (const gap of gapsBetween(a.map(key), b.map(key))) {
    const gone = a.slice(gap.a[0], gap.a[1]);
    const come = b.slice(gap.b[0], gap.b[1]);
    let from = 0;
    for (const one of gone) {
      const at = come.findIndex((other, index) => index >= from && isLike(one, other));
      if (at < 0) {
        steps.push({ before: one, after: null });
        continue;
      }
      for (const other of come.slice(from, at)) steps.push({ before: null, after: other });
      steps.push({ before: one, after: come[at] as T });
      from = at + 1;
    }
    for (const other of come.slice(from)) steps.push({ before: null, after: other });
    const [same, other] = [a[gap.a[1]], b[gap.b[1]]];
    if (same !== undefined && other !== undefined) steps.push({ before: same, after: other });
  }
  return steps;
};

type Gap = { a: [number, number]; b: [number, number] };

/** The stretches between the items of the longest common subsequence; each but the last is followed by a common item. */
const gapsBetween = (a: readonly string[], b: readonly string[]): Gap[] => {
  const width = b.length + 1;
  const length = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => length[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      length[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const gaps: Gap[] = [];
  let [i, j, fromA, fromB] = [0, 0, 0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      gaps.push({ a: [fromA, i], b: [fromB, j] });
      [fromA, fromB] = [++i, ++j];
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return [...gaps, { a: [fromA, a.length], b: [fromB, b.length] }];
};

/** What can be compared word by word: a drawing cannot, and without a paper for it none is made. */
type Told = Exclude<Matter, Drawing>;
/** All that an edition says, the preface first, with lists where it has pictures. */
const textOf = (edition: Regulation, width: number): Told[] =>
  [...prefaceOf(edition), ...bodyOf(edition, width)].filter((one): one is Told => one.kind !== "chart");

const wordsOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join("");
const keyOf = (one: Told): string =>
  one.kind === "line"
    ? JSON.stringify([one.look, wordsOf(one.runs), one.list === "bullets" ? 0 : one.list === undefined ? 1 : 2])
    : JSON.stringify([one.columns, one.rows.map((row) => row.map(wordsOf))]);

/** Of two texts enough words are the same for the one to be the other, changed. */
const LIKE = 0.4;
const isLikeText = (a: string, b: string): boolean => {
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const [one, other] = [words(a), words(b)];
  const common = [...one].filter((word) => other.has(word)).length;
  return common > 0 && common / Math.max(one.size, other.size) >= LIKE;
};

const isLike = (a: Told, b: Told): boolean =>
  a.kind === "line" && b.kind === "line"
    ? a.look === b.look &&
      (a.list === undefined) === (b.list === undefined) &&
      isLikeText(wordsOf(a.runs), wordsOf(b.runs))
    : a.kind === "grid" && b.kind === "grid" && JSON.stringify(a.columns) === JSON.stringify(b.columns);

const compared = (before: readonly Told[], after: readonly Told[]): Told[] =>
  aligned(before, after, keyOf, isLike).map(({ before: old, after: now }): Told => {
    if (now === null) return removed(old);
    if (old === null) return { ...now, mark: "added" };
    if (keyOf(old) === keyOf(now)) return now;
    if (old.kind === "line" && now.kind === "line") return { ...now, runs: changedRuns(old.runs, now.runs) };
    return old.kind === "grid" && now.kind === "grid" ? changedGrid(old, now) : now;
  });

const FORMER = 50_000;

/** What is gone is no heading of the contents, no target and no clause any more. */
const removed = (one: Told): Told => {
  if (one.kind === "grid") return { ...one, mark: "removed" };
  const { bookmark: _, tag: __, contents: ___, ...rest }: Line = one;
  return {
    ...rest,
    runs: rest.runs.map(({ ref: ____, ...run }) => run),
    // lists of the former edition count apart from those of the later
    ...(typeof rest.list === "number" && { list: rest.list + FORMER }),
    mark: "removed",
  };
};

const MARKS: Record<"both" | "before" | "after", Mark | null> = { both: null, before: "removed", after: "added" };

const changedRuns = (before: readonly Run[], after: readonly Run[]): Run[] =>
  wordDifference(wordsOf(before), wordsOf(after)).map(({ text, in: where }) => {
    const mark = MARKS[where];
    return { text, ...(mark && { mark }) };
  });

const changedGrid = (before: Grid, after: Grid): Grid => {
  const key = (row: Run[][]) => JSON.stringify(row.map(wordsOf));
  const isSameRow = (a: Run[][], b: Run[][]) => wordsOf(a[0] ?? []) === wordsOf(b[0] ?? []);
  const steps = aligned(before.rows, after.rows, key, isSameRow);
  return {
    ...after,
    rows: steps.map(({ before: old, after: now }) =>
      old === null ? now : now === null ? old : now.map((runs, at) => cellOf(old[at] ?? [], runs)),
    ),
    rowMarks: steps.map(({ before: old, after: now }) => (old === null ? "added" : now === null ? "removed" : null)),
  };
};

const cellOf = (before: Run[], after: Run[]): Run[] =>
  wordsOf(before) === wordsOf(after) ? after : changedRuns(before, after);
