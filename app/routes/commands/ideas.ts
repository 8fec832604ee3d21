import { z } from "zod";
import { carrying, Key, Uuid } from "./carrying.ts";

export const action = carrying(
  z.object({ id: Uuid, question: Key, text: z.string(), signed: z.boolean().optional() }),
  (door, input) => door.writeIdea(input),
);
