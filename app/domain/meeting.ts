import { z } from "zod";
import { Subgroups } from "./subgroups.ts";

/** How the meeting is being held just now; none of it belongs to what was decided. */
export type Meeting = {
  /** When everybody was last called back to the question, as an ISO text. */
  calledAt: string | null;
  /** Nobody is let in who was not here before. */
  isLocked: boolean;
  /** Ideas bear the names of those who write them; what was written before stays without. */
  isSigned: boolean;
  subgroups: Subgroups | null;
};

export const PLAIN_MEETING: Meeting = { calledAt: null, isLocked: false, isSigned: false, subgroups: null };

/** What the facilitator changes in how the meeting is held. */
export const MeetingChange = z.discriminatedUnion("change", [
  z.strictObject({ change: z.literal("call") }),
  z.strictObject({ change: z.literal("lock"), on: z.boolean() }),
  z.strictObject({ change: z.literal("sign"), on: z.boolean() }),
  z.strictObject({ change: z.literal("end"), at: z.iso.datetime().nullable() }),
  z.strictObject({ change: z.literal("subgroups"), subgroups: Subgroups.nullable() }),
]);
export type MeetingChange = z.infer<typeof MeetingChange>;
