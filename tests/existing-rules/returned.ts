import type { LaidPassage } from "#domain/existing-rules.ts";
import type { WorkshopRecord } from "#domain/record.ts";
import { rulesOf } from "#domain/rule.ts";

type Share = { right: number; all: number };

/**
 * How many clauses of our own document, read back, were laid to the question that their rule came from, and how many of
 * the list items and table rows below them. A clause begins with its number and ends with a line such as «… · R-20, v1».
 */
export const returned = (
  passages: readonly LaidPassage[],
  record: WorkshopRecord,
): { clauses: Share; items: Share } => {
  const clauses = { right: 0, all: 0 };
  const items = { right: 0, all: 0 };
  let open: LaidPassage[] = [];
  for (const passage of passages) {
    if (/^\d+\.\d+\.\d+\.?$/.test(passage.label)) open = [];
    const id = / · (R-\d+), v\d+$/.exec(passage.text)?.[1];
    const rule = rulesOf(record).find((one) => one.id === id);
    if (!rule) {
      open.push(passage);
      continue;
    }
    open.forEach(({ place }, at) => {
      const share = at === 0 ? clauses : items;
      share.all++;
      if (place?.question === rule.question) share.right++;
    });
    open = [];
  }
  return { clauses, items };
};
