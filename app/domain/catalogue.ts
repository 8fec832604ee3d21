import { z } from "zod";
import { type FieldChoice, FieldType, type LossReason, type Metric } from "./answer.ts";
import { Bilingual, type Language, say } from "./language.ts";
import { Slug } from "./question.ts";

/** A source of figures is a field id, or `sys.…` for what every CRM knows by itself (times, stage, owner, outcome). */
export const Source = z.string().regex(/^(sys\.[A-Za-z]+|[a-z0-9-]+)$/, "a field id or sys.name");

export const RoleEntry = z.strictObject({ name: Bilingual, department: Slug });

/** `auto`: the CRM can fill it in; `autoBy` says from what. `options` are the values of a select field. */
export const FieldEntry = z.strictObject({
  name: Bilingual,
  type: FieldType,
  entity: z.enum(["contact", "company", "deal"]),
  auto: z.boolean().default(false),
  autoBy: Bilingual.optional(),
  options: z
    .array(z.strictObject({ id: Slug, label: Bilingual }))
    .min(2)
    .optional(),
});

export const LossReasonEntry = z.strictObject({ group: Slug, name: Bilingual, commentRequired: z.boolean() });

export const KpiEntry = z.strictObject({
  name: Bilingual,
  formula: Bilingual,
  sources: z.array(Source).min(1),
});

export const Frequency = z.enum(["twice-daily", "daily", "weekly", "monthly"]);
export type Frequency = z.infer<typeof Frequency>;

/** `decision` completes the sentence «the report is read in order to …». */
export const ReportEntry = z.strictObject({
  name: Bilingual,
  frequency: Frequency,
  audience: z.array(Slug).min(1),
  decision: Bilingual,
  sources: z.array(Source).min(1),
});

/** `number` is 1–3; the final provisions have none, for the document has three parts. */
export const Part = z.strictObject({ id: Slug, number: z.number().int().nullable(), name: Bilingual });

/** `questions` are those that the section is composed from, in the order in which they are printed. */
export const Section = z.strictObject({
  id: Slug,
  number: z.string().regex(/^\d\.\d+$/),
  part: Slug,
  name: Bilingual,
  contents: Bilingual,
  questions: z.array(Slug).min(1),
});

export const Annex = z.strictObject({ id: Slug, letter: Bilingual, name: Bilingual, contents: Bilingual });

/** `gender` agrees the approval stamp with the kind: «УТВЕРЖДЕНА» инструкция, «УТВЕРЖДЁН» регламент, «УТВЕРЖДЕНЫ» правила. */
export const DocumentKind = z.strictObject({
  id: Slug,
  name: Bilingual,
  title: Bilingual,
  gender: z.enum(["masculine", "feminine", "neuter", "plural"]),
  approved: Bilingual,
});

export const GlossaryEntry = z.strictObject({ id: Slug, term: Bilingual, meaning: Bilingual });

/** What composing functions need to know beside the record: names of ids, the outline of the document, the terms. */
export const Catalogue = z.strictObject({
  roles: z.record(Slug, RoleEntry),
  departments: z.record(Slug, Bilingual),
  fields: z.record(Slug, FieldEntry),
  lossReasons: z.record(Slug, LossReasonEntry),
  lossReasonGroups: z.record(Slug, Bilingual),
  kpis: z.record(Slug, KpiEntry),
  reports: z.record(Slug, ReportEntry),
  frequencies: z.record(Frequency, Bilingual),
  parts: z.array(Part),
  sections: z.array(Section),
  annexes: z.array(Annex),
  documentKinds: z.array(DocumentKind).min(1),
  glossary: z.array(GlossaryEntry),
});
export type Catalogue = z.infer<typeof Catalogue>;
export type Section = z.infer<typeof Section>;
export type Annex = z.infer<typeof Annex>;
export type DocumentKind = z.infer<typeof DocumentKind>;

/** A field of the dictionary as part of an answer. */
export const fieldChoice = (
  catalogue: Catalogue,
  fieldId: string,
  language: Language,
  rest: Partial<FieldChoice> = {},
): FieldChoice => {
  const field = catalogue.fields[fieldId];
  return {
    fieldId,
    label: field ? say(field.name, language) : fieldId,
    type: field?.type ?? "text",
    required: true,
    auto: field?.auto ?? false,
    usedIn: [],
    ...rest,
  };
};

/** A report of the dictionary as part of an answer; undefined when there is no such report. */
export const reportMetric = (catalogue: Catalogue, id: string, language: Language): Metric | undefined => {
  const report = catalogue.reports[id];
  return (
    report && {
      name: say(report.name, language),
      sourceFields: report.sources,
      audience: report.audience,
      frequency: say(catalogue.frequencies[report.frequency], language),
      decision: say(report.decision, language),
    }
  );
};

/** An indicator of the dictionary as part of an answer; undefined when there is no such indicator. */
export const kpiMetric = (catalogue: Catalogue, id: string, language: Language): Metric | undefined => {
  const kpi = catalogue.kpis[id];
  return (
    kpi && {
      name: say(kpi.name, language),
      formula: say(kpi.formula, language),
      sourceFields: kpi.sources,
      audience: [],
    }
  );
};

/** A loss reason of the dictionary as part of an answer; its group stays an id of `lossReasonGroups`. */
export const lossReasonOf = (catalogue: Catalogue, id: string, language: Language): LossReason | undefined => {
  const reason = catalogue.lossReasons[id];
  return (
    reason && { id, name: say(reason.name, language), group: reason.group, commentRequired: reason.commentRequired }
  );
};
