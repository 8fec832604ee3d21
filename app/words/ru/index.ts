import { account } from "./account.ts";
import { answer } from "./answer.ts";
import { ballot } from "./ballot.ts";
import { facilitator } from "./console.ts";
import { document } from "./document.ts";
import { form } from "./form.ts";
import { house } from "./house.ts";
import { objection } from "./objection.ts";
import { refusal } from "./refusal.ts";
import { room } from "./room.ts";
import { surface } from "./surface.ts";
import { workshop } from "./workshop.ts";

/** Everything the product says in Russian; the English catalogue has the same keys by type. */
export const ru = {
  ...house,
  ...account,
  ...workshop,
  ...room,
  ...ballot,
  ...objection,
  ...document,
  ...refusal,
  ...answer,
  ...facilitator,
  ...surface,
  ...form,
};
