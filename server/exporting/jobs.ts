import type { Bilingual, Language } from "#domain/language.ts";
import type { WorkshopRecord } from "#domain/record.ts";
import { composeRegulation } from "#domain/regulation.ts";
import type { Marks } from "#exports/docx/marks.ts";
import { formatByName, type Making, makeFile, NotMade } from "#exports/index.ts";
import { sealOf, signedOf } from "#exports/seal.ts";
import { fillTemplate, isReady, preflight, TemplateRefused } from "#exports/template/index.ts";
import { claimOf, type Standing, standingOfFile } from "#exports/verify.ts";
import { catalogue } from "#templates";

type Step = (step: string) => void;
type Lacks = ReturnType<typeof preflight>;

/** What is computed for seconds. Everything given and answered goes through a message: plain data, no classes. */
export const jobs = {
  /** A file of a record by its name; null when there is no such format. */
  async make(
    asked: { record: WorkshopRecord; name: string; language: Language; making: Omit<Making, "onStep"> },
    onStep: Step,
  ): Promise<{ bytes: Uint8Array; type: string } | { why: Bilingual } | null> {
    const format = formatByName(asked.name);
    if (!format) return null;
    try {
      const making = { ...asked.making, onStep };
      return { bytes: await makeFile(format, asked.record, catalogue, asked.language, making), type: format.type };
    } catch (error) {
      if (error instanceof NotMade) return { why: error.why };
      throw error;
    }
  },

  /** The regulation in a Word file of the company, or what that file is or lacks. */
  async fill({
    record,
    template,
    address,
  }: {
    record: WorkshopRecord;
    template: Uint8Array;
    address: string | null;
  }): Promise<{ bytes: Uint8Array } | { lacks: Lacks } | { refused: string }> {
    try {
      const lacks = preflight(template);
      if (!isReady(lacks)) return { lacks };
      const regulation = composeRegulation(signedOf(record), catalogue, record.workshop.language);
      return { bytes: await fillTemplate(template, regulation, sealOf(record, address)) };
    } catch (error) {
      if (error instanceof TemplateRefused) return { refused: error.reason };
      throw error;
    }
  },

  /** What a file says of itself, null when it is none of ours: it may be large, and packed. */
  claim: async ({ bytes }: { bytes: Uint8Array }): Promise<Marks | null> => claimOf(bytes),

  /** How a file stands to the edition that it names: all that it may be equal to is made again. */
  standing: ({
    bytes,
    marks,
    record,
    address,
  }: {
    bytes: Uint8Array;
    marks: Marks;
    record: WorkshopRecord;
    address: string | null;
  }): Promise<Standing> => standingOfFile(bytes, marks, record, catalogue, address),
};

export type Jobs = typeof jobs;
