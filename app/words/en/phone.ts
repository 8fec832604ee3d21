import { ballot } from "./ballot.ts";
import { house } from "./house.ts";
import { objection } from "./objection.ts";
import { refusal } from "./refusal.ts";
import { room } from "./room.ts";
import { surface } from "./surface.ts";

/** What a participant may get to see; a phone in a workshop loads nothing else at first. */
export const phone = { ...ballot, ...house, ...objection, ...refusal, ...room, ...surface };
