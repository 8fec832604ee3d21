import { type ActionFunctionArgs, data, redirect } from "react-router";
import { workshopsContext } from "#context";
import type { Language } from "#domain/language.ts";
import { say } from "#domain/language.ts";
import type { WorkshopRecord } from "#domain/record.ts";

/** The action of a page that lists what is missing: who leads puts the question that mends it before everybody. */
export const openQuestion = async ({ params, request, context }: ActionFunctionArgs) => {
  const door = await context.get(workshopsContext).enter(params.workshop ?? "", request);
  if (!door) throw data(null, { status: 404 });
  const question = (await request.formData()).get("question");
  const opened = await door.openQuestion({ question: typeof question === "string" ? question : "" });
  return "done" in opened ? redirect(`/w/${params.workshop}/console`) : data({ refusal: opened }, { status: 409 });
};

/** How an asked question is worded; null where it is not asked. */
export const wordingOf = (record: WorkshopRecord, key: string | null, language: Language): string | null => {
  const asked = record.asked.find((one) => one.key === key);
  const question = record.questions.find(({ id }) => id === asked?.question);
  return question ? say(question.wording, language) : null;
};
