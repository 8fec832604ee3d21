import { z } from "zod";
import { carrying, Uuid } from "./carrying.ts";

export const action = carrying(z.object({ id: Uuid, group: Uuid.nullable() }), (door, input) => door.groupIdea(input));
