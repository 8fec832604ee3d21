import type { AskedQuestion } from "./agenda.ts";
import { stageOf } from "./deal-type.ts";
import type { WorkshopRecord } from "./record.ts";
import { type Rule, rulesOf } from "./rule.ts";

/** What another deal type settled on the same question; `dealType` is its name. */
export type Sibling = { dealType: string; rule: Rule };

/** A name as it is compared: by its letters alone. */
export const spoken = (name: string | undefined): string | undefined => name?.trim().toLowerCase();

/**
 * The rule of another deal type to start from: the same question and, where it is about a stage, the same stage, known
 * by its id or by its name, since chains begin as copies and are then changed. The first deal type that has one counts.
 */
export const siblingOf = (record: WorkshopRecord, asked: AskedQuestion): Sibling | null => {
  if (asked.dealType === null) return null;
  const { dealTypes } = record.workshop;
  const name = spoken(stageOf(dealTypes, asked.dealType, asked.stage)?.name);
  const isSameStage = (rule: Rule) =>
    rule.stage === asked.stage ||
    (name !== undefined && spoken(stageOf(dealTypes, rule.dealType, rule.stage)?.name) === name);
  const rules = rulesOf(record);
  for (const type of dealTypes) {
    if (type.id === asked.dealType) continue;
    const rule = rules.find(
      (known) => known.questionId === asked.question && known.dealType === type.id && isSameStage(known),
    );
    if (rule) return { dealType: type.name, rule };
  }
  return null;
};
