import { SetUpChange } from "#domain/set-up.ts";
import { carrying } from "./carrying.ts";

export const action = carrying(SetUpChange, (door, change) => door.setUp(change));
