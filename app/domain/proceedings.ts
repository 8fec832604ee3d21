import { minutesOn, type Stretch, stretchesOf } from "./course.ts";
import { stageOf } from "./deal-type.ts";
import type { Decision } from "./decision.ts";
import { type Language, say } from "./language.ts";
import type { Objection } from "./objection.ts";
import { proposalsOf, questionOf, roundsOf, type WorkshopRecord } from "./record.ts";
import { outcomeOfRound } from "./room.ts";
import type { Counted, Outcome, Trial } from "./round.ts";
import type { Wording } from "./wording.ts";

/** One question as it went, from the ideas to the decisions; times are ISO texts. */
export type Proceeding = {
  key: string;
  question: string;
  place: string | null;
  /** When it entered which phase, and the minutes that the room worked on it; null when nobody noted them. */
  course: Stretch[];
  minutes: number | null;
  ideas: { id: string; text: string; seed: boolean; unsaid: boolean; group: string | null; by: string | null }[];
  versions: { version: number; wording: Wording; madeAt: string }[];
  rounds: {
    number: number;
    version: number;
    isPackage: boolean;
    openedAt: string;
    closedAt: string | null;
    outcome: Outcome | null;
    counted: Counted | null;
    trial: Trial | null;
    concerns: string[];
  }[];
  objections: (Pick<Objection, "id" | "reason" | "wish" | "disposition" | "replies" | "late"> & {
    by: string | null;
  })[];
  /** Slips of spelling that were corrected without a vote; recalled ones count no more. */
  corrections: { id: string; wrong: string; right: string; by: string; at: string; isRecalled: boolean }[];
  decisions: Decision[];
};

/**
 * The minutes of a workshop: every question that somebody has worked on, in the order of the agenda (domain brief §6.7).
 * `of` are the questions that are wanted. Void rounds stand in it too, without votes: that they were taken back is part of what happened.
 */
export const proceedingsOf = (
  record: WorkshopRecord,
  language: Language,
  of: WorkshopRecord["asked"] = record.asked,
): Proceeding[] => {
  const nameOf = (id: string | null | undefined) =>
    record.participants.find((person) => person.id === id)?.name ?? null;
  return of.flatMap((asked) => {
    const ideas = record.ideas.filter(({ question }) => question === asked.key);
    const proposals = proposalsOf(record, asked.key);
    const decisions = record.decisions.filter(({ question }) => question === asked.key);
    if (ideas.length + proposals.length + decisions.length === 0) return [];
    const type = record.workshop.dealTypes.find(({ id }) => id === asked.dealType);
    const stage = stageOf(record.workshop.dealTypes, asked.dealType, asked.stage);
    return {
      key: asked.key,
      question: say(questionOf(record, asked).wording, language),
      place: stage?.name ?? type?.name ?? null,
      course: stretchesOf(record.course, asked.key),
      minutes: minutesOn(record.course, asked.key),
      ideas: ideas.map(({ id, text, seed, group, by, unsaid }) => ({
        id,
        text,
        seed,
        unsaid: unsaid ?? false,
        group,
        by: nameOf(by),
      })),
      versions: proposals.map(({ version, wording, madeAt }) => ({ version, wording, madeAt })),
      rounds: roundsOf(record, asked.key).map((round) => ({
        number: round.number,
        version: proposals.find(({ id }) => id === round.proposal)?.version ?? 0,
        isPackage: round.package !== undefined,
        openedAt: round.openedAt,
        closedAt: round.closedAt,
        outcome: round.status === "closed" ? outcomeOfRound(record, round) : null,
        counted: round.counted ?? null,
        trial: round.trial ?? null,
        concerns: round.ballots.flatMap(({ concern }) => (concern ? [concern] : [])),
      })),
      objections: record.objections
        .filter(({ question }) => question === asked.key)
        .map(({ id, reason, wish, disposition, replies, by, late }) => ({
          id,
          reason,
          wish,
          disposition,
          replies,
          by: nameOf(by),
          ...(late && { late }),
        })),
      corrections: correctionsOf(record, asked.key),
      decisions,
    };
  });
};

const correctionsOf = ({ editorials }: WorkshopRecord, key: string): Proceeding["corrections"] => {
  const recalled = new Set(editorials.flatMap((one) => (one.kind === "recall" ? [one.typo] : [])));
  return editorials.flatMap((one) =>
    one.kind === "typo" && one.question === key
      ? [
          {
            id: one.id,
            wrong: one.wrong,
            right: one.right,
            by: one.by,
            at: one.at,
            isRecalled: recalled.has(one.id),
          },
        ]
      : [],
  );
};
