import type { AskedQuestion } from "../agenda.ts";
import type { Catalogue } from "../catalogue.ts";
import type { AnswerKind } from "../question.ts";
import type { WorkshopRecord } from "../record.ts";
import { bankOf } from "./bank.ts";
import type { Passage } from "./passages.ts";
import { type NamedStage, stageFinder } from "./stages.ts";

/** A question of this workshop, by its key, and how like it a paragraph is: 0 for nothing in common, seldom above 1. */
export type Place = { question: string; score: number };

/** What of a record says where a paragraph may go. */
export type Ground = Pick<WorkshopRecord, "asked" | "questions"> & {
  workshop: Pick<WorkshopRecord["workshop"], "dealTypes">;
};

/** An item is like a question also through the line that leads it in, a paragraph through its headings. */
const OF_LEAD = 0.5;
const OF_HEADINGS = 0.1;
const OF_SECTION = 0.25;
/** Under the heading of a stage most paragraphs are about the stage. */
const OF_STAGE = 0.2;
/** A term or a share in the text speaks for the questions that are answered with one. */
const CUE = 1.5;
const CUES: Partial<Record<AnswerKind, RegExp>> = {
  duration:
    /\d[\s\u00a0-]*(?:(?:рабоч|календарн)\S* |(?:working|business|calendar) )?(?:минут|час|дн[ея]|день|суток|недел|месяц|minute|hour|day|week|month)/i,
  limit: /\d[\s\u00a0]*(?:%|процент|руб|₽|percent)/i,
};
/** Headings alone place nothing: the paragraph itself, or what leads it in, has to have this much in common. */
const LEAST = 0.03;

/** Many paragraphs stand under the same headings. */
const remembered = <T>(make: (text: string) => T): ((text: string) => T) => {
  const made = new Map<string, T>();
  return (text) => {
    const one = made.get(text) ?? make(text);
    made.set(text, one);
    return one;
  };
};

/** `alone` is the likeness without the help of the lead. */
export type Ranked = Place & { alone: number };

/** Ranks the questions for a passage, best first; equal ones stand in the order of the bank. */
export const placesOf = ({ asked, questions, workshop: { dealTypes } }: Ground, sections: Catalogue["sections"]) => {
  const bank = bankOf(questions, sections);
  const byQuestion = new Map<string, AskedQuestion[]>();
  for (const one of asked) byQuestion.set(one.question, [...(byQuestion.get(one.question) ?? []), one]);
  const stagesIn = stageFinder(dealTypes);
  /** What the headings say: their likeness, and the stages that the nearest one which names any speaks of. */
  const under = remembered((headings: string) => ({
    like: bank.likenessOf(headings),
    stages:
      headings
        .split("\n")
        .toReversed()
        .map(stagesIn)
        .find((named) => named.length > 0) ?? [],
  }));
  const led = remembered(bank.likenessOf);
  return (passage: Passage, lead: Passage | undefined): Ranked[] => {
    const { like: ofHeadings, stages: above } = under(passage.headings.join("\n"));
    const named = above.length > 0 ? above : stagesIn(passage.text);
    const own = bank.likenessOf(passage.text);
    const ofLead = lead && led(lead.text);
    return questions
      .flatMap((question): Ranked[] => {
        const at = askedAt(byQuestion.get(question.id) ?? [], named);
        const alone = own.to(question.id) * (CUES[question.kind]?.test(passage.text) ? CUE : 1);
        const like = alone + OF_LEAD * (ofLead?.to(question.id) ?? 0);
        if (!at || like < LEAST) return [];
        const around =
          OF_HEADINGS * ofHeadings.to(question.id) +
          OF_SECTION * ofHeadings.toSections(question.id) +
          (at.stage ? OF_STAGE * (above[0]?.sure ?? 0) : 0);
        return [{ question: at.key, score: like + around, alone }];
      })
      .sort((one, other) => other.score - one.score);
  };
};

/** Where a question is asked: of the stage that is named, otherwise of the deal type that is, otherwise the first. */
const askedAt = (asked: AskedQuestion[], named: NamedStage[]): AskedQuestion | undefined =>
  asked[0]?.stage
    ? named.flatMap((at) => asked.filter((one) => one.dealType === at.dealType && one.stage === at.stage))[0]
    : (asked.find(({ dealType }) => dealType === named[0]?.dealType) ?? asked[0]);
