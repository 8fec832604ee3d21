import { z } from "zod";
import { carrying, Uuid } from "./carrying.ts";

const Votes = z.number().int().min(0).max(1000);
const Input = z.object({
  round: Uuid,
  count: z
    .object({
      how: z.enum(["hands", "slips"]),
      tally: z.object({ agree: Votes, reservation: Votes, object: Votes, abstain: Votes }),
      concerns: z.array(z.string()).max(1000),
      objections: z.array(z.object({ id: Uuid, reason: z.string(), wish: z.string() })).max(100),
      departments: z.array(z.string()).max(100),
    })
    .nullable(),
});

export const action = carrying(Input, (door, input) => door.countHands(input));
