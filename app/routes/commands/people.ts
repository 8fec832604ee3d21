import { z } from "zod";
import { carrying, Uuid } from "./carrying.ts";

const Input = z.object({
  id: Uuid,
  name: z.string().trim().min(1).max(80),
  role: z.string().min(1).max(80),
  department: z.string().min(1).max(80),
  head: z.boolean().default(false),
  votes: z.boolean().default(true),
  observer: z.literal(true).optional(),
});

export const action = carrying(Input, (door, input) => door.addPerson(input));
