import { z } from "zod";
import type { Timer } from "./agenda.ts";
import { Subgroups } from "./subgroups.ts";

/** How the meeting is being held just now; none of it belongs to what was decided. */
export type Meeting = {
  /** When everybody was last called back to the question, as an ISO text. */
  calledAt: string | null;
  /** Nobody is let in who was not here before. */
  isLocked: boolean;
  /** Ideas bear the names of those who write them; what was written before stays without. */
  isSigned: boolean;
  /** The break that everybody has, until the facilitator goes on. */
  pause: Timer | null;
  subgroups: Subgroups | null;
};

/** Seconds; nobody has a longer timer. */
export const LONGEST_TIMER = 3 * 3600;

export const PLAIN_MEETING: Meeting = {
  calledAt: null,
  isLocked: false,
  isSigned: false,
  pause: null,
  subgroups: null,
};

/** What the facilitator changes in how the meeting is held. */
export const MeetingChange = z.discriminatedUnion("change", [
  z.strictObject({ change: z.literal("call") }),
  z.strictObject({ change: z.literal("lock"), on: z.boolean() }),
  z.strictObject({ change: z.literal("sign"), on: z.boolean() }),
  z.strictObject({
    change: z.literal("pause"),
    seconds: z.number().int().nonnegative().max(LONGEST_TIMER),
    more: z.boolean().optional(),
  }),
  z.strictObject({ change: z.literal("end"), at: z.iso.datetime().nullable() }),
  z.strictObject({ change: z.literal("subgroups"), subgroups: Subgroups.nullable() }),
]);
export type MeetingChange = z.infer<typeof MeetingChange>;

/** What of the way in is made anew: the join code, or the link of the wall. */
export type Renewal = "code" | "screen";
