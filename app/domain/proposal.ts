import { z } from "zod";
import { Answer } from "./answer.ts";
import { type Participant, voters } from "./participant.ts";
import { referencesIn } from "./references.ts";
import type { Stage } from "./stage.ts";
import { Wording } from "./wording.ts";
import type { Workshop } from "./workshop.ts";

/** A worded candidate rule plus its typed answer, frozen when a round is opened on it. `hash` is SHA-256 in hex. */
export const Proposal = z.strictObject({
  id: z.uuid(),
  question: z.string(),
  version: z.number().int().positive(),
  wording: Wording,
  answer: Answer,
  binds: z.array(z.string()),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  madeAt: z.iso.datetime(),
});
export type Proposal = z.infer<typeof Proposal>;

/** The bytes that `hash` is taken of: the same wording and answer give the same text whatever the order of keys. */
export const hashedText = (wording: Wording, answer: Answer): string =>
  JSON.stringify([sorted(wording), sorted(answer)]);

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
};

/** The parts of the shared text in which a proposal is worded: a rich text, a map of the answer's keys, where it started. */
export const TEXT_PARTS = { wording: "wording", answer: "answer", start: "start" } as const;

/**
 * The departments that a rule binds: those of the roles that its answer and its stage name, as far as they have a voter.
 * A rule that names nobody who votes binds every department that has one.
 */
export const bound = (
  answer: Answer,
  stage: Stage | undefined,
  workshop: Pick<Workshop, "roles">,
  participants: Participant[],
): string[] => {
  const voting = [...new Set(voters(participants).map(({ department }) => department))];
  const named = new Set([
    ...referencesIn(answer).flatMap(({ of, id }) => (of === "role" ? [id] : [])),
    ...(stage?.role ? [stage.role] : []),
  ]);
  const concerned = new Set(workshop.roles.filter(({ id }) => named.has(id)).map(({ department }) => department));
  const binding = voting.filter((department) => concerned.has(department));
  return (binding.length > 0 ? binding : voting).sort();
};
