import { z } from "zod";
import {
  Annex,
  type Catalogue,
  DocumentKind,
  FieldEntry,
  Frequency,
  GlossaryEntry,
  KpiEntry,
  LossReasonEntry,
  Part,
  ReportEntry,
  RoleEntry,
  Section,
} from "#domain/catalogue.ts";
import { Bilingual, type Language } from "#domain/language.ts";
import { type Question, Slug } from "#domain/question.ts";
import type { WorkshopRecord } from "#domain/record.ts";
import { Template } from "#domain/template.ts";
import { dealTypeOf } from "./deal-type.ts";
import { recordOfStory } from "./demo-record.ts";
import { type DemoStory, PackageFile, StoryFile, tellStory } from "./demo-story.ts";
import { readContent } from "./read.ts";
import { type PlanLength, type PlanPhase, WorkshopPlan } from "./workshop-plan.ts";

export type { AnswerIn, DemoDecision, DemoRound, DemoRule, DemoStory } from "./demo-story.ts";
export type { PlanLength, PlanPhase } from "./workshop-plan.ts";

/** `position` is the place of a template in the list that people choose from. */
const TemplateFile = z.strictObject({ position: z.number().int().positive(), ...Template.shape });

/** The JSON Schema that editors complete and check the files with. */
export const templateFileSchema = () => z.toJSONSchema(TemplateFile, { io: "input" });

/** @throws {BadInput} one line: file, key, what was expected. */
export const readTemplate = (file: string, text: string): Template => {
  const { position, ...template } = readContent(file, text, TemplateFile);
  return template;
};

const files = import.meta.glob<string>("./**/*.yaml", { query: "?raw", import: "default", eager: true });

const textOf = (file: string): string => {
  const text = files[`./${file}`];
  if (text === undefined) throw new Error(`templates/${file} is missing`);
  return text;
};
const content = <S extends z.ZodType>(file: string, schema: S): z.output<S> =>
  readContent(`templates/${file}`, textOf(file), schema);

/** The industries in the order in which they are offered. */
export const templates: readonly Template[] = Object.keys(files)
  .filter((path) => path.startsWith("./industries/"))
  .map((path) => content(path.slice(2), TemplateFile))
  .sort((a, b) => a.position - b.position)
  .map(({ position, ...template }) => template);

export const templateById = (id: string): Template | undefined => templates.find((template) => template.id === id);

const lossReasons = content(
  "dictionaries/loss-reasons.yaml",
  z.strictObject({ groups: z.record(Slug, Bilingual), reasons: z.record(Slug, LossReasonEntry) }),
);
const reports = content(
  "dictionaries/reports.yaml",
  z.strictObject({ frequencies: z.record(Frequency, Bilingual), reports: z.record(Slug, ReportEntry) }),
);

export const catalogue: Catalogue = {
  roles: content("dictionaries/roles.yaml", z.record(Slug, RoleEntry)),
  departments: content("dictionaries/departments.yaml", z.record(Slug, Bilingual)),
  fields: content("dictionaries/fields.yaml", z.record(Slug, FieldEntry)),
  lossReasons: lossReasons.reasons,
  lossReasonGroups: lossReasons.groups,
  kpis: content("dictionaries/kpis.yaml", z.record(Slug, KpiEntry)),
  reports: reports.reports,
  frequencies: reports.frequencies,
  ...content(
    "outline.yaml",
    z.strictObject({
      documentKinds: z.array(DocumentKind).min(1),
      parts: z.array(Part),
      sections: z.array(Section),
      annexes: z.array(Annex),
    }),
  ),
  glossary: content("glossary.yaml", z.array(GlossaryEntry)),
};

const { phases } = content("agenda.yaml", WorkshopPlan);

/** The plan of a workshop's day; phases that the length leaves out are not in it. */
export const workshopPlan = (length: PlanLength): PlanPhase[] => phases.filter(({ minutes }) => minutes[length] > 0);

/** The templates that have a finished demo workshop, in the order in which they are offered; the first is the one for all. */
export const demoTemplates: readonly Template[] = templates.filter(({ id }) => files[`./demo/${id}.yaml`]);

const told = new Map<string, DemoStory>();

/** The finished demo workshop of a template, read on first use; undefined when the template has none. */
export const demoStory = (template: string): DemoStory | undefined => {
  if (!demoTemplates.some(({ id }) => id === template)) return undefined;
  const file = `demo/${template}.yaml`;
  const story =
    told.get(template) ??
    tellStory(
      `templates/${file}`,
      content(file, StoryFile),
      content(`demo/${template}-answers.yaml`, PackageFile),
      catalogue,
    );
  told.set(template, story);
  return story;
};

/**
 * The finished demo workshop as a record: the same arguments give the same record, ids included.
 * @param bank the questions of the bank.
 * @param id of the workshop; all other ids are made from it.
 */
export const demoRecord = (
  template: string,
  language: Language,
  bank: readonly Question[],
  id = `demo-${template}`,
): WorkshopRecord | undefined => {
  const story = demoStory(template);
  const industry = templateById(template);
  const dealType = story && industry && dealTypeOf(industry, story.dealType, language);
  return story && dealType && recordOfStory(story, dealType, bank, catalogue, language, id);
};

export { dealTypeOf } from "./deal-type.ts";
