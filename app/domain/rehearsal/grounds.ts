import type { Catalogue } from "../catalogue.ts";
import type { DealType } from "../deal-type.ts";
import { mendedBy } from "../gaps.ts";
import { chainStageKey, type Material, materialOf } from "../pipeline/given.ts";
import { composePipeline, type Pipeline } from "../pipeline.ts";
import type { WorkshopRecord } from "../record.ts";
import { rulesOf } from "../rule.ts";
import { FINDINGS } from "./codes.ts";
import type { Ground } from "./ground.ts";
import type { Found } from "./walk.ts";

/** A deal type of a workshop to be walked, and the way from a finding to the asked question that mends it. */
export type RecordGround = Ground & { mends: (found: Found) => string | null };

/** One for each deal type with stages that were agreed on; when there are none, the first deal type without any. */
export const groundsOf = (record: WorkshopRecord, catalogue: Catalogue): RecordGround[] => {
  const pipeline = composePipeline(record, catalogue);
  const material = materialOf(record, catalogue);
  const questionOf = new Map(rulesOf(record).map(({ id, questionId }) => [id, questionId]));
  const types = material.chains.map(({ dealType }) => dealType);
  const walked = types.length > 0 ? types : record.workshop.dealTypes.slice(0, 1);
  return walked.map((dealType, at) => ({
    pipeline,
    chain: pipeline.pipelines[at] ?? empty(dealType),
    questionOf,
    refusable: dealType.stages.flatMap(({ id, rejection }) => {
      const stage = chainStageKey(material, dealType.id, id);
      return stage && rejection ? [stage] : [];
    }),
    mends: (found) => mending(record, material, dealType, found),
  }));
};

const empty = ({ id, name }: DealType): Pipeline["pipelines"][number] => ({
  key: id,
  name,
  dealType: id,
  stages: [],
  won: null,
  owners: [],
  source: [],
});

const mending = (record: WorkshopRecord, material: Material, dealType: DealType, found: Found): string | null => {
  const rule = rulesOf(record).find(({ id }) => id === found.rule);
  if (rule) return rule.question;
  const chain = material.chains.find((one) => one.dealType.id === dealType.id);
  const stage = chain?.stages.find(({ id }) => chainStageKey(material, dealType.id, id) === found.stage);
  return mendedBy(record, FINDINGS[found.code].fix, { dealType: dealType.id, ...(stage && { stage: stage.id }) });
};
