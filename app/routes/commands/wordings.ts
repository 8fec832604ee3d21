import { z } from "zod";
import { carrying, Key } from "./carrying.ts";

export const action = carrying(z.object({ question: Key }), (door, input) => door.wordAnswer(input));
