import { z } from "zod";
import { Choice } from "#domain/round.ts";
import { carrying, Uuid } from "./carrying.ts";

const Input = z.object({
  round: Uuid,
  choice: Choice,
  concern: z.string().nullable().default(null),
  objection: z
    .object({ id: Uuid, reason: z.string(), wish: z.string(), named: z.boolean().default(false) })
    .nullable()
    .default(null),
});

export const action = carrying(Input, (door, input) => door.castBallot(input));
