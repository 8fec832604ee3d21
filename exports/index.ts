import { createHash } from "node:crypto";
import type { Catalogue } from "#domain/catalogue.ts";
import { type Language, say } from "#domain/language.ts";
import type { WorkshopRecord } from "#domain/record.ts";
import { writeWorkshopFile } from "#domain/workshop-file.ts";
import { type Loss, lossesOfDocx, lossesOfMarkup, lossesOfPipeline } from "./losses.ts";
import { writePipeline } from "./pipeline/index.ts";
import { writeRequirements } from "./requirements/index.ts";

/** A file that a record can be turned into: the same record, catalogue and language give the same bytes. */
export type Format = {
  name: string;
  type: string;
  make: (record: WorkshopRecord, catalogue: Catalogue, language: Language) => Promise<Uint8Array>;
  /** What of the adopted rules or of the document this format cannot carry. */
  losses: (record: WorkshopRecord, catalogue: Catalogue) => Loss[];
};

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const none = (): Loss[] => [];

/** The table of formats. Writers are loaded when they are needed: the library behind DOCX is large. */
export const formats: readonly Format[] = [
  {
    name: "instruction.docx",
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    make: async (record, catalogue, language) => {
      const { toDocx } = await import("./docx/index.ts");
      return toDocx(await regulationOf(record, catalogue, language));
    },
    losses: lossesOfDocx,
  },
  {
    name: "instruction.md",
    type: "text/markdown; charset=utf-8",
    make: async (record, catalogue, language) => {
      const { toMarkdown } = await import("./markdown/index.ts");
      return bytesOf(toMarkdown(await regulationOf(record, catalogue, language)));
    },
    losses: lossesOfMarkup,
  },
  {
    name: "instruction.html",
    type: "text/html; charset=utf-8",
    make: async (record, catalogue, language) => {
      const { toHtml } = await import("./html/index.ts");
      return bytesOf(toHtml(await regulationOf(record, catalogue, language)));
    },
    losses: lossesOfMarkup,
  },
  {
    name: "pipeline.json",
    type: "application/json",
    make: async (record, catalogue) => bytesOf(writePipeline(record, catalogue)),
    losses: lossesOfPipeline,
  },
  {
    name: "requirements.md",
    type: "text/markdown; charset=utf-8",
    make: async (record, catalogue, language) => bytesOf(writeRequirements(record, catalogue, language)),
    losses: none,
  },
  {
    name: "workshop.json",
    type: "application/json",
    make: async (record) => bytesOf(writeWorkshopFile(record)),
    losses: none,
  },
];

export const formatByName = (name: string): Format | undefined => formats.find((format) => format.name === name);

export type MadeFile = { name: string; type: string; bytes: Uint8Array };

/** The wanted files in the order of the table, and `report.json`, which lists them with SHA-256 and what each lost. */
export const makeFiles = async (
  record: WorkshopRecord,
  catalogue: Catalogue,
  language: Language,
  wanted: readonly string[] = formats.map(({ name }) => name),
): Promise<MadeFile[]> => {
  const made: MadeFile[] = [];
  const listed = [];
  for (const { name, type, make, losses } of formats.filter((format) => wanted.includes(format.name))) {
    const bytes = await make(record, catalogue, language);
    made.push({ name, type, bytes });
    listed.push({
      name,
      type,
      size: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      lost: losses(record, catalogue).map(({ what, why }) => ({ what: say(what, language), why: say(why, language) })),
    });
  }
  const report = { format: "reglament.report", version: 1, company: record.workshop.company, language, files: listed };
  return [
    ...made,
    { name: "report.json", type: "application/json", bytes: bytesOf(`${JSON.stringify(report, null, 2)}\n`) },
  ];
};

const regulationOf = async (record: WorkshopRecord, catalogue: Catalogue, language: Language) => {
  const { composeRegulation } = await import("#domain/regulation.ts");
  return composeRegulation(record, catalogue, language);
};
