import { z } from "zod";
import { carrying, Key, Uuid } from "./carrying.ts";

// longer ones are refused by the room, with the number of characters that fit
const Spelling = z.string().max(2000);
const Input = z.object({ id: Uuid, question: Key, wrong: Spelling, right: Spelling });

export const action = carrying(Input, (door, input) => door.fixTypo(input));
