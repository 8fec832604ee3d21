import type { SurveyView } from "#context";
import { stageOf } from "#domain/deal-type.ts";
import { questionOf } from "#domain/record.ts";
import { isSurveyed, surveyed } from "#domain/survey.ts";
import { ideaTags, ownIdeas } from "../store/ideas.ts";
import type { Guest, House } from "./house.ts";
import { ideaTag } from "./ideas.ts";

/**
 * The questions that can be answered before the meeting, each with what this device wrote. How many thoughts lie under the
 * seal is told to everybody; what they say, to nobody.
 */
export const surveyFor = async (house: House, guest: Guest): Promise<SurveyView | null> => {
  const loaded = await house.loaded.of(guest.workshop);
  if (!loaded) return null;
  const { record } = loaded;
  const { workshop } = record;
  const questions = [];
  for (const asked of surveyed(record)) {
    const question = questionOf(record, asked);
    const marks = await ideaTags(house.database, guest.workshop, asked.key);
    const { seat } = guest;
    const own = seat
      ? marks.filter(({ id, tag }) => tag !== null && tag === ideaTag(house, seat.key, id)).map(({ id }) => id)
      : [];
    questions.push({
      key: asked.key,
      wording: question.wording,
      options: question.options.map(({ label }) => label),
      place: stageOf(workshop.dealTypes, asked.dealType, asked.stage)?.name ?? null,
      sealed: marks.length,
      own: (await ownIdeas(house.database, guest.workshop, own)).map(({ id, text }) => ({ id, text })),
    });
  }
  return { open: isSurveyed(workshop, "pre"), questions };
};
