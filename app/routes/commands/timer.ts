import { z } from "zod";
import { LONGEST_TIMER } from "#domain/meeting.ts";
import { carrying, Key } from "./carrying.ts";

const Input = z.object({
  question: Key,
  seconds: z.number().int().min(0).max(LONGEST_TIMER),
  more: z.boolean().default(false),
});

export const action = carrying(Input, (door, input) => door.setTimer(input));
