import type { NewWorkshop } from "#context";
import { layAgenda } from "#domain/agenda.ts";
import type { DealType, TypicalOrder } from "#domain/deal-type.ts";
import { questionsAt } from "#domain/depth.ts";
import { type Bilingual, type Language, say } from "#domain/language.ts";
import type { Participant } from "#domain/participant.ts";
import type { WorkshopRecord } from "#domain/record.ts";
import { type Refusal, refuse } from "#domain/refusal.ts";
import type { Template } from "#domain/template.ts";
import type { Workshop } from "#domain/workshop.ts";
import { questions as bank } from "#question-bank";
import { catalogue, dealTypeOf, demoStory, templateById } from "#templates";

const TITLE: Bilingual = {
  ru: "Инструкция по использованию CRM-системы",
  en: "Instruction for using the CRM system",
};
const ORDER: Bilingual = { ru: "Типовой заказ", en: "A typical order" };
/** Roles that every workshop has: who leads the sales team and who decides what the team cannot. */
const ALWAYS = ["sales-head", "director"];

type Made = { id: string; facilitator: string; createdAt: string; newId: () => string };

/** The record that a workshop begins with, made of its template, the questions of its depth and the people named. */
export const newRecord = (input: NewWorkshop, made: Made): WorkshopRecord | Refusal => {
  const template = templateById(input.template);
  if (!template) return refuse("bad-input", { where: "template" });
  const dealType = dealTypeOf(template, input.dealType, input.language);
  if (!dealType) return refuse("bad-input", { where: "dealType" });
  const participants = input.people.map((person): Participant => ({ ...person, id: made.newId() }));
  const names = participants.map(({ name }) => name.trim().toLowerCase());
  if (new Set(names).size < names.length) return refuse("name-taken", { where: "people" });
  const questions = questionsAt(input.depth, bank);
  return {
    workshop: {
      id: made.id,
      company: input.company,
      title: say(TITLE, input.language),
      language: input.language,
      template: template.id,
      threshold: input.threshold,
      ...peopleOf(template, dealType, participants, input.language),
      dealTypes: [dealType],
      order: input.order ?? orderOf(template, input.language),
      existing: [],
      status: "open",
      createdAt: made.createdAt,
      facilitator: made.facilitator,
    },
    participants,
    questions,
    asked: layAgenda(questions, [dealType]),
    ideas: [],
    proposals: [],
    rounds: [],
    objections: [],
    decisions: [],
  };
};

const orderOf = (template: Template, language: Language): TypicalOrder => {
  const told = demoStory(template.id)?.order;
  return told
    ? { title: say(told.title, language), story: say(told.story, language) }
    : { title: say(ORDER, language), story: "" };
};

/** The roles that the template and the people name, each once, and the departments that they belong to. */
const peopleOf = (
  template: Template,
  dealType: DealType,
  participants: Participant[],
  language: Language,
): Pick<Workshop, "roles" | "departments"> => {
  const ids = new Set([
    ...dealType.stages.flatMap(({ role, tasks }) => [...(role ? [role] : []), ...tasks.map((task) => task.role)]),
    ...template.ownerLegs.map(({ role }) => role),
    ...ALWAYS,
  ]);
  // roles that somebody typed in are known by their own name
  const own = new Map(participants.map(({ role, department }) => [role, department]));
  const roles = [...new Set([...ids, ...own.keys()])].map((id) => {
    const known = catalogue.roles[id];
    return known
      ? { id, name: say(known.name, language), department: known.department }
      : { id, name: id, department: own.get(id) ?? "sales" };
  });
  const departments = new Set([...roles, ...participants].map(({ department }) => department));
  return {
    roles,
    departments: [...departments].map((id) => {
      const known = catalogue.departments[id];
      return { id, name: known ? say(known, language) : id };
    }),
  };
};
