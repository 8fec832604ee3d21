import { Packer } from "docx";
import type { Regulation } from "#domain/regulation.ts";
import type { Seal } from "../seal.ts";
import { documentOf } from "./document.ts";
import { normalised } from "./normal.ts";

/**
 * The bytes of the Word file, made in this thread. The rouble sign is in no free font of the width of Times New Roman;
 * a substitute makes its line higher and moves pages, so the word stands for it.
 */
export const writeDocx = async (composed: Regulation, seal: Seal | null = null): Promise<Uint8Array> => {
  const rouble = composed.language === "ru" ? "руб." : "RUB";
  const regulation = JSON.parse(JSON.stringify(composed).replace(/\u20bd\.?/g, rouble)) as Regulation;
  const { document, captions } = documentOf(regulation, seal);
  return normalised(new Uint8Array(await Packer.toBuffer(document)), regulation.edition.date, captions);
};
