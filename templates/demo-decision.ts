import { createHash } from "node:crypto";
import type { Decision } from "#domain/decision.ts";
import { type Bilingual, type Language, say } from "#domain/language.ts";
import type { Objection } from "#domain/objection.ts";
import type { Participant } from "#domain/participant.ts";
import { bound, hashedText, type Proposal } from "#domain/proposal.ts";
import type { WorkshopRecord } from "#domain/record.ts";
import type { Ballot, Choice, Round } from "#domain/round.ts";
import { wordingOf } from "#domain/wording.ts";
import type { Workshop } from "#domain/workshop.ts";
import type { DemoDecision, DemoRound } from "./demo-story.ts";

/** A decision of the story with the key of the question that it settles. */
export type Held = DemoDecision & { key: string };

/** How a decision is told: in whose workshop, in which language, with which ids, `at` minutes after its start. */
export type Telling = {
  workshop: Workshop;
  participants: Participant[];
  language: Language;
  uuid: (name: string) => string;
  at: (minutes: number) => string;
  day: (days: number) => string;
};

type Told = Pick<WorkshopRecord, "ideas" | "proposals" | "rounds" | "objections" | "decisions">;

/** Everything that the record holds of one decision; each round takes a minute. */
export const decisionTold = (held: Held, telling: Telling): Told => {
  const { key, ideas } = held;
  const rounds = held.rounds.map((round, index) => roundTold(held, round, index, telling));
  return {
    ideas: ideas.map((idea, number) => ({
      id: telling.uuid(`${key} idea ${number}`),
      question: key,
      text: say(idea.text, telling.language),
      group: null,
      seed: false,
    })),
    proposals: rounds.map(({ proposal }) => proposal),
    rounds: rounds.map(({ round }) => round),
    objections: rounds.flatMap(({ objections }) => objections),
    decisions: outcomeTold(held, rounds.at(-1)?.round, telling),
  };
};

const roundTold = (held: Held, told: DemoRound, index: number, telling: Telling) => {
  const { workshop, participants, language, uuid, at } = telling;
  const { key, binds } = held;
  const tell = (text: Bilingual) => say(text, language);
  const stage = workshop.dealTypes[0]?.stages.find(({ id }) => id === held.stage);
  const wording = wordingOf(tell(told.text));
  const answer = told.answer[language];
  const proposal: Proposal = {
    id: uuid(`${key} proposal ${index + 1}`),
    question: key,
    version: index + 1,
    wording,
    answer,
    binds: binds.length > 0 ? binds : bound(answer, stage, workshop, participants),
    hash: createHash("sha256").update(hashedText(wording, answer)).digest("hex"),
    madeAt: at(index),
  };
  const round: Round = {
    id: uuid(`${key} round ${index + 1}`),
    question: key,
    proposal: proposal.id,
    number: index + 1,
    status: "closed",
    openedAt: at(index),
    closedAt: at(index + 1),
    invited: participants.filter(({ votes }) => votes).length,
    answered: Object.values(told.votes).reduce((sum, count) => sum + count, 0),
    missingDepartments: [],
    ballots: ballotsOf(told.votes, told.concerns.map(tell)),
  };
  const objections = told.objections.map(
    (objection, number): Objection => ({
      id: uuid(`${key} objection ${index + 1}.${number}`),
      question: key,
      round: round.id,
      reason: tell(objection.reason),
      wish: tell(objection.wish),
      by: objection.by === null ? null : uuid(`person ${objection.by}`),
      disposition: objection.disposition,
      replies: [],
    }),
  );
  return { proposal, round, objections };
};

const outcomeTold = ({ key, outcome, rounds }: Held, last: Round | undefined, telling: Telling): Decision[] => {
  const { language, uuid, at, day, participants } = telling;
  const closing = { id: uuid(`${key} decision`), question: key, at: at(rounds.length) };
  const nameOf = (person: string) => participants.find(({ id }) => id === uuid(`person ${person}`))?.name ?? person;
  if (outcome.kind === "parked") {
    const { owner, missing, dueAfterDays } = outcome;
    return [
      { ...closing, kind: "parked", owner: nameOf(owner), dueOn: day(dueAfterDays), missing: say(missing, language) },
    ];
  }
  if (!last) return [];
  const adopted = { ...closing, proposal: last.proposal, round: last.id };
  if (outcome.kind !== "head") return [{ ...adopted, kind: "consent", verdict: outcome.kind }];
  const { decidedBy, reason, reviewAfterDays } = outcome;
  return [
    {
      ...adopted,
      kind: "head",
      decidedBy: nameOf(decidedBy),
      reason: say(reason, language),
      reviewOn: day(reviewAfterDays),
    },
  ];
};

const ballotsOf = (votes: Record<Choice, number>, concerns: string[]): Ballot[] =>
  (["agree", "reservation", "object", "abstain"] as const).flatMap((choice) =>
    Array.from({ length: votes[choice] }, (_, number) => ({
      choice,
      concern: choice === "reservation" ? (concerns[number] ?? null) : null,
    })),
  );
