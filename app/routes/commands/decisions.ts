import { z } from "zod";
import { carrying, Key, Uuid } from "./carrying.ts";

const Line = z.string().trim().max(1000);
const Input = z.object({
  id: Uuid,
  question: Key,
  decision: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("consent") }),
    z.object({ kind: z.literal("head"), decidedBy: Line, reason: Line, reviewOn: Line }),
    z.object({ kind: z.literal("parked"), owner: Line, dueOn: Line, missing: Line.default("") }),
  ]),
});

export const action = carrying(Input, (door, input) => door.decide(input));
