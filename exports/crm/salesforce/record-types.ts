import type { Pipeline } from "#domain/pipeline.ts";
import { id } from "../elements.ts";
import type { Bundle } from "./bundle.ts";
import type { OwnField } from "./fields.ts";
import type { StageNames } from "./stages.ts";

const MAX_LABEL = 80;

/** A record type a pipeline: its sales process, and all options of our lists, which a new record type would not offer. */
export const addRecordTypes = (
  bundle: Bundle,
  pipeline: Pipeline,
  names: StageNames,
  fields: readonly OwnField[],
): void => {
  const { draft } = bundle;
  const lists = fields.filter(({ object, options }) => object === "Opportunity" && options.length > 0);
  for (const one of pipeline.pipelines) {
    const fullName = names.process.get(one.key) ?? one.key;
    bundle.add({
      path: `objects/Opportunity/recordTypes/${fullName}.recordType`,
      root: "RecordType",
      body: {
        fullName,
        active: true,
        businessProcess: fullName,
        label: draft.short(id.pipeline(one.key), one.name, MAX_LABEL),
        picklistValues: lists.map(({ api, options }) => ({
          picklist: api,
          values: options.map((option) => ({ fullName: option.api, default: false })),
        })),
      },
      does: draft.say("тип записи: сама воронка", "record type: the pipeline itself"),
      carries: [id.pipeline(one.key)],
      type: "RecordType",
      member: `Opportunity.${fullName}`,
    });
  }
};
