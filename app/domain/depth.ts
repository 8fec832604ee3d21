import { z } from "zod";
import type { Question } from "./question.ts";

/** How much of the question bank a workshop asks: two hours, half a day, or everything. */
export const Depth = z.enum(["express", "normal", "deep"]);
export type Depth = z.infer<typeof Depth>;

const ASKS: Record<Depth, (question: Question) => boolean> = {
  express: ({ express }) => express,
  normal: ({ express, priority }) => express || priority === "core",
  deep: () => true,
};

export const questionsAt = (depth: Depth, bank: readonly Question[]): Question[] => bank.filter(ASKS[depth]);
