import type { Severity } from "../gaps/codes.ts";
import type { Moment } from "./calendar.ts";
import type { FindingCode } from "./codes.ts";

/** The turns that an order may take; `planned` takes none. */
export const BRANCHES = ["planned", "price-only", "rejected", "discount", "change", "cancel"] as const;
export type Branch = (typeof BRANCHES)[number];

/**
 * `client`: something the client does; `outcome`: what becomes of the order; `stop`: where it would stand; the others are
 * what people do and wait for.
 */
export type EventKind = "client" | "enter" | "handover" | "step" | "check" | "wait" | "leave" | "outcome" | "stop";

/**
 * Something that happens in a rehearsal. `stage` is the key of a stage of the pipeline, `rules` the ids of the rules it
 * follows. `who` names a role, null where no one acts. `inTurn`: it belongs to the branch and not to the plain way.
 */
export type RehearsalEvent = Moment & {
  kind: EventKind;
  stage: string;
  who: string | null;
  text: string;
  rules: string[];
  fields: { name: string; by: string | null }[];
  until: Moment | null;
  toClient: boolean;
  inTurn: boolean;
};

/** What would break. `question` is the key of the asked question that mends it, if it is asked in the workshop. */
export type RehearsalFinding = {
  code: FindingCode;
  severity: Extract<Severity, "error" | "warning">;
  day: number | null;
  stage: string | null;
  message: string;
  question: string | null;
};

/** A stage that the order passes; once more for every time that it comes back. */
export type Passage = { stage: string; from: number; to: number; isBroken: boolean };

/** Texts are in the language of the reader; names and steps in that of the workshop. */
export type Rehearsal = {
  branch: Branch;
  title: string;
  pipeline: string;
  dealType: string;
  stages: { key: string; name: string; who: string | null }[];
  passages: Passage[];
  days: { day: number; title: string; events: RehearsalEvent[] }[];
  findings: RehearsalFinding[];
  end: { kind: "won" | "lost" | "stuck" | "nothing"; text: string };
  /** How long it takes when everybody uses all the time that the norms give: days of the calendar and days of work. */
  length: { days: number; workingDays: number; text: string };
};
