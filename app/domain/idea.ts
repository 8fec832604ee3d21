import { z } from "zod";
import type { AskedQuestion } from "./agenda.ts";
import { type Refusal, refuse } from "./refusal.ts";

export const IDEA_LENGTH = 2000;

/** So many ideas to one question are one person's; more is a flood in which those of others drown. */
export const IDEAS_EACH = 30;

/**
 * What became of a fear: a rule answers it (`question` is the key of its question), it is accepted as a risk, or it is
 * parked. `note` says who looks after it, or what the rule changes.
 */
export const FearAnswer = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("rule"), question: z.string().min(1).max(200), note: z.string().trim().max(500) }),
  z.strictObject({ kind: z.literal("risk"), note: z.string().trim().min(1).max(500) }),
  z.strictObject({ kind: z.literal("parked"), note: z.string().trim().min(1).max(500) }),
]);
export type FearAnswer = z.infer<typeof FearAnswer>;

/**
 * A thought written alone. It carries no author unless the room had agreed to sign (`by`, an id): only the writing device
 * can prove that an idea is its own. `group` is the id of the idea that leads its group; `seed` marks a suggestion of the
 * template; `answered` is what became of a fear; `unsaid` was written when the section
 * was about to be closed.
 */
export const Idea = z.strictObject({
  id: z.uuid(),
  question: z.string(),
  text: z.string().trim().min(1).max(IDEA_LENGTH),
  group: z.uuid().nullable(),
  seed: z.boolean(),
  by: z.string().max(60).optional(),
  answered: FearAnswer.optional(),
  unsaid: z.literal(true).optional(),
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
