import { z } from "zod";
import { Phase } from "#domain/agenda.ts";
import { carrying, Key } from "./carrying.ts";

const Input = z.object({ question: Key, from: Phase, to: Phase, confirmed: z.boolean().default(false) });

export const action = carrying(Input, (door, input) => door.movePhase(input));
