import { z } from "zod";
import { carrying, Uuid } from "./carrying.ts";

export const action = carrying(z.object({ id: Uuid, objection: Uuid, text: z.string() }), (door, input) =>
  door.reply(input),
);
