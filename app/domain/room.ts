import type { AskedQuestion, Phase, Temperature, Timer } from "./agenda.ts";
import { nextPhase } from "./agenda.ts";
import type { Answer } from "./answer.ts";
import type { Clock } from "./clock.ts";
import type { DealType, TypicalOrder } from "./deal-type.ts";
import { type Decision, MANY_BY_HEAD, roundsSpent } from "./decision.ts";
import type { Bilingual } from "./language.ts";
import type { Meeting } from "./meeting.ts";
import type { Disposition, Objection, Reply } from "./objection.ts";
import { isOpen, openObjections } from "./objection.ts";
import { type PackageView, packageView } from "./package-vote.ts";
import type { Participant } from "./participant.ts";
import { minutesFor, type Pace, paceOf } from "./preparation.ts";
import type { Question } from "./question.ts";
import { askedOf, lastDecision, proposalsOf, questionOf, roundsOf, type WorkshopRecord } from "./record.ts";
import { type Counted, type Outcome, outcomeOf, type Round, type Trial, thresholdOf } from "./round.ts";
import { type Adoption, type Rule, rulesOf } from "./rule.ts";
import { closesSection } from "./section.ts";
import { siblingOf } from "./sibling.ts";
import { type SubgroupsView, subgroupsView } from "./subgroups.ts";
import { allowsOneDissent, requiredShare, type Threshold } from "./threshold.ts";
import type { Wording } from "./wording.ts";

/** Who looks: the facilitator's console, a participant's phone, the projector. */
export type Audience = "facilitator" | "participant" | "projector";

/** What the projections are made of: the record and the room's present state. `ready` and `here` hold participant ids. */
export type Room = {
  record: WorkshopRecord;
  current: string | null;
  ready: readonly string[];
  here: readonly string[];
  /** Findings of the completeness check; errors block «final». */
  gaps: { errors: number; warnings: number };
  meeting: Meeting;
  clock: Clock;
  /** How many said that a card of the groups is finished, by its key. */
  finished: ReadonlyMap<string, number>;
};

export type StageView = { id: string; name: string; role: string | null; settled: number; asked: number };
export type PersonView = Participant & { here: boolean };
export type AgendaItem = {
  key: string;
  question: string;
  block: string;
  wording: Bilingual;
  dealType: string | null;
  stage: string | null;
  phase: Phase;
  express: boolean;
  /** Minutes reckoned for it. */
  minutes: number;
  /** Seconds that it stood before everybody, but for the time since it was opened last. */
  spent: number;
};
export type ProposalView = { version: number; wording: Wording; answer: Answer; binds: string[]; hash: string };
export type RoundView = {
  id: string;
  number: number;
  status: Round["status"];
  invited: number;
  answered: number;
  outcome: Outcome | null;
  concerns: string[];
  /** Votes that did not come by phone. */
  counted: Counted | null;
  /** The share that adopts, and whether one dissent is allowed beside it. */
  needed: number;
  oneMayStandAside: boolean;
  /** The terms of a vote on trial. */
  trial: Trial | null;
};
export type ObjectionView = {
  id: string;
  round: number;
  reason: string;
  wish: string;
  by: string | null;
  disposition: Disposition;
  replies: Reply[];
  /** Said in the room or written on a slip: the facilitator answers for it. */
  aloud: boolean;
};
export type RuleView = {
  id: string;
  version: number;
  question: string;
  dealType: string | null;
  stage: string | null;
  section: string;
  text: string;
  adoption: Adoption;
};

/** The question that everybody works on. `expected` counts those who are in the room and may write. */
export type Now = {
  key: string;
  question: Question;
  dealType: string | null;
  stage: string | null;
  /** Which of the questions about the same stage this is, from 1. */
  position: number;
  siblings: number;
  phase: Phase;
  next: Phase | null;
  timer: Timer | null;
  temperature: Temperature | null;
  ready: number;
  expected: number;
  /** `by` is a name, of those ideas only that were written to be signed. */
  ideas: { id: string; text: string; group: string | null; seed: boolean; by?: string; unsaid?: true }[];
  proposal: ProposalView | null;
  previous: ProposalView | null;
  round: RoundView | null;
  roundsClosed: number;
  /** How many counted rounds there were since the question was last settled: after two, one of three follows. */
  roundsSpent: number;
  objections: ObjectionView[];
  decision: Decision | null;
  /** Everything of this section is settled: is anything left unsaid? */
  closesSection: boolean;
  /** What another deal type settled on this question, to compare with. */
  sibling: { dealType: string; wording: Wording; answer: Answer } | null;
};

/** What all seats of one audience see alike. */
export type SharedView = {
  audience: Audience;
  workshop: {
    id: string;
    company: string;
    title: string;
    status: "open" | "closed";
    /** Thoughts are taken before the meeting. */
    survey: boolean;
    facilitator: string;
    threshold: Threshold;
    order: TypicalOrder;
    dealTypes: (Pick<DealType, "id" | "name"> & { stages: StageView[] })[];
    departments: { id: string; name: string }[];
    roles: { id: string; name: string; department: string }[];
  };
  people: PersonView[];
  /** Empty but for the facilitator: phones are spared what they do not show. */
  agenda: AgendaItem[];
  /** Null but for the facilitator. */
  pace: Pace | null;
  now: Now | null;
  /** The rules that are voted on together; after the vote its result, until a question is opened. */
  package: PackageView | null;
  meeting: Omit<Meeting, "subgroups">;
  /** The two groups of the stage walk while they are at work. */
  subgroups: SubgroupsView | null;
  /** Empty for the projector, which shows one rule at a time. */
  rules: RuleView[];
  gaps: Room["gaps"];
  /** How many rules the head decided, when these are so many that near-unanimity was not reached. */
  byHead: { count: number; of: number } | null;
};

/** What one seat sees of its own: the device that wrote a thing is the only one that gets it back. */
export type MineView = {
  participant: Participant | null;
  ready: boolean;
  ideas: { id: string; question: string; text: string }[];
  /** The own reading while the temperature of the current wording is taken. */
  temperature: number | null;
  ballot: { round: string; choice: "agree" | "reservation" | "object" | "abstain"; concern: string | null } | null;
  objections: string[];
};

const SETTLED: Phase[] = ["decided", "parked"];

/** The one place that decides what an audience sees. Silent things are not in `room.record` to begin with. */
export const sharedView = (room: Room, audience: Audience): SharedView => {
  const { record, meeting } = room;
  const { workshop } = record;
  return {
    audience,
    workshop: {
      id: workshop.id,
      company: workshop.company,
      title: workshop.title,
      status: workshop.status,
      survey: workshop.survey ?? false,
      facilitator: workshop.facilitator,
      threshold: workshop.threshold,
      order: workshop.order,
      dealTypes: workshop.dealTypes.map((type) => ({
        id: type.id,
        name: type.name,
        stages: type.stages.map((stage) => {
          const asked = record.asked.filter((item) => item.dealType === type.id && item.stage === stage.id);
          return {
            id: stage.id,
            name: stage.name,
            role: stage.role,
            asked: asked.length,
            settled: asked.filter((item) => SETTLED.includes(item.phase)).length,
          };
        }),
      })),
      departments: workshop.departments,
      roles: workshop.roles,
    },
    people: record.participants.map((person) => ({ ...person, here: room.here.includes(person.id) })),
    agenda: audience === "facilitator" ? agendaOf(room) : [],
    pace: audience === "facilitator" ? paceOf(record, room.clock) : null,
    now: nowOf(room, audience),
    package: room.current === null ? packageView(record) : null,
    meeting: {
      calledAt: meeting.calledAt,
      isLocked: meeting.isLocked,
      isSigned: meeting.isSigned,
      pause: meeting.pause,
    },
    subgroups: meeting.subgroups && subgroupsView(record, meeting.subgroups, room.finished),
    rules: audience === "projector" ? [] : rulesOf(record).map(ruleView),
    gaps: room.gaps,
    byHead: manyByHead(record),
  };
};

/** Head's decisions among the rules in force, when they are more than a fifth; null otherwise. */
export const manyByHead = (record: WorkshopRecord): SharedView["byHead"] => {
  const rules = rulesOf(record);
  const count = rules.filter(({ adoption }) => adoption === "head").length;
  return rules.length > 0 && count / rules.length > MANY_BY_HEAD ? { count, of: rules.length } : null;
};

const agendaOf = ({ record, clock }: Room): AgendaItem[] =>
  record.asked.map((asked) => {
    const question = questionOf(record, asked);
    return {
      key: asked.key,
      question: asked.question,
      block: question.block,
      wording: question.wording,
      dealType: asked.dealType,
      stage: asked.stage,
      phase: asked.phase,
      express: question.express,
      minutes: minutesFor(asked, question),
      spent: clock.spent[asked.key] ?? 0,
    };
  });

const ruleView = (rule: Rule): RuleView => ({
  id: rule.id,
  version: rule.version,
  question: rule.question,
  dealType: rule.dealType,
  stage: rule.stage,
  section: rule.sections[0] ?? "",
  text: rule.text,
  adoption: rule.adoption,
});

const nowOf = (room: Room, audience: Audience): Now | null => {
  const { record } = room;
  const asked = room.current === null ? undefined : askedOf(record, room.current);
  if (!asked) return null;
  const question = questionOf(record, asked);
  const proposals = proposalsOf(record, asked.key).map(({ version, wording, answer, binds, hash }) => ({
    version,
    wording,
    answer,
    binds,
    hash,
  }));
  const rounds = roundsOf(record, asked.key);
  const round = rounds.at(-1);
  const siblings = record.asked.filter(({ dealType, stage }) => dealType === asked.dealType && stage === asked.stage);
  const expected = record.participants.filter((person) => !person.observer && room.here.includes(person.id));
  return {
    key: asked.key,
    // prompts for the facilitator are for the facilitator's eyes (domain brief §6.5)
    question:
      audience === "facilitator" ? question : { ...question, hint: { ru: "—", en: "—" }, traps: [], followUps: [] },
    dealType: asked.dealType,
    stage: asked.stage,
    position: siblings.indexOf(asked) + 1,
    siblings: siblings.length,
    phase: asked.phase,
    next: nextPhase(asked.phase),
    timer: asked.timer,
    temperature: asked.temperature ?? null,
    ready: expected.filter((person) => room.ready.includes(person.id)).length,
    expected: expected.length,
    ideas: record.ideas
      .filter((idea) => idea.question === asked.key)
      .sort((a, b) => Number(a.seed) - Number(b.seed) || (a.id < b.id ? -1 : 1))
      .map(({ id, text, group, seed, by, unsaid }) => ({
        id,
        text,
        group,
        seed,
        ...(by && { by: nameOf(record, by) }),
        ...(unsaid && { unsaid }),
      })),
    proposal: proposals.at(-1) ?? null,
    previous: proposals.at(-2) ?? null,
    round: round ? roundView(room, round) : null,
    roundsSpent: roundsSpent(
      rounds,
      record.decisions.filter((decision) => decision.question === asked.key),
    ),
    roundsClosed: rounds.filter(({ status }) => status === "closed").length,
    objections: record.objections
      .filter(
        (objection) => objection.question === asked.key && (audience !== "projector" || isOnWall(asked, objection)),
      )
      .map((objection) => ({
        id: objection.id,
        round: rounds.find(({ id }) => id === objection.round)?.number ?? 0,
        reason: objection.reason,
        wish: objection.wish,
        by: objection.by === null || audience === "projector" ? null : nameOf(record, objection.by),
        disposition: objection.disposition,
        replies: audience === "projector" ? [] : objection.replies,
        aloud: objection.aloud ?? false,
      })),
    decision: lastDecision(record, asked.key) ?? null,
    closesSection: closesSection(record, asked.key),
    sibling: siblingView(record, asked),
  };
};

/**
 * The room answers an open objection aloud (domain brief §6.4), so the wall shows its reason and its wish while that is the
 * work. Who raised it and the letters about it are read in the hand; what the wall does not show does not go there.
 */
const isOnWall = ({ phase }: AskedQuestion, objection: Objection): boolean =>
  isOpen(objection) && (phase === "round" || phase === "word");

const nameOf = ({ participants }: WorkshopRecord, person: string): string =>
  participants.find(({ id }) => id === person)?.name ?? "";

const siblingView = (record: WorkshopRecord, asked: AskedQuestion): Now["sibling"] => {
  const sibling = siblingOf(record, asked);
  return sibling && { dealType: sibling.dealType, wording: sibling.rule.wording, answer: sibling.rule.answer };
};

const roundView = ({ record }: Room, round: Round): RoundView => ({
  id: round.id,
  number: round.number,
  status: round.status,
  invited: round.invited,
  answered: round.answered,
  outcome: round.status === "closed" ? outcomeOfRound(record, round) : null,
  concerns: round.status === "closed" ? round.ballots.flatMap(({ concern }) => (concern ? [concern] : [])).sort() : [],
  counted: round.counted ?? null,
  needed: requiredShare(thresholdOf(round, record.workshop)),
  oneMayStandAside: allowsOneDissent(thresholdOf(round, record.workshop)),
  trial: round.trial ?? null,
});

/** The arithmetic of a closed round as it stands now, with the objections of its question as they stand now. */
export const outcomeOfRound = (record: WorkshopRecord, round: Round): Outcome =>
  outcomeOf(round, thresholdOf(round, record.workshop), {
    open: openObjections(record.objections, round.question).length,
    standAside: record.objections.filter(
      (objection) => objection.question === round.question && objection.disposition === "stand-aside",
    ).length,
  });
