import { z } from "zod";
import { carrying, Key } from "./carrying.ts";

export const action = carrying(z.object({ question: Key, value: z.number().int().min(1).max(5) }), (door, input) =>
  door.giveReading(input),
);
