import { z } from "zod";

export const Participant = z.strictObject({
  id: z.string().min(1).max(60),
  name: z.string().trim().min(1).max(80),
  role: z.string().min(1).max(80),
  department: z.string().min(1).max(80),
  head: z.boolean().default(false),
  votes: z.boolean().default(true),
});
export type Participant = z.infer<typeof Participant>;

/** A name as it is kept: signs that nobody sees are out, one space between words; it may be left empty by that. */
export const personName = (typed: string): string =>
  typed
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "")
    .replace(/ +/g, " ")
    .trim();

/** People are told apart by their names alone: two that look the same to a reader are one. */
export const asRead = (name: string): string => personName(name.normalize("NFKC")).toLowerCase();

export const voters = (participants: Participant[]): Participant[] => participants.filter((person) => person.votes);
