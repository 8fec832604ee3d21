import type { Kysely, Transaction } from "kysely";
import type { Phase } from "#domain/agenda.ts";
import type { Language } from "#domain/language.ts";
import type { Disposition } from "#domain/objection.ts";
import type { Choice } from "#domain/round.ts";

/** The tables of the record. Lists and typed answers are JSON texts; truths are 0 and 1; times are ISO texts. */
export type RecordTables = {
  workshops: {
    id: string;
    owner: string;
    /** The account that leads in the place of the owner. */
    conductor: string | null;
    company: string;
    title: string;
    language: Language;
    template: string | null;
    /** Threshold, departments, roles, deal types and typical order. */
    set_up: string;
    status: "open" | "closed";
    created_at: string;
    facilitator: string;
    current: string | null;
    code: string;
    /** Grows when the entrance is renewed; links that name an earlier number do not open any more. */
    entrance: number;
    screen: number;
    /** When the facilitator last called everybody back to the question. */
    called_at: string | null;
    /** Nobody new is let in. */
    locked: number;
    /** Ideas are written with names. */
    signed: number;
    pause: string | null;
    subgroups: string | null;
    /** How the time of the meeting is kept. */
    clock: string | null;
    /** When the owner put it away from the shelf. */
    archived_at: string | null;
    /** A finished example. */
    demo: number;
  };
  own_templates: { id: string; owner: string; name: string; body: string; created_at: string };
  questions: { workshop: string; id: string; position: number; body: string };
  asked: {
    workshop: string;
    key: string;
    question: string;
    deal_type: string | null;
    stage: string | null;
    position: number;
    phase: Phase;
    timer_ends_at: string | null;
    timer_seconds: number | null;
  };
  participants: {
    workshop: string;
    id: string;
    name: string;
    role: string;
    department: string;
    head: number;
    votes: number;
    position: number;
    away: number;
    observer: number;
  };
  attendance: { workshop: string; position: number; participant: string; what: "came" | "left"; at: string };
  /** When a question entered a phase. */
  course: { workshop: string; position: number; question: string; phase: Phase; at: string };
  readiness: { workshop: string; question: string; participant: string };
  ideas: {
    workshop: string;
    id: string;
    question: string;
    text: string;
    leader: string | null;
    seed: number;
    tag: string | null;
    named: string | null;
    answered: string | null;
    /** Said when the section of the question was closed. */
    unsaid: number;
  };
  proposals: {
    workshop: string;
    id: string;
    question: string;
    version: number;
    wording: string;
    answer: string;
    binds: string;
    hash: string;
    made_at: string;
  };
  rounds: {
    workshop: string;
    id: string;
    question: string;
    proposal: string;
    number: number;
    status: "open" | "closed" | "void";
    opened_at: string;
    closed_at: string | null;
    invited: number;
    answered: number;
    missing: string;
    package: string | null;
    /** The hand count as it was entered. */
    counted: string | null;
    threshold: string | null;
    trial: string | null;
  };
  ballots: { workshop: string; round: string; id: string; choice: Choice; concern: string | null; tag: string | null };
  participations: { workshop: string; round: string; participant: string };
  objections: {
    workshop: string;
    id: string;
    question: string;
    round: string;
    reason: string;
    wish: string;
    named: string | null;
    disposition: Disposition;
    tag: string | null;
    aloud: number;
    late: number;
  };
  replies: {
    workshop: string;
    objection: string;
    position: number;
    id: string;
    sender: "facilitator" | "objector";
    text: string;
  };
  temperatures: { workshop: string; question: string; status: "open" | "closed" };
  readings: { workshop: string; question: string; id: string; value: number; tag: string | null };
  decisions: { workshop: string; id: string; question: string; position: number; body: string };
  editorials: { workshop: string; id: string; position: number; body: string };
  approvals: { workshop: string; id: string; position: number; body: string };
  acknowledgements: { workshop: string; id: string; position: number; body: string };
};

export type RecordDatabase = Kysely<RecordTables>;
/** A transaction, or the database itself for reading. */
export type Db = RecordDatabase | Transaction<RecordTables>;
