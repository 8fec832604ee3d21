import { z } from "zod";
import { Bilingual } from "#domain/language.ts";
import { Slug } from "#domain/question.ts";

/** How long a workshop is: two, three or four hours. */
export const PlanLength = z.enum(["two", "three", "four"]);
export type PlanLength = z.infer<typeof PlanLength>;

/** A phase of the workshop's day. `live` and `added` name questions; `minutes` of 0 leave the phase out. */
export const PlanPhase = z.strictObject({
  id: Slug,
  name: Bilingual,
  kind: z.enum(["work", "break", "package"]),
  minutes: z.record(PlanLength, z.number().int().nonnegative()),
  live: z.array(Slug),
  added: z.array(Slug),
  output: Bilingual.optional(),
});
export type PlanPhase = z.infer<typeof PlanPhase>;

export const WorkshopPlan = z.strictObject({ phases: z.array(PlanPhase).min(1) });
