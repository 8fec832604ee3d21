import { desk } from "./desk.ts";
import { phone } from "./phone.ts";

/** Everything the product says in Russian; the English catalogue has the same keys by type. */
export const ru = { ...phone, ...desk };
