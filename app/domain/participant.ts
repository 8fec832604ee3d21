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

export const voters = (participants: Participant[]): Participant[] => participants.filter((person) => person.votes);
