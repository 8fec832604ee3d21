import { z } from "zod";

/**
 * `observer`: reads, and neither writes nor votes. `away`: has left early or did not come; the quorum is counted without
 * this person, but a department is still not passed over because its only voter went home.
 */
export const Participant = z.strictObject({
  id: z.string().min(1).max(60),
  name: z.string().trim().min(1).max(80),
  role: z.string().min(1).max(80),
  department: z.string().min(1).max(80),
  head: z.boolean().default(false),
  votes: z.boolean().default(true),
  observer: z.literal(true).optional(),
  away: z.literal(true).optional(),
});
export type Participant = z.infer<typeof Participant>;

/** Everybody with a vote, in the room or not. */
export const voters = (participants: Participant[]): Participant[] =>
  participants.filter((person) => person.votes && !person.observer);

/** Those whose answers the quorum waits for. */
export const presentVoters = (participants: Participant[]): Participant[] =>
  voters(participants).filter((person) => !person.away);

/** Somebody came to the meeting or left it early; `at` is an ISO text. */
export const Attendance = z.strictObject({
  participant: z.string().min(1).max(60),
  what: z.enum(["came", "left"]),
  at: z.iso.datetime(),
});
export type Attendance = z.infer<typeof Attendance>;

/** A name as it is kept: signs that nobody sees are out, one space between words; it may be left empty by that. */
export const personName = (typed: string): string =>
  typed
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "")
    .replace(/ +/g, " ")
    .trim();

/** People are told apart by their names alone: two that look the same to a reader are one. */
export const asRead = (name: string): string => personName(name.normalize("NFKC")).toLowerCase();
