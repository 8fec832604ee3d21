import { z } from "zod";
import type { DealType } from "./deal-type.ts";
import type { Question } from "./question.ts";
import { type Refusal, refuse } from "./refusal.ts";

/** The phases of one question. `decided` and `parked` are reached by a decision only. */
export const Phase = z.enum(["waiting", "think", "reveal", "word", "round", "decided", "parked"]);
export type Phase = z.infer<typeof Phase>;

export const Timer = z.strictObject({ endsAt: z.iso.datetime(), seconds: z.number().int().positive() });
export type Timer = z.infer<typeof Timer>;

/**
 * A timer of so many seconds, or so many `more` on one that runs or has just run out; none for 0 seconds. `at` is an ISO text.
 */
export const wound = (
  running: Timer | null,
  { seconds, more = false, at }: { seconds: number; more?: boolean | undefined; at: string },
): Timer | null => {
  if (seconds === 0) return null;
  const before = more ? running : null;
  const from = Math.max(Date.parse(at), before ? Date.parse(before.endsAt) : 0);
  return { endsAt: new Date(from + seconds * 1000).toISOString(), seconds: seconds + (before?.seconds ?? 0) };
};

/**
 * How people feel about a wording before they vote on it, from 1 (cannot live with it) to 5 (glad of it). Nobody's name is on
 * a reading, and none is shown until the taking is closed; then `readings` stand in ascending order.
 */
export const Temperature = z.strictObject({
  status: z.enum(["open", "closed"]),
  answered: z.number().int().nonnegative(),
  readings: z.array(z.number().int().min(1).max(5)),
});
export type Temperature = z.infer<typeof Temperature>;

/** A question of the bank, asked in this workshop: of the whole company, of a deal type, or of one of its stages. */
export const AskedQuestion = z.strictObject({
  key: z.string().min(1).max(200),
  question: z.string(),
  dealType: z.string().nullable(),
  stage: z.string().nullable(),
  position: z.number().int().nonnegative(),
  phase: Phase,
  timer: Timer.nullable(),
  temperature: Temperature.optional(),
});
export type AskedQuestion = z.infer<typeof AskedQuestion>;

/** `first-contact-must-record@new-private`, `stage-time-norm@new-private.production`, `goals-why-crm`. */
export const keyOf = (question: string, dealType: string | null, stage: string | null): string =>
  [question, dealType && [dealType, stage].filter(Boolean).join(".")].filter(Boolean).join("@");

/** Lays the questions along the deal: company first, then the deal type, then stage by stage, then the rest. */
export const layAgenda = (questions: readonly Question[], dealTypes: DealType[]): AskedQuestion[] => {
  const asked: Omit<AskedQuestion, "position">[] = [];
  const ask = (question: Question, dealType: string | null, stage: string | null) =>
    asked.push({
      key: keyOf(question.id, dealType, stage),
      question: question.id,
      dealType,
      stage,
      phase: "waiting",
      timer: null,
    });
  const walk = () => {
    for (const type of dealTypes)
      for (const stage of type.stages)
        for (const question of questions) {
          if (question.scope !== "stage") continue;
          // a stage whose result nobody can refuse has no rule for a refused result
          if (question.id === "stage-rejected-result" && !stage.rejection) continue;
          ask(question, type.id, stage.id);
        }
  };
  const firstStageBlock = questions.findIndex((question) => question.scope === "stage");
  questions.forEach((question, index) => {
    if (index === firstStageBlock) walk();
    if (question.scope === "workshop") ask(question, null, null);
    if (question.scope === "deal-type") for (const type of dealTypes) ask(question, type.id, null);
  });
  return asked.map((item, position) => ({ ...item, position }));
};

const ORDER: Phase[] = ["waiting", "think", "reveal", "word", "round"];

/** The phase that the one button of the facilitator leads to; a round is opened by `openRound`, not by a move. */
export const nextPhase = (phase: Phase): Phase | null => {
  const at = ORDER.indexOf(phase);
  return at < 0 ? null : (ORDER[at + 1] ?? null);
};

/**
 * May the facilitator move a question to a phase?
 * @param unready how many participants have not said that they are ready; moving on needs `confirmed` while it is > 0.
 */
export const mayMove = (
  asked: AskedQuestion,
  move: { from: Phase; to: Phase; confirmed: boolean; unready: number },
): Refusal | null => {
  if (asked.phase !== move.from) return refuse("phase-passed");
  if (asked.phase === "decided" && move.to !== "word") return refuse("question-decided");
  if (move.to === "round" || move.to === "decided" || move.to === "parked") return refuse("not-this-phase");
  const forward = ORDER.indexOf(move.to) > ORDER.indexOf(asked.phase) && asked.phase !== "waiting";
  if (forward && asked.phase === "think" && move.unready > 0 && !move.confirmed)
    return refuse("not-all-ready", { count: move.unready });
  return null;
};
