import { Packer } from "docx";
import type { Block, Regulation } from "#domain/regulation.ts";
import { documentOf } from "./document.ts";
import { normalised } from "./normal.ts";
import { WORDS } from "./words.ts";

/** The bytes of the Word file, made in this thread. */
export const writeDocx = async (regulation: Regulation): Promise<Uint8Array> => {
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
