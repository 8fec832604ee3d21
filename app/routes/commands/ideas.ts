import { z } from "zod";
import { carrying, Key, Uuid } from "./carrying.ts";

export const action = carrying(z.object({ id: Uuid, question: Key, text: z.string() }), (door, input) =>
  door.writeIdea(input),
);
