import { Answer } from "#domain/answer.ts";
import type { Key } from "#words/message.ts";

/** What the forms call the parts of an answer. */
const CALLED = {
  accountable: "answer.role",
  assignments: "form.assignments",
  from: "form.from",
  fromStage: "form.fromStage",
  kind: "word.answer",
  left: "form.left",
  limit: "form.limit",
  max: "form.upTo",
  name: "form.metricName",
  optionId: "form.chooseOne",
  optionIds: "form.chooseSome",
  right: "form.right",
  role: "form.who",
  signs: "form.signs",
  subject: "form.subject",
  to: "form.to",
  toStage: "form.toStage",
  unit: "form.unit",
  value: "form.howMuch",
  what: "form.what",
} as const satisfies Record<string, Key>;
type Part = keyof typeof CALLED;

export type Missing = { line: number | null; part: (typeof CALLED)[Part] | null };

/** The first place where a typed answer is not whole, as a form would name it; null when it is whole. */
export const missingIn = (kind: Answer["kind"], draft: Record<string, unknown>): Missing | null => {
  const parsed = Answer.safeParse({ ...draft, kind });
  if (parsed.success) return null;
  const path = parsed.error.issues[0]?.path ?? [];
  const line = path.find((key) => typeof key === "number");
  const part = path.findLast((key): key is Part => typeof key === "string" && key in CALLED);
  return { line: line === undefined ? null : Number(line) + 1, part: part ? CALLED[part] : null };
};
