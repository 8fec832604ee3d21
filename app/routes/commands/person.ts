import type { ActionFunctionArgs } from "react-router";
import { z } from "zod";
import { carrying, Key, notThatWay } from "./carrying.ts";

const remove = carrying(z.object({ person: Key }), (door, { person }) => door.removePerson({ id: person }));

const setAway = carrying(z.object({ person: Key, away: z.boolean() }), (door, { person, away }) =>
  door.setAway({ id: person, away }),
);

const METHODS: Record<string, typeof remove> = { DELETE: remove, PATCH: setAway };

export const action = (args: ActionFunctionArgs) => (METHODS[args.request.method] ?? notThatWay)(args);
