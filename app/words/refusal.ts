import type { Refusal } from "#domain/refusal.ts";
import type { Words } from "./words.ts";

/** The sentence for a refusal, ready for a `Notice` or a field's error. */
export const sayRefusal = ({ t }: Words, refusal: Refusal): string =>
  t(`refusal.${refusal.refused}`, { count: refusal.count ?? 0 });
