import type { Catalogue } from "#domain/catalogue.ts";
import { composePipeline, Pipeline } from "#domain/pipeline.ts";
import type { WorkshopRecord } from "#domain/record.ts";

/** `pipeline.json`. The schema is applied to what goes out too: nothing leaves that the published schema refuses. */
export const writePipeline = (record: WorkshopRecord, catalogue: Catalogue): string =>
  `${JSON.stringify(Pipeline.parse(composePipeline(record, catalogue)), null, 2)}\n`;
