import { layAgenda } from "./agenda.ts";
import type { Catalogue } from "./catalogue.ts";
import type { DealType, TypicalOrder } from "./deal-type.ts";
import { type Depth, questionsAt } from "./depth.ts";
import { type Bilingual, type Language, say } from "./language.ts";
import { asRead, type Participant, personName } from "./participant.ts";
import type { Question } from "./question.ts";
import type { WorkshopRecord } from "./record.ts";
import { type Refusal, refuse } from "./refusal.ts";
import type { Template } from "./template.ts";
import type { Threshold } from "./threshold.ts";
import type { Workshop } from "./workshop.ts";

export type NewPerson = {
  name: string;
  role: string;
  department: string;
  head: boolean;
  votes: boolean;
  observer?: true | undefined;
};

/** What a facilitator fills in; `template` and `dealType` are ids. */
export type NewWorkshop = {
  company: string;
  template: string;
  dealType: string;
  language: Language;
  depth: Depth;
  threshold: Threshold;
  people: NewPerson[];
  order: TypicalOrder | null;
};

/** The content that the workshop is laid out from; `order` is told when the facilitator told none. */
export type Plan = {
  template: Template;
  dealType: DealType;
  order: TypicalOrder | null;
  bank: readonly Question[];
  /** Which state of the content this is. */
  version: string;
  catalogue: Catalogue;
};

/** What only the world outside can give. */
export type Made = { id: string; facilitator: string; createdAt: string; newId: () => string };

const TITLE: Bilingual = {
  ru: "Инструкция по использованию CRM-системы",
  en: "Regulation on using the CRM system",
};
const ORDER: Bilingual = { ru: "Типовой заказ", en: "A typical order" };
/** Roles that every workshop has: who leads the sales team and who decides what the team cannot. */
const ALWAYS = ["sales-head", "director"];

/** The record that a workshop begins with, made of its template, the questions of its depth and the people named. */
export const newRecord = (input: NewWorkshop, plan: Plan, made: Made): WorkshopRecord | Refusal => {
  const { template, dealType, bank, version, catalogue } = plan;
  const participants = input.people.map(
    ({ observer, ...person }): Participant => ({
      ...person,
      name: personName(person.name),
      id: made.newId(),
      ...(observer && { observer, votes: false }),
    }),
  );
  const names = participants.map(({ name }) => asRead(name));
  if (new Set(names).size < names.length) return refuse("name-taken", { where: "people" });
  const questions = questionsAt(input.depth, bank);
  return {
    workshop: {
      id: made.id,
      company: input.company,
      title: say(TITLE, input.language),
      language: input.language,
      template: template.id,
      templateVersion: version,
      threshold: input.threshold,
      ...peopleOf(template, dealType, participants, input.language, catalogue),
      dealTypes: [dealType],
      order: input.order ?? plan.order ?? { title: say(ORDER, input.language), story: "" },
      existing: [],
      status: "open",
      createdAt: made.createdAt,
      facilitator: made.facilitator,
    },
    participants,
    attendance: [],
    course: [],
    questions,
    asked: layAgenda(questions, [dealType]),
    ideas: [],
    proposals: [],
    rounds: [],
    objections: [],
    decisions: [],
    editorials: [],
    approvals: [],
    acknowledgements: [],
  };
};

/** The roles that the template and the people name, each once, and the departments that they belong to. */
const peopleOf = (
  template: Template,
  dealType: DealType,
  participants: Participant[],
  language: Language,
  catalogue: Catalogue,
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
