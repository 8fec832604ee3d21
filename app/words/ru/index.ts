import { desk } from "./desk.ts";
import { phone } from "./phone.ts";
import { typed } from "./typed.ts";

/** Everything the product says in Russian; the English catalogue has the same keys by type. */
export const ru = { ...phone, ...typed, ...desk };
