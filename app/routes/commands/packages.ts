import type { ActionFunctionArgs } from "react-router";
import { z } from "zod";
import { carrying, Key, notThatWay, Uuid } from "./carrying.ts";

const open = carrying(z.object({ id: Uuid, questions: z.array(Key).min(1).max(500) }), (door, input) =>
  door.openPackage(input),
);
const drop = carrying(z.object({}), (door) => door.dropPackage());

export const action = (args: ActionFunctionArgs) =>
  (({ POST: open, DELETE: drop })[args.request.method] ?? notThatWay)(args);
