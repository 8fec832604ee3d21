import { type Fear, fearsOf } from "./fear.ts";
import { type Language, say } from "./language.ts";
import { askedOf, lastDecision, questionOf, type WorkshopRecord } from "./record.ts";
import { rulesOf } from "./rule.ts";
import type { Threshold } from "./threshold.ts";

/** What is told of the meeting as a whole (domain brief §6.7); dates are ISO dates, names those of people. */
export type MeetingSummary = {
  /** The id of the template and the state that it was in then. */
  template: string | null;
  templateVersion: string | null;
  threshold: Threshold;
  /** Expected, and never there. Nobody, when nobody's coming was noted. */
  absent: string[];
  parked: { question: string; owner: string; dueOn: string; missing: string }[];
  byHead: { rule: string; text: string; name: string; reason: string; reviewOn: string }[];
  /** Objections whose objectors kept their view; `by` is null for those without a name. */
  dissents: { question: string; reason: string; by: string | null }[];
  reviews: { rule: string; on: string }[];
  fears: Fear[];
};

export const summaryOf = (record: WorkshopRecord, language: Language): MeetingSummary => {
  const { workshop, participants, attendance, objections } = record;
  const rules = rulesOf(record);
  const wordingOf = (key: string) => {
    const asked = askedOf(record, key);
    return asked ? say(questionOf(record, asked).wording, language) : key;
  };
  const came = new Set(attendance.filter(({ what }) => what === "came").map(({ participant }) => participant));
  return {
    template: workshop.template,
    templateVersion: workshop.templateVersion ?? null,
    threshold: workshop.threshold,
    absent: came.size === 0 ? [] : participants.filter(({ id }) => !came.has(id)).map(({ name }) => name),
    parked: record.asked.flatMap(({ key }) => {
      const made = lastDecision(record, key);
      if (made?.kind !== "parked") return [];
      return { question: wordingOf(key), owner: made.owner, dueOn: made.dueOn, missing: made.missing };
    }),
    byHead: rules.flatMap(({ id, text, decision }) =>
      decision.kind === "head"
        ? { rule: id, text, name: decision.decidedBy, reason: decision.reason, reviewOn: decision.reviewOn }
        : [],
    ),
    dissents: objections
      .filter(({ disposition }) => disposition === "stand-aside" || disposition === "escalated")
      .map(({ question, reason, by }) => ({
        question: wordingOf(question),
        reason,
        by: participants.find(({ id }) => id === by)?.name ?? null,
      })),
    reviews: rules
      .flatMap(({ id, decision }) => {
        if (decision.kind === "head") return { rule: id, on: decision.reviewOn };
        if (decision.kind === "trial") return { rule: id, on: decision.until };
        return decision.kind === "consent" && decision.reviewOn ? { rule: id, on: decision.reviewOn } : [];
      })
      .sort((a, b) => (a.on < b.on ? -1 : 1)),
    fears: fearsOf(record),
  };
};
