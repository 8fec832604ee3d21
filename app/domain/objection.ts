import { z } from "zod";
import { type Refusal, refuse } from "./refusal.ts";

/** `upheld`: after an answer the objector still objects. */
export const Disposition = z.enum([
  "raised",
  "clarified",
  "upheld",
  "integrated",
  "withdrawn",
  "stand-aside",
  "escalated",
  "parked",
]);
export type Disposition = z.infer<typeof Disposition>;

export const Reply = z.strictObject({
  id: z.uuid(),
  from: z.enum(["facilitator", "objector"]),
  text: z.string().trim().min(1).max(2000),
});
export type Reply = z.infer<typeof Reply>;

/**
 * `by` is null when the objector stays anonymous; then only the objector's device can answer for it. An objection that was
 * said `aloud` or stood on a slip has no device: the facilitator writes down what the objector says of it. One that was
 * raised `late`, when the rule was adopted already, names the round that adopted it.
 */
export const Objection = z.strictObject({
  id: z.uuid(),
  question: z.string(),
  round: z.uuid(),
  reason: z.string().trim().min(1).max(2000),
  wish: z.string().trim().min(1).max(2000),
  by: z.string().nullable(),
  disposition: Disposition,
  replies: z.array(Reply),
  aloud: z.literal(true).optional(),
  late: z.literal(true).optional(),
});
export type Objection = z.infer<typeof Objection>;

/** Open until the objector closes it, however long nobody answers. */
const OPEN: readonly Disposition[] = ["raised", "clarified", "upheld"];

export const isOpen = (objection: Pick<Objection, "disposition">): boolean => OPEN.includes(objection.disposition);

export const openObjections = (objections: Objection[], question: string): Objection[] =>
  objections.filter((objection) => objection.question === question && isOpen(objection));

/** Only the objector closes an objection; `escalated` and `parked` come with the decision that overrules it. */
export const mayDispose = (objection: Objection | undefined, to: Disposition, isObjector: boolean): Refusal | null => {
  if (!objection) return refuse("no-such-thing");
  if (!isObjector) return refuse("only-the-objector");
  if (!isOpen(objection) && to !== "raised") return refuse("objection-closed");
  return to === "escalated" || to === "parked" ? refuse("not-allowed") : null;
};
