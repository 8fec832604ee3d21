import { z } from "zod";
import { Duration } from "./duration.ts";
import { Bilingual } from "./language.ts";
import { Slug } from "./question.ts";

/** When the result of a stage is refused: which field says so with which value, why, when again, and back to where. */
export const TemplateRejection = z.strictObject({
  field: Slug,
  value: Bilingual,
  reasonField: Slug,
  retryField: Slug,
  backTo: Slug,
});

export const TemplateStage = z.strictObject({
  id: Slug,
  name: Bilingual,
  entry: Bilingual,
  exit: Bilingual,
  role: Slug,
  required: z.array(Slug),
  conditional: z.array(Slug),
  norm: Duration,
  tasks: z.array(z.strictObject({ text: Bilingual, role: Slug, due: Duration })),
  reject: TemplateRejection.nullable(),
});
export type TemplateStage = z.infer<typeof TemplateStage>;

/**
 * A starting point for an industry: one chain of stages for all its deal types. All figures are «edit me» defaults for
 * a small company, no benchmarks. `wonAt` and `completedAt` are stages whose exit counts as won and as completed;
 * `ownerLegs` say who leads the order from which stage to which (both included).
 */
export const Template = z.strictObject({
  id: Slug,
  name: Bilingual,
  specifics: Bilingual,
  dealTypes: z.array(z.strictObject({ id: Slug, name: Bilingual })).min(1),
  stages: z.array(TemplateStage).min(1),
  outcomes: z.strictObject({
    won: z.strictObject({ name: Bilingual }),
    lost: z.strictObject({ name: Bilingual, require: z.array(Slug).min(1) }),
    deferred: z.strictObject({ name: Bilingual, require: z.array(Slug).min(1) }),
  }),
  lossReasons: z.array(Slug).min(1),
  reports: z.array(Slug).min(1),
  kpis: z.array(Slug).min(1),
  wonAt: Slug,
  completedAt: Slug,
  ownerLegs: z.array(z.strictObject({ role: Slug, from: Slug, to: Slug })).min(1),
});
export type Template = z.infer<typeof Template>;
