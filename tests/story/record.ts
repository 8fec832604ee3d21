import type { Language } from "#domain/language.ts";
import type { WorkshopRecord } from "#domain/record.ts";
import { questions } from "#question-bank";
import { demoRecord } from "#templates";

/** The windows company's finished workshop: the demo, the fixture and the golden document. */
export const windowsStory = (language: Language = "ru"): WorkshopRecord => {
  const record = demoRecord("windows", language, questions);
  if (!record) throw new Error("the windows story is missing from the templates");
  return record;
};
