import type { ActionFunctionArgs } from "react-router";
import { z } from "zod";
import { carrying, Key, notThatWay } from "./carrying.ts";

const remove = carrying(z.object({ person: Key }), (door, { person }) => door.removePerson({ id: person }));

export const action = (args: ActionFunctionArgs) => (args.request.method === "DELETE" ? remove : notThatWay)(args);
