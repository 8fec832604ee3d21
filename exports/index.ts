import { createHash } from "node:crypto";
import type { Catalogue } from "#domain/catalogue.ts";
import { editionNumber, recordAt } from "#domain/edition.ts";
import { type Bilingual, type Language, say } from "#domain/language.ts";
import { composePipeline } from "#domain/pipeline.ts";
import type { WorkshopRecord } from "#domain/record.ts";
import { reviewsOf } from "#domain/review.ts";
import { writeWorkshopFile } from "#domain/workshop-file.ts";
import { PlanRefused } from "./crm/contract.ts";
import type { Profile } from "./docx/profile.ts";
import { type Loss, lossesOfDocx, lossesOfMarkup, lossesOfPipeline } from "./losses.ts";
import { NoOffice, OfficeFailed, paged, toPdf } from "./office/index.ts";
import { writePipeline } from "./pipeline/index.ts";
import { writeRequirements } from "./requirements/index.ts";
import { sealOf, signedOf } from "./seal.ts";

/**
 * What a file is made with beside the record. `address` is the one under which this installation lasts (`PUBLIC_URL`); a QR
 * code in the document leads there. `profile` is how a sheet looks, otherwise that of the language. `between` are the two
 * editions to compare, otherwise the last two. `onStep` hears how far it has got.
 */
export type Making = {
  address?: string | null | undefined;
  profile?: Profile | undefined;
  between?: [number, number] | undefined;
  onStep?: ((step: Step) => void) | undefined;
};
export type Step = "composing" | "laying-out" | "pages" | "pdf";

/** A file that a record can be turned into: the same record, catalogue, language and making give the same bytes. */
export type Format = {
  name: string;
  type: string;
  make: (record: WorkshopRecord, catalogue: Catalogue, language: Language, making?: Making) => Promise<Uint8Array>;
  /** What of the adopted rules or of the document this format cannot carry. */
  losses: (record: WorkshopRecord, catalogue: Catalogue) => Loss[];
};

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** There are not two such editions. */
class NothingToCompare extends Error {
  override name = "NothingToCompare";
}

/** No day is set on which anything is looked at again: a calendar holds one event at least (RFC 5545, 3.6). */
class NothingToRemind extends Error {
  override name = "NothingToRemind";
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const none = (): Loss[] => [];

/** The table of formats. Writers are loaded when they are needed: the library behind DOCX is large. */
export const formats: readonly Format[] = [
  {
    name: "instruction.docx",
    type: DOCX,
    make: async (record, catalogue, language, making = {}) =>
      (await instructionOf(record, catalogue, language, making)).docx,
    losses: lossesOfDocx,
  },
  {
    name: "instruction.pdf",
    type: "application/pdf",
    make: async (record, catalogue, language, making = {}) => {
      const { docx, day } = await instructionOf(record, catalogue, language, making);
      making.onStep?.("pdf");
      return toPdf(docx, day);
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
      return bytesOf(await toHtml(await regulationOf(record, catalogue, language)));
    },
    losses: lossesOfMarkup,
  },
  ...(["summary", "crib"] as const).map(
    (sheet): Format => ({
      name: `${sheet}.docx`,
      type: DOCX,
      make: async (record, catalogue, language, making = {}) => {
        const { composeLeaflets } = await import("#domain/regulation.ts");
        const { toDocx } = await import("./docx/index.ts");
        const { regulation, [sheet]: leaflet } = composeLeaflets(record, catalogue, language);
        const { address = null, profile } = making;
        return toDocx({ kind: "leaflet", leaflet, regulation, seal: sealOf(record, address), profile });
      },
      losses: lossesOfDocx,
    }),
  ),
  {
    name: "crib.html",
    type: "text/html; charset=utf-8",
    make: async (record, catalogue, language) => {
      const { composeLeaflets } = await import("#domain/regulation.ts");
      const { leafletHtml } = await import("./html/leaflet.ts");
      const { regulation, crib } = composeLeaflets(record, catalogue, language);
      return bytesOf(leafletHtml(crib, regulation));
    },
    losses: none,
  },
  {
    name: "redline.docx",
    type: DOCX,
    make: async (record, catalogue, language, making = {}) => {
      const { toDocx } = await import("./docx/index.ts");
      const newest = editionNumber(record);
      const [from, to] = making.between ?? [newest - 1, newest];
      const isKnown = (edition: number) => Number.isInteger(edition) && edition >= 1 && edition <= newest;
      if (!isKnown(from) || !isKnown(to) || from === to) throw new NothingToCompare(`editions ${from} and ${to}`);
      const [before, after] = await Promise.all(
        [from, to].map((edition) => regulationOf(recordAt(record, edition), catalogue, language)),
      );
      if (!before || !after) throw new NothingToCompare(`editions ${from} and ${to}`);
      return toDocx({ kind: "redline", before, regulation: after, seal: null, profile: making.profile });
    },
    losses: lossesOfDocx,
  },
  {
    name: "pipeline.json",
    type: "application/json",
    make: async (record, catalogue) => bytesOf(writePipeline(record, catalogue)),
    losses: lossesOfPipeline,
  },
  {
    name: "pipeline.yaml",
    type: "application/yaml",
    make: async (record, catalogue) => {
      const { pipelineYaml } = await import("./pipeline/yaml.ts");
      return bytesOf(pipelineYaml(composePipeline(record, catalogue)));
    },
    losses: lossesOfPipeline,
  },
  {
    name: "pipeline.svg",
    type: "image/svg+xml",
    make: async (record, catalogue, language) => {
      const { allPipelinesSvg } = await import("./picture/index.ts");
      return bytesOf(await allPipelinesSvg(composePipeline(record, catalogue), language));
    },
    losses: none,
  },
  ...(["fieldsCsv", "stagesCsv", "lossReasonsCsv"] as const).map(
    (list): Format => ({
      name: { fieldsCsv: "fields.csv", stagesCsv: "stages.csv", lossReasonsCsv: "loss-reasons.csv" }[list],
      type: "text/csv; charset=utf-8",
      make: async (record, catalogue, language) => {
        const lists = await import("./lists/index.ts");
        return bytesOf(lists[list](composePipeline(record, catalogue), language));
      },
      losses: none,
    }),
  ),
  ...["amocrm", "bitrix24", "odoo", "hubspot", "pipedrive", "salesforce"].flatMap((name): Format[] => [
    {
      name: `${name}.zip`,
      type: "application/zip",
      make: async (record, catalogue, language) => {
        const { vendorNamed } = await import("./crm/index.ts");
        const { packageOf } = await import("./crm/package.ts");
        return packageOf(vendorNamed(name), composePipeline(record, catalogue), language);
      },
      // what the CRM does not take stands in the archive, with what to do by hand
      losses: lossesOfPipeline,
    },
    {
      name: `${name}-checklist.docx`,
      type: DOCX,
      make: async (record, catalogue, language) => {
        const { planFor, vendorNamed } = await import("./crm/index.ts");
        const { checklistDocx, tickListOf } = await import("./crm/checklist.ts");
        const vendor = vendorNamed(name);
        const pipeline = composePipeline(record, catalogue);
        return checklistDocx(tickListOf(vendor, planFor(vendor, pipeline, language), pipeline, language));
      },
      losses: none,
    },
  ]),
  {
    name: "requirements.md",
    type: "text/markdown; charset=utf-8",
    make: async (record, catalogue, language) => bytesOf(writeRequirements(record, catalogue, language)),
    losses: none,
  },
  {
    name: "crm-comparison.md",
    type: "text/markdown; charset=utf-8",
    make: async (record, catalogue, language) => {
      const { writeComparison } = await import("./comparison/index.ts");
      return bytesOf(writeComparison(composePipeline(record, catalogue), language));
    },
    losses: none,
  },
  {
    name: "reviews.ics",
    type: "text/calendar; charset=utf-8",
    make: async (record, _catalogue, language) => {
      const { writeCalendar } = await import("./calendar/index.ts");
      if (reviewsOf(record).length === 0) throw new NothingToRemind("reviews.ics");
      return bytesOf(writeCalendar(record, language));
    },
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

/** A file that this machine cannot make, and the reason for a person. */
export class NotMade extends Error {
  override name = "NotMade";
  readonly file: string;
  readonly why: Bilingual;
  constructor(file: string, why: Bilingual) {
    super(`${file}: ${why.en}`);
    this.file = file;
    this.why = why;
  }
}

const REASONS = {
  none: {
    ru: "на сервере нет LibreOffice; сохраните DOCX как PDF в своей программе",
    en: "there is no LibreOffice on the server; save the DOCX as PDF in a program of your own",
  },
  failed: {
    ru: "LibreOffice не справился; попробуйте ещё раз или сохраните DOCX как PDF в своей программе",
    en: "LibreOffice did not manage; try again, or save the DOCX as PDF in a program of your own",
  },
  single: {
    ru: "нет двух таких редакций, чтобы их сравнить",
    en: "there are not two such editions to compare",
  },
  undated: {
    ru: "дат пересмотра пока нет: они появятся, когда мастерскую закроют или примут правило на пробу",
    en: "there are no review dates yet: they come when the workshop is closed or a rule is adopted on trial",
  },
} satisfies Record<string, Bilingual>;

/**
 * One file of a record.
 * @throws {NotMade} when this machine lacks what the format needs
 */
export const makeFile = async (
  { name, make }: Format,
  ...[record, catalogue, language, making]: Parameters<Format["make"]>
): Promise<Uint8Array> => {
  try {
    return await make(record, catalogue, language, making);
  } catch (error) {
    if (error instanceof NoOffice) throw new NotMade(name, REASONS.none);
    // a CRM that cannot hold so many stages says so in the reader's language; the other files are made
    if (error instanceof PlanRefused) throw new NotMade(name, { ru: error.message, en: error.message });
    if (error instanceof NothingToCompare) throw new NotMade(name, REASONS.single);
    if (error instanceof NothingToRemind) throw new NotMade(name, REASONS.undated);
    if (error instanceof OfficeFailed) throw new NotMade(name, REASONS.failed);
    throw error;
  }
};

/**
 * The files in the order of the table, and `report.json`, which lists them with SHA-256 and what each lost. Without
 * `wanted` all of them: what this machine cannot make is named in the report.
 * @throws {NotMade} when a wanted file cannot be made
 */
export const makeFiles = async (
  record: WorkshopRecord,
  catalogue: Catalogue,
  language: Language,
  { wanted, ...making }: Making & { wanted?: readonly string[] | undefined } = {},
): Promise<MadeFile[]> => {
  const made: MadeFile[] = [];
  const listed = [];
  const notMade = [];
  for (const format of formats.filter(({ name }) => wanted?.includes(name) ?? true)) {
    const { name, type, losses } = format;
    try {
      const bytes = await makeFile(format, record, catalogue, language, making);
      made.push({ name, type, bytes });
      listed.push({
        name,
        type,
        size: bytes.length,
        sha256: createHash("sha256").update(bytes).digest("hex"),
        lost: losses(record, catalogue).map(({ what, why }) => ({
          what: say(what, language),
          why: say(why, language),
        })),
      });
    } catch (error) {
      if (wanted || !(error instanceof NotMade)) throw error;
      notMade.push({ name, why: say(error.why, language) });
    }
  }
  const report = {
    format: "reglament.report",
    version: 1,
    company: record.workshop.company,
    language,
    files: listed,
    notMade,
  };
  return [
    ...made,
    { name: "report.json", type: "application/json", bytes: bytesOf(`${JSON.stringify(report, null, 2)}\n`) },
  ];
};

const instructionOf = async (
  record: WorkshopRecord,
  catalogue: Catalogue,
  language: Language,
  { address = null, profile, onStep }: Making,
): Promise<{ docx: Uint8Array; day: string }> => {
  onStep?.("composing");
  const regulation = await regulationOf(record, catalogue, language);
  onStep?.("laying-out");
  const { toDocx } = await import("./docx/index.ts");
  const docx = await toDocx({ kind: "instruction", regulation, seal: sealOf(record, address), profile });
  onStep?.("pages");
  return { docx: await paged(docx), day: regulation.edition.date };
};

const regulationOf = async (record: WorkshopRecord, catalogue: Catalogue, language: Language) => {
  const { composeRegulation } = await import("#domain/regulation.ts");
  return composeRegulation(signedOf(record), catalogue, language);
};
