import { rulesOf } from "#domain/rule.ts";
import type { WorkshopCard } from "#domain/workshop.ts";
import type { Loaded } from "../store/loaded.ts";

/** A workshop as it stands on the consultant's shelf. */
export const cardOf = ({ record, kept, gaps }: Loaded, here: number, asker: string): WorkshopCard => {
  const { workshop, asked } = record;
  const stages = workshop.dealTypes.flatMap((type) => type.stages.map((stage) => ({ type: type.id, stage: stage.id })));
  const isSettled = ({ type, stage }: (typeof stages)[number]): boolean => {
    const own = asked.filter((item) => item.dealType === type && item.stage === stage);
    return own.length > 0 && own.every(({ phase }) => phase === "decided" || phase === "parked");
  };
  return {
    id: workshop.id,
    company: workshop.company,
    title: workshop.title,
    status: workshop.status,
    createdAt: workshop.createdAt,
    settledStages: stages.filter(isSettled).length,
    stages: stages.length,
    rules: rulesOf(record).length,
    gaps: gaps.errors,
    here,
    own: kept.owner === asker,
    archivedAt: kept.archivedAt,
    demo: kept.isDemo,
    ledBy: kept.conductor === asker ? null : workshop.facilitator,
  };
};
