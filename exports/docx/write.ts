import { Packer } from "docx";
import type { Block, Regulation } from "#domain/regulation.ts";
import { documentOf } from "./document.ts";
import { normalised } from "./normal.ts";
import { WORDS } from "./words.ts";

/**
 * The bytes of the Word file, made in this thread. The rouble sign is in no free font of the width of Times New Roman;
 * a substitute makes its line higher and moves pages, so the word stands for it.
 */
export const writeDocx = async (composed: Regulation): Promise<Uint8Array> => {
  const rouble = composed.language === "ru" ? "руб." : "RUB";
  const regulation = JSON.parse(JSON.stringify(composed).replace(/\u20bd\.?/g, rouble)) as Regulation;
  const packed = await Packer.toBuffer(documentOf(regulation));
  return normalised(new Uint8Array(packed), regulation.edition.date, captionsOf(regulation));
};

const captionsOf = (regulation: Regulation): string[] => {
  const w = WORDS[regulation.language];
  const blocks: Block[] = [
    ...regulation.parts
      .flatMap(({ sections }) => sections)
      .flatMap(({ items }) => items)
      .flatMap((item) => (item.kind === "clause" ? item.blocks : item.kind === "stage" ? [] : [item])),
    ...regulation.annexes.flatMap(({ items }) => items),
  ];
  return [...blocks.flatMap((block) => (block.kind === "table" ? [block.caption] : [])), w.agreement, w.changes];
};
