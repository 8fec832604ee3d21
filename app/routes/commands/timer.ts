import { z } from "zod";
import { carrying, Key } from "./carrying.ts";

const LONGEST_SECONDS = 3 * 3600;
const Input = z.object({
  question: Key,
  seconds: z.number().int().min(0).max(LONGEST_SECONDS),
  more: z.boolean().default(false),
});

export const action = carrying(Input, (door, input) => door.setTimer(input));
