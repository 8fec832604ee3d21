import type { Catalogue } from "../message.ts";
import { desk } from "./desk.ts";
import { phone } from "./phone.ts";
import { typed } from "./typed.ts";

/** Everything the product says in English. */
export const en: Catalogue = { ...phone, ...typed, ...desk };
