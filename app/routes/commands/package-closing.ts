import { z } from "zod";
import { carrying } from "./carrying.ts";

export const action = carrying(z.object({ confirmed: z.boolean().default(false) }), (door, input) =>
  door.closePackage(input),
);
