import type { AnswerOf } from "../answer.ts";
import { type Ground, leadsAt, type Seed, seeds } from "./ground.ts";

/** Seeds that are standards of every company; what else is asked as a text only the team can tell. */
const STANDARDS = new Set(["data-note-standard"]);

export const text = (ground: Ground): AnswerOf<"text"> | null => {
  const { question, stage, workshop } = ground;
  const written: Record<string, string | undefined> = {
    "stage-entry": stage?.entry,
    "stage-exit": stage?.exit,
    "deal-typical-order": workshop.order.story,
  };
  const line = written[question.id]?.trim().slice(0, 2000);
  if (line) return { kind: "text", lines: [line] };
  return STANDARDS.has(question.id) ? { kind: "text", lines: seeds(ground).map((seed) => seed.text) } : null;
};

const YES = /^(?:да|yes)[,:]\s*/i;

/** A yes that is worded as a condition in the bank, where the chain collects what it takes to keep it. */
const KEPT_BY: Record<string, string | null> = {
  "intake-price-only": null,
  "first-contact-next-step": "next-step-date",
  "objections-record": "objection",
  "access-personal-data": "consent-pd",
};

export const yesno = (ground: Ground): AnswerOf<"yesno"> | null => {
  const { question, collected } = ground;
  if (question.id === "roles-single-or-handover") return oneLeads(ground);
  const field = KEPT_BY[question.id];
  if (field === undefined || (field !== null && !collected.has(field))) return null;
  const condition = seeds(ground)[0]?.text.replace(YES, "");
  return { kind: "yesno", value: true, ...(condition && { condition }), exceptions: [] };
};

/** «One from beginning to end, or handed over?» follows from who leads at each stage. */
const oneLeads = (ground: Ground): AnswerOf<"yesno"> | null => {
  const { stages, workshop, tell } = ground;
  const name = (role: string) => workshop.roles.find(({ id }) => id === role)?.name ?? role;
  const leaders = stages.map((stage) => leadsAt(ground, stage));
  const changes = stages.flatMap(({ name: stage }, at) => {
    const role = leaders[at];
    return at > 0 && role && role !== leaders[at - 1]
      ? [tell({ ru: `с этапа «${stage}» ведёт ${name(role)}`, en: `from “${stage}” the lead is: ${name(role)}` })]
      : [];
  });
  if (!leaders[0]) return null;
  if (changes.length > 0) return { kind: "yesno", value: false, condition: changes.join("; "), exceptions: [] };
  return { kind: "yesno", value: true, condition: name(leaders[0]), exceptions: [] };
};

/** The seeds of such questions are written as «what → what follows», some with «→ what proves it». */
export const pairs = (ground: Ground): AnswerOf<"pairs"> | null => {
  // what sets a company apart from others only the company knows
  if (ground.question.id === "offer-advantages") return null;
  const made = seeds(ground).flatMap(pairOf);
  return made.length > 0 ? { kind: "pairs", pairs: made } : null;
};

const pairOf = ({ text }: Seed) => {
  const [left, right, proof] = text.split(" → ");
  return left && right ? [{ left, right, ...(proof && { proof }) }] : [];
};
