import { z } from "zod";
import { fixAnswer, fixWording } from "./editorial/fix.ts";
import { slipOf } from "./editorial/slip.ts";
import type { Proposal } from "./proposal.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { Block, plainText, type Wording } from "./wording.ts";

const made = { id: z.uuid(), by: z.string().max(200), at: z.iso.datetime() };

/** How long the wrong and the right spelling may be, in characters: a slip is small, and so is its surrounding. */
export const SPELLING = 120;
const Spelling = z.string().min(1).max(SPELLING);

/**
 * What was written around the clauses or corrected in them without a vote; only ever added. `text` is what stands at a
 * place beside the clauses (no blocks: nothing any more), `typo` a slip of spelling in an adopted wording, `recall` takes a
 * typo out again because somebody wants to vote on it; who did is not kept.
 */
export const Editorial = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("text"), ...made, place: z.string().min(1).max(100), wording: z.array(Block) }),
  z.strictObject({
    kind: z.literal("typo"),
    ...made,
    question: z.string(),
    proposal: z.uuid(),
    wrong: Spelling,
    right: Spelling,
  }),
  z.strictObject({ kind: z.literal("recall"), id: z.uuid(), at: z.iso.datetime(), typo: z.uuid() }),
]);
export type Editorial = z.infer<typeof Editorial>;
export type Typo = Extract<Editorial, { kind: "typo" }>;
export type EditorialText = Extract<Editorial, { kind: "text" }>;

type Edited = { editorials: readonly Editorial[] };

/** The corrections of a proposal that stand: those that nobody wanted to vote on, in the order in which they were made. */
export const typosOf = ({ editorials }: Edited, proposal: string): Typo[] => {
  const recalled = new Set(editorials.flatMap((one) => (one.kind === "recall" ? [one.typo] : [])));
  return editorials.filter(
    (one): one is Typo => one.kind === "typo" && one.proposal === proposal && !recalled.has(one.id),
  );
};

/** Wording and answer of a proposal with its slips corrected. */
export const corrected = (record: Edited, proposal: Proposal): Pick<Proposal, "wording" | "answer"> =>
  typosOf(record, proposal.id).reduce(
    ({ wording, answer }, { wrong, right }) => ({
      wording: fixWording(wording, wrong, right),
      answer: fixAnswer(answer, wrong, right),
    }),
    { wording: proposal.wording, answer: proposal.answer },
  );

/** A place beside the clauses where editorial text may stand: before the first part, before or behind those of a section. */
export const PREFACE = "preface";
export const introductionTo = (section: string): string => `section.${section}`;
export const noteTo = (section: string): string => `note.${section}`;

export const placesIn = (sections: readonly { id: string }[]): string[] => [
  PREFACE,
  ...sections.flatMap(({ id }) => [introductionTo(id), noteTo(id)]),
];

/** What stands at a place now; null when nothing does. */
export const textAt = ({ editorials }: Edited, place: string): EditorialText | null => {
  const last = editorials.findLast((one): one is EditorialText => one.kind === "text" && one.place === place);
  return last && last.wording.length > 0 ? last : null;
};

/** The text of a place while it is being written: its name among the shared texts, where questions have their keys. */
export const roomOfPlace = (place: string): string => `editorial.${place}`;
export const placeOfRoom = (room: string): string | null => (room.startsWith("editorial.") ? room.slice(10) : null);

/** May this be corrected without a vote? Whatever might change what people agreed to has to be voted on. */
export const mayCorrect = (wording: Wording, { wrong, right }: Pick<Typo, "wrong" | "right">): Refusal | null => {
  if (!wrong.trim() || !right.trim()) return refuse("text-empty");
  if (wrong.length > SPELLING || right.length > SPELLING) return refuse("text-too-long", { count: SPELLING });
  if (wrong === right) return refuse("typo-same");
  const after = fixWording(wording, wrong, right);
  if (plainText(after) === plainText(wording)) return refuse("typo-not-there");
  return slipOf(plainText(wording), plainText(after), wrong, right) ? null : refuse("typo-meaning");
};
