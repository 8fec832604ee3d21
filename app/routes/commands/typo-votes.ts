import { z } from "zod";
import { carrying, Uuid } from "./carrying.ts";

export const action = carrying(z.object({ id: Uuid, typo: Uuid }), (door, input) => door.recallTypo(input));
