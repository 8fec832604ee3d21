import type { ActionFunctionArgs } from "react-router";
import { z } from "zod";
import { carrying, notThatWay, Uuid } from "./carrying.ts";

const change = carrying(z.object({ idea: Uuid, text: z.string() }), (door, { idea, text }) =>
  door.changeIdea({ id: idea, text }),
);
const takeBack = carrying(z.object({ idea: Uuid }), (door, { idea }) => door.changeIdea({ id: idea, text: null }));
const WAYS: Record<string, typeof change> = { PATCH: change, DELETE: takeBack };

export const action = (args: ActionFunctionArgs) => (WAYS[args.request.method] ?? notThatWay)(args);
