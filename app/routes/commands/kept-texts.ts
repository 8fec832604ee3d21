import { z } from "zod";
import { carrying, Key, Uuid } from "./carrying.ts";

const Input = z.object({ id: Uuid, place: Key, seen: z.string().max(100_000) });

export const action = carrying(Input, (door, input) => door.keepText(input));
