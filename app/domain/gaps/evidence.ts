import type { Catalogue } from "../catalogue.ts";
import type { Duration } from "../duration.ts";
import { minutesOf } from "../duration.ts";
import { type Chain, chainOf } from "../pipeline/chain.ts";
import { type Material, materialOf } from "../pipeline/given.ts";
import type { Pipeline } from "../pipeline/shape.ts";
import { composePipeline } from "../pipeline.ts";
import type { WorkshopRecord } from "../record.ts";
import type { Stage } from "../stage.ts";
import type { GapCode } from "./codes.ts";

/** Where something is missing or contradicts; `detail` names it in the language of the workshop. */
export type Finding = { dealType?: string; stage?: string; detail?: string; question?: string };

/** The deal types with the stages to look at: the adopted chain, or before there is one the stages of the set-up. */
export type Evidence = Material & { walks: Chain[]; pipeline: Pipeline };

/** The rules of one noun: each code with the pure function that finds it. */
export type Checks = Partial<Record<GapCode, (evidence: Evidence) => Finding[]>>;

export const evidenceOf = (record: WorkshopRecord, catalogue: Catalogue): Evidence => {
  const material = materialOf(record, catalogue);
  const walks = record.workshop.dealTypes.map((dealType): Chain => {
    const chain = chainOf(material.rules, dealType);
    return chain.rule ? chain : { dealType, stages: dealType.stages, rule: null };
  });
  return { ...material, walks, pipeline: composePipeline(record, catalogue) };
};

/** A finding for each stage that the function finds wanting; a text it gives is added to the name of the stage. */
export const atStages = (
  { walks }: Evidence,
  wanting: (stage: Stage, chain: Chain, at: number) => boolean | string | null,
): Finding[] =>
  walks.flatMap((chain) =>
    chain.stages.flatMap((stage, at) => {
      const found = wanting(stage, chain, at);
      if (found === null || found === false) return [];
      const detail = typeof found === "string" ? `${stage.name}: ${found}` : stage.name;
      return [{ dealType: chain.dealType.id, stage: stage.id, detail }];
    }),
  );

/** A finding for each deal type that the function finds wanting. */
export const atDealTypes = ({ walks }: Evidence, wanting: (chain: Chain) => boolean | string | null): Finding[] =>
  walks.flatMap((chain) => {
    const found = wanting(chain);
    if (found === null || found === false) return [];
    return [{ dealType: chain.dealType.id, detail: typeof found === "string" ? found : chain.dealType.name }];
  });

/** One finding for the whole company, or none. */
export const once = (wanting: boolean, detail?: string): Finding[] =>
  wanting ? [detail === undefined ? {} : { detail }] : [];

/** Names put together for a person to read; nothing where there are none. */
export const named = (names: readonly string[]): string | null =>
  names.length > 0 ? [...new Set(names)].join(", ") : null;

export const longerThan = (a: Duration, b: Duration): boolean => minutesOf(a) > minutesOf(b);
