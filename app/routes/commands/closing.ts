import { z } from "zod";
import { carrying } from "./carrying.ts";

export const action = carrying(
  z.object({ closed: z.boolean().default(true), confirmed: z.boolean().optional() }),
  (door, input) => door.closeWorkshop(input),
);
