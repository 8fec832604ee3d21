import { z } from "zod";
import { Disposition } from "#domain/objection.ts";
import { carrying, Uuid } from "./carrying.ts";

export const action = carrying(z.object({ objection: Uuid, disposition: Disposition }), (door, input) =>
  door.dispose(input),
);
