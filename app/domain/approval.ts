import { z } from "zod";
import type { Participant } from "./participant.ts";
import { type Refusal, refuse } from "./refusal.ts";
import type { Workshop } from "./workshop.ts";

/** The two who put an edition into force (brief §5: УТВЕРЖДАЮ): the head of the team and the director of the company. */
export const Approver = z.enum(["head", "director"]);
export type Approver = z.infer<typeof Approver>;

/**
 * Somebody approved an edition. `hash` is the SHA-256 of what it says, in hex, so that nobody can put other words under
 * the name; `name` stays readable when the person has left.
 */
export const Approval = z.strictObject({
  id: z.uuid(),
  edition: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  as: Approver,
  participant: z.string(),
  name: z.string().min(1).max(200),
  at: z.iso.datetime(),
});
export type Approval = z.infer<typeof Approval>;

/** The role that directs the company, in every template. */
const DIRECTOR = "director";

/** In which capacities a person approves; one who is both signs once and is both. */
export const capacitiesOf = ({ head, role }: Pick<Participant, "head" | "role">): Approver[] => [
  ...(head ? (["head"] as const) : []),
  ...(role === DIRECTOR ? (["director"] as const) : []),
];

export type Signature = { as: Approver; people: string[]; approval: Approval | null };

type Signed = { participants: readonly Participant[]; approvals: readonly Approval[] };

/** What an edition needs and has: a line for the head and for the director, `people` being those who may sign there. */
export const signaturesUnder = ({ participants, approvals }: Signed, edition: number): Signature[] =>
  Approver.options.map((as) => ({
    as,
    people: participants.filter((person) => capacitiesOf(person).includes(as)).map(({ name }) => name),
    approval: approvals.find((one) => one.edition === edition && one.as === as) ?? null,
  }));

export const isApproved = (record: Signed, edition: number): boolean =>
  signaturesUnder(record, edition).every(({ approval }) => approval !== null);

/** May this person approve that edition? Only the last closed one, and only as what the list says. */
export const mayApprove = (
  { editions }: Pick<Workshop, "editions">,
  person: Participant | null,
  edition: number,
): Refusal | null => {
  if (!person || capacitiesOf(person).length === 0) return refuse("not-allowed");
  const last = editions?.at(-1);
  if (!last) return refuse("no-edition");
  return last.number === edition ? null : refuse("edition-moved");
};
