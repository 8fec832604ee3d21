import { z } from "zod";
import { carrying, Uuid } from "./carrying.ts";

const Input = z.object({ round: Uuid, reason: z.string().nullable().default(null) });

export const action = carrying(Input, (door, input) => door.pullOut(input));
