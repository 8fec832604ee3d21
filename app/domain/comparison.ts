import { stageOf } from "./deal-type.ts";
import type { WorkshopRecord } from "./record.ts";
import { type Rule, rulesOf } from "./rule.ts";
import { spoken } from "./sibling.ts";

/** One question as each deal type settled it, in the order of the deal types; null where it is not settled. */
export type ComparedRow = { question: string; stage: string | null; rules: (Rule | null)[] };

/**
 * The deal types of a workshop side by side: `common` rules hold for all of them, `same` are the questions that each type
 * was asked and all settled alike, `different` the others that at least one of them settled.
 */
export type Comparison = { dealTypes: string[]; common: number; same: ComparedRow[]; different: ComparedRow[] };

/** Stages are the same when their names are: chains begin as copies and are then changed. */
export const compareDealTypes = (record: WorkshopRecord): Comparison => {
  const { dealTypes } = record.workshop;
  const rules = rulesOf(record);
  const rows = new Map<string, ComparedRow>();
  const placeOf = (id: string) => dealTypes.findIndex((type) => type.id === id);
  for (const asked of record.asked) {
    if (asked.dealType === null) continue;
    const stage = stageOf(dealTypes, asked.dealType, asked.stage)?.name ?? null;
    const key = `${asked.question} ${spoken(stage ?? "")}`;
    const row = rows.get(key) ?? { question: asked.question, stage, rules: dealTypes.map(() => null) };
    row.rules[placeOf(asked.dealType)] = rules.find(({ question }) => question === asked.key) ?? null;
    rows.set(key, row);
  }
  const settled = [...rows.values()].filter((row) => row.rules.some(Boolean));
  return {
    dealTypes: dealTypes.map(({ name }) => name),
    common: rules.filter(({ dealType }) => dealType === null).length,
    same: settled.filter(isSame),
    different: settled.filter((row) => !isSame(row)),
  };
};

const isSame = ({ rules: [first, ...others] }: ComparedRow): boolean =>
  !!first && others.every((rule) => rule && content(rule) === content(first));

const content = ({ text, answer }: Rule): string => JSON.stringify([text, answer]);
