import { createHash } from "node:crypto";
import { keyOf, layAgenda } from "#domain/agenda.ts";
import type { Answer } from "#domain/answer.ts";
import type { Catalogue } from "#domain/catalogue.ts";
import type { DealType } from "#domain/deal-type.ts";
import { FEARS } from "#domain/fear.ts";
import { type Language, say } from "#domain/language.ts";
import type { Participant } from "#domain/participant.ts";
import type { Question } from "#domain/question.ts";
import type { WorkshopRecord } from "#domain/record.ts";
import { referencesIn } from "#domain/references.ts";
import type { Workshop } from "#domain/workshop.ts";
import { decisionTold, type Held } from "./demo-decision.ts";
import type { DemoDecision, DemoStory } from "./demo-story.ts";

/** A Monday; all times of the demo count from here, so that the same demo is the same record on every machine. */
const OPENED = Date.parse("2026-11-16T07:00:00Z");
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A finished workshop told as a record. Ids are made of `id` and names, so two demos never share one. */
export const recordOfStory = (
  story: DemoStory,
  dealType: DealType,
  bank: readonly Question[],
  catalogue: Catalogue,
  language: Language,
  id: string,
): WorkshopRecord => {
  const uuid = (name: string) => uuidOf(`${id}/${name}`);
  const held = decisionsOf(story);
  const participants = story.people.map(
    (person): Participant => ({
      id: uuid(`person ${person.id}`),
      name: say(person.name, language),
      role: person.role,
      department: person.department,
      head: person.head,
      votes: person.votes,
    }),
  );
  const workshop = workshopOf(story, held, dealType, catalogue, language, id);
  const questions = bank.filter((question) => held.some((decision) => decision.question === question.id));
  const day = (days: number) => new Date(OPENED + days * DAY).toISOString().slice(0, 10);
  let minutes = 0;
  const told = held.map((decision) => {
    const started = minutes;
    minutes += decision.rounds.length;
    const at = (later: number) => new Date(OPENED + (started + later) * MINUTE).toISOString();
    return decisionTold(decision, { workshop, participants, language, uuid, at, day });
  });
  return {
    workshop,
    participants,
    attendance: participants.map(({ id: participant }) => ({
      participant,
      what: "came",
      at: new Date(OPENED).toISOString(),
    })),
    course: [],
    questions,
    asked: layAgenda(questions, [dealType]).map((asked) => {
      const decision = held.find(({ key }) => key === asked.key);
      return { ...asked, phase: !decision ? "waiting" : decision.outcome.kind === "parked" ? "parked" : "decided" };
    }),
    ideas: [...told.flatMap(({ ideas }) => ideas), ...fearsTold(story, held, language, uuid)],
    proposals: told.flatMap(({ proposals }) => proposals),
    rounds: told.flatMap(({ rounds }) => rounds),
    objections: told.flatMap(({ objections }) => objections),
    decisions: told.flatMap(({ decisions }) => decisions),
    editorials: [],
    approvals: [],
    acknowledgements: [],
  };
};

/** The wall of fears, each with the rule that answers it, or parked with the question that was. */
const fearsTold = (
  story: DemoStory,
  held: Held[],
  language: Language,
  uuid: (name: string) => string,
): WorkshopRecord["ideas"] =>
  story.fears.map(({ fear, question, answer }, number) => {
    const settled = held.find((decision) => decision.question === question);
    const note = say(answer, language);
    return {
      id: uuid(`fear ${number}`),
      question: FEARS,
      text: say(fear, language),
      group: null,
      seed: false,
      answered:
        settled && settled.outcome.kind !== "parked"
          ? { kind: "rule", question: settled.key, note }
          : { kind: "parked", note },
    };
  });

/** Discussed one by one, then what was pulled out of the package, then the package, adopted in one vote. */
const decisionsOf = ({ decisions, pulled, package: agreed }: DemoStory): Held[] => {
  const packaged = agreed.rules.map(
    (rule, number): DemoDecision => ({
      question: rule.question,
      dealType: rule.dealType,
      stage: rule.stage,
      binds: rule.binds,
      ideas: [],
      // one vote was held on all of them: what was said with it is written down once
      rounds: [{ ...rule, votes: agreed.votes, concerns: number === 0 ? agreed.concerns : [], objections: [] }],
      outcome: { kind: "unanimous" },
      note: null,
    }),
  );
  return [...decisions, ...pulled, ...packaged].map((decision) => ({
    ...decision,
    key: keyOf(decision.question, decision.dealType, decision.stage),
  }));
};

const workshopOf = (
  story: DemoStory,
  held: Held[],
  dealType: DealType,
  catalogue: Catalogue,
  language: Language,
  id: string,
): Workshop => {
  const answers = held.flatMap(({ rounds }) => rounds.map(({ answer }): Answer => answer[language]));
  const named = new Set([
    ...story.people.map(({ role }) => role),
    ...dealType.stages.flatMap(({ role, tasks }) => [role, ...tasks.map((task) => task.role)]),
    ...answers.flatMap(referencesIn).flatMap((reference) => (reference.of === "role" ? [reference.id] : [])),
  ]);
  const roles = Object.entries(catalogue.roles).filter(([role]) => named.has(role));
  const departments = new Set([...story.people, ...roles.map(([, role]) => role)].map(({ department }) => department));
  return {
    id,
    company: say(story.company.name, language),
    title: `${say(story.company.name, language)}: ${dealType.name}`,
    language,
    template: story.template,
    threshold: { preset: "almost-unanimous", share: 0.9, smallGroup: false },
    departments: Object.entries(catalogue.departments)
      .filter(([department]) => departments.has(department))
      .map(([department, name]) => ({ id: department, name: say(name, language) })),
    roles: roles.map(([role, { name, department }]) => ({ id: role, name: say(name, language), department })),
    dealTypes: [dealType],
    order: { title: say(story.order.title, language), story: say(story.order.story, language) },
    existing: [],
    status: "open",
    createdAt: new Date(OPENED).toISOString(),
    facilitator: say(story.facilitator.name, language),
  };
};

/** A name-based UUID (version 5 of RFC 9562). */
const uuidOf = (name: string): string => {
  const bytes = createHash("sha1").update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
};
