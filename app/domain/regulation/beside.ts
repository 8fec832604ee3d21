import { type Editorial, textAt } from "../editorial.ts";
import type { Wording } from "../wording.ts";
import type { Block } from "./tree.ts";

/** The editorial text of a place as blocks of the document, told apart from what people voted on. */
export const besides = (record: { editorials: readonly Editorial[] }, place: string): Block[] =>
  blocksOf(textAt(record, place)?.wording ?? []).map((block) => ({ ...block, editorial: true }));

const blocksOf = (wording: Wording): Block[] => {
  const blocks: Block[] = [];
  for (const { kind, spans } of wording) {
    const last = blocks.at(-1);
    if (kind === "paragraph") blocks.push({ kind, inlines: spans });
    else if (last?.kind === "list" && last.ordered === (kind === "numbered")) last.items.push(spans);
    else blocks.push({ kind: "list", ordered: kind === "numbered", items: [spans] });
  }
  return blocks;
};
