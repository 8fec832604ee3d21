import { z } from "zod";
import { carrying, Key, Uuid } from "./carrying.ts";

const Line = z.string().trim().max(500);
const Trial = z.object({ until: Line, judgedBy: Line });

export const action = carrying(
  z.object({ id: Uuid, question: Key, seen: z.string(), trial: Trial.optional() }),
  (door, input) => door.openRound(input),
);
