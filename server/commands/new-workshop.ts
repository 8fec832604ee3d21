import { createHash } from "node:crypto";
import type { TypicalOrder } from "#domain/deal-type.ts";
import { type Language, say } from "#domain/language.ts";
import { type Made, type NewWorkshop, newRecord as recordFrom } from "#domain/new-workshop.ts";
import type { WorkshopRecord } from "#domain/record.ts";
import { type Refusal, refuse } from "#domain/refusal.ts";
import type { Template } from "#domain/template.ts";
import { questions as bank } from "#question-bank";
import { catalogue, dealTypeOf, demoStory, templateById } from "#templates";

/** The record that a workshop begins with, from the content that this server holds. */
export const newRecord = (input: NewWorkshop, made: Made): WorkshopRecord | Refusal => {
  const template = templateById(input.template);
  if (!template) return refuse("bad-input", { where: "template" });
  const dealType = dealTypeOf(template, input.dealType, input.language);
  if (!dealType) return refuse("bad-input", { where: "dealType" });
  const order = orderOf(template.id, input.language);
  return recordFrom(input, { template, dealType, order, bank, version: versionOf(template), catalogue }, made);
};

/** Twelve hex digits that differ as soon as a word of the template or of the bank does (domain brief §6.7). */
const versionOf = (template: Template): string =>
  createHash("sha256")
    .update(JSON.stringify([template, bank]))
    .digest("hex")
    .slice(0, 12);

const orderOf = (template: string, language: Language): TypicalOrder | null => {
  const told = demoStory(template)?.order;
  return told ? { title: say(told.title, language), story: say(told.story, language) } : null;
};
