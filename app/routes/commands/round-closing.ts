import { z } from "zod";
import { carrying, Uuid } from "./carrying.ts";

const Input = z.object({ round: Uuid, confirmed: z.boolean().default(false) });

export const action = carrying(Input, (door, input) => door.closeRound(input));
