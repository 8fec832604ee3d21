import { type Document, Packer } from "docx";
import { strToU8 } from "fflate";
import type { Language } from "#domain/language.ts";
import type { Leaflet, Regulation } from "#domain/regulation.ts";
import type { Seal } from "../seal.ts";
import { blocksDocument } from "./blocks.ts";
import { clean } from "./clean.ts";
import { documentOf, type Laid } from "./document.ts";
import { leafletOf } from "./leaflet.ts";
import type { Drawing } from "./matter.ts";
import { normalised } from "./normal.ts";
import { type Profile, profileOf } from "./profile.ts";
import { redlineOf } from "./redline.ts";
import { type TickList, ticksOf } from "./ticks.ts";

/** What can be asked of the writer: plain data. */
export type Job =
  | ({ regulation: Regulation; seal: Seal | null; profile?: Profile | undefined } & (
      | { kind: "instruction" }
      | { kind: "blocks" }
      | { kind: "leaflet"; leaflet: Leaflet }
      | { kind: "redline"; before: Regulation }
    ))
  | { kind: "ticks"; list: TickList };

/**
 * The bytes of a Word file, made in this thread. The rouble sign is in no free font of the width of Times New Roman;
 * a substitute makes its line higher and moves pages, so the word stands for it. What no XML can hold is left out here, of every
 * text at once, wherever it will stand.
 */
export const write = async (asked: Job): Promise<Uint8Array> => {
  const { language, date } =
    asked.kind === "ticks"
      ? { language: asked.list.language, date: asked.list.edition }
      : { language: asked.regulation.language, date: asked.regulation.edition.date };
  const rouble = language === "ru" ? "руб." : "RUB";
  const job = JSON.parse(JSON.stringify(asked).replace(/\u20bd\.?/g, rouble), (_, value) =>
    typeof value === "string" ? clean(value) : value,
  ) as Job;
  const { document, charts, ...besides } = laid(job, language);
  const drawn = await drawings(charts);
  return normalised(partsOf(document), { date, ...besides, charts: drawn });
};

type Compiler = { compile(document: Document): Map<string, string | Uint8Array> };

/** The parts of the package as the library writes them: what it zips itself would be unzipped again at once. */
const partsOf = (document: Document): Record<string, Uint8Array> => {
  // the packer has no other door to it; the version of the library is pinned
  // biome-ignore lint/complexity/useLiteralKeys: only so may a private member be read
  const compiler: Compiler = Packer["compiler"];
  return Object.fromEntries(
    [...compiler.compile(document)].map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part]),
  );
};

/** The picture library is loaded by documents that have a picture. */
const drawings = async (charts: readonly Drawing[]) => {
  if (charts.length === 0) return [];
  const { routed } = await import("../picture/routed.ts");
  return Promise.all(charts.map(async ({ chart, places, text }) => ({ routed: await routed(chart, places), text })));
};

const laid = (job: Job, language: Language): Laid => {
  if (job.kind === "ticks") return ticksOf(job.list, profileOf(language));
  const { regulation, seal } = job;
  const profile = profileOf(language, job.profile);
  switch (job.kind) {
    case "instruction":
      return documentOf(regulation, seal, profile);
    case "blocks":
      return blocksDocument(regulation, seal, profile);
    case "leaflet":
      return leafletOf(job.leaflet, regulation, seal, profile);
    case "redline":
      return redlineOf(job.before, regulation, profile);
  }
};

/** The regulation itself. */
export const writeDocx = (regulation: Regulation, seal: Seal | null = null, profile?: Profile): Promise<Uint8Array> =>
  write({ kind: "instruction", regulation, seal, profile });
