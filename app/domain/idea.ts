import { z } from "zod";
import type { AskedQuestion } from "./agenda.ts";
import { type Refusal, refuse } from "./refusal.ts";

export const IDEA_LENGTH = 2000;

/**
 * A thought written alone. It carries no author: only the writing device can prove that an idea is its own.
 * `group` is the id of the idea that leads its group; `seed` marks a suggestion of the template.
 */
export const Idea = z.strictObject({
  id: z.uuid(),
  question: z.string(),
  text: z.string().trim().min(1).max(IDEA_LENGTH),
  group: z.uuid().nullable(),
  seed: z.boolean(),
});
export type Idea = z.infer<typeof Idea>;

/** @param early whether thoughts are taken before the question is opened, as in the survey. */
export const mayThink = (asked: AskedQuestion | undefined, early = false): Refusal | null => {
  if (!asked) return refuse("no-such-thing");
  if (asked.phase === "waiting") return early ? null : refuse("question-not-open");
  return asked.phase === "think" || asked.phase === "reveal" ? null : refuse("phase-passed");
};

/** Cleans a typed text: control characters out, ends trimmed; too long or empty is refused, nothing is cut. */
export const ideaText = (typed: string): string | Refusal => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they break XML, the format of the document
  const text = typed.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, "").trim();
  if (!text) return refuse("text-empty");
  return text.length > IDEA_LENGTH ? refuse("text-too-long", { count: IDEA_LENGTH }) : text;
};
