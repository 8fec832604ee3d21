import { z } from "zod";
import { carrying } from "./carrying.ts";

export const action = carrying(z.object({ what: z.enum(["code", "screen"]) }), (door, input) =>
  door.renewEntrance(input),
);
