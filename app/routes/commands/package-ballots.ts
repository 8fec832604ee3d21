import { z } from "zod";
import { Choice } from "#domain/round.ts";
import { carrying } from "./carrying.ts";

const Input = z.object({ choice: Choice.exclude(["object"]), concern: z.string().nullable().default(null) });

export const action = carrying(Input, (door, input) => door.castPackage(input));
