import type { Catalogue } from "../catalogue.ts";
import type { Language } from "../language.ts";
import { questionOf, type WorkshopRecord } from "../record.ts";
import { type Rule, rulesOf } from "../rule.ts";
import type { Stage } from "../stage.ts";
import { roleName } from "../workshop.ts";
import { type Speech, speak } from "./words.ts";

/** What every part of the composing needs: the record, the names of ids, the rules in force, the words. */
export type Scope = {
  record: WorkshopRecord;
  catalogue: Catalogue;
  language: Language;
  speech: Speech;
  rules: readonly Rule[];
  role: (id: string | null | undefined) => string;
  stages: (Stage & { dealType: string })[];
  /** Stages of two deal types may share an id and yet be called differently; without a deal type the first one is meant. */
  stageName: (id: string, dealType: string | null) => string;
  fieldName: (id: string) => string;
  /** What a figure is taken from: a field, or what the CRM knows by itself, which has no name of its own here. */
  sourceName: (id: string) => string;
  option: (rule: Pick<Rule, "question">, id: string) => string;
};

export const scopeOf = (record: WorkshopRecord, catalogue: Catalogue, language: Language): Scope => {
  const rules = rulesOf(record);
  const stages = record.workshop.dealTypes.flatMap((type) =>
    type.stages.map((stage) => ({ ...stage, dealType: type.id })),
  );
  const labels = new Map(
    rules.flatMap(({ answer }) =>
      answer.kind === "fields" ? answer.fields.map((field) => [field.fieldId, field.label] as const) : [],
    ),
  );
  return {
    record,
    catalogue,
    language,
    speech: speak(language),
    rules,
    role: (id) => roleName(record.workshop, id),
    stages,
    stageName: (id, dealType) => {
      const called = stages.filter((stage) => stage.id === id);
      return (called.find((stage) => stage.dealType === dealType) ?? called[0])?.name ?? id;
    },
    // what the team called a field goes before the dictionary
    fieldName: (id) => labels.get(id) ?? catalogue.fields[id]?.name[record.workshop.language] ?? id,
    sourceName: (id) =>
      id.startsWith("sys.") ? "" : (labels.get(id) ?? catalogue.fields[id]?.name[record.workshop.language] ?? id),
    option: (rule, id) => {
      const asked = record.asked.find(({ key }) => key === rule.question);
      return (
        (asked &&
          questionOf(record, asked).options.find((known) => known.id === id)?.label[record.workshop.language]) ??
        id
      );
    },
  };
};
