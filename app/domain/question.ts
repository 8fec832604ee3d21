import { z } from "zod";
import { Bilingual } from "./language.ts";

/** Ids of the content are readable and stable: they stand in records, rules and exported files. */
export const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "a lower-case id such as stage-time-norm");

/** How a question is answered; the shapes are in `answer.ts`. */
export const AnswerKind = z.enum([
  "text",
  "single",
  "multi",
  "role",
  "fields",
  "duration",
  "limit",
  "metrics",
  "lossReasons",
  "steps",
  "pairs",
  "yesno",
]);
export type AnswerKind = z.infer<typeof AnswerKind>;

/** What of the CRM configuration an answer can turn into; `guide` is help text for a salesperson. */
export const PipelineElement = z.enum([
  "dealType",
  "stage",
  "entryCriterion",
  "exitCriterion",
  "field",
  "role",
  "permission",
  "task",
  "automation",
  "sla",
  "outcome",
  "lossReason",
  "report",
  "kpi",
  "guide",
]);
export type PipelineElement = z.infer<typeof PipelineElement>;

/** `when` is a condition on the answer (`follow-up.ts`, question-bank/README.md); `see` links another question. */
export const FollowUp = z.strictObject({ when: z.string().trim().min(1), ask: Bilingual, see: Slug.optional() });
export type FollowUp = z.infer<typeof FollowUp>;

/**
 * A question of the bank. `options` are the choices of a `single` or `multi` question and the idea seeds of any other;
 * `lead` opens a rule that is worded from the typed answer alone, as in a package; `sections` names the sections of the regulation that it feeds, the first being the one it is printed in;
 * `mode` says whether it is asked before the workshop, in the room, or drafted for the package vote.
 */
export const Question = z.strictObject({
  id: Slug,
  block: Slug,
  wording: Bilingual,
  lead: Bilingual.optional(),
  scope: z.enum(["workshop", "deal-type", "stage"]),
  kind: AnswerKind,
  priority: z.enum(["core", "std", "deep"]),
  express: z.boolean(),
  mode: z.enum(["pre", "live", "batch"]),
  sections: z.array(Slug).min(1),
  feeds: z.array(PipelineElement),
  options: z.array(z.strictObject({ id: Slug, label: Bilingual })),
  followUps: z.array(FollowUp),
  hint: Bilingual,
  traps: z.array(Bilingual),
  seed: z.array(z.string().regex(/^S\d+$/, "an item of the source such as S27")),
});
export type Question = z.infer<typeof Question>;
