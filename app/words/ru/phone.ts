import { house } from "./house.ts";
import { refusal } from "./refusal.ts";
import { room } from "./room.ts";
import { surface } from "./surface.ts";

/** What a participant's page says at once; a phone in a workshop loads nothing else at first. */
export const phone = { ...house, ...refusal, ...room, ...surface };
