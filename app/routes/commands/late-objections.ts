import { z } from "zod";
import { carrying, Key, Uuid } from "./carrying.ts";

const Words = z.string().max(20_000);
const Input = z.object({ id: Uuid, question: Key, reason: Words, wish: Words, named: z.boolean() });

export const action = carrying(Input, (door, input) => door.objectLate(input));
