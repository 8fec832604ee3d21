import { z } from "zod";
import { FearAnswer } from "#domain/idea.ts";
import { carrying, Uuid } from "./carrying.ts";

export const action = carrying(z.object({ idea: Uuid, answer: FearAnswer.nullable() }), (door, input) =>
  door.answerFear(input),
);
