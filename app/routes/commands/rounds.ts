import { z } from "zod";
import { carrying, Key, Uuid } from "./carrying.ts";

export const action = carrying(z.object({ id: Uuid, question: Key, seen: z.string() }), (door, input) =>
  door.openRound(input),
);
