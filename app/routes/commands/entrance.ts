import { z } from "zod";
import { carrying } from "./carrying.ts";

export const action = carrying(z.object({}), (door) => door.renewEntrance());
