import type { Json, Pointer } from "#exports/crm/contract.ts";

export type Known = Map<string, Json>;

const WHOLE = /^\{\{(\??)([^}]+)\}\}$/;
const PARTS = /\{\{([^}?][^}]*)\}\}/g;

/** A symbol that no step before has given: the plan and its ledger do not fit together. */
export class UnknownSymbol extends Error {
  readonly symbol: string;
  constructor(symbol: string) {
    super(`nothing has given ${symbol}`);
    this.name = "UnknownSymbol";
    this.symbol = symbol;
  }
}

const given = (symbol: string, known: Known): Json => {
  const value = known.get(symbol);
  if (value === undefined) throw new UnknownSymbol(symbol);
  return value;
};

/** The text with the values of its symbols. @throws {UnknownSymbol} */
export const resolvedText = (text: string, known: Known): string =>
  text.replace(PARTS, (_, symbol: string) => String(given(symbol, known)));

const GONE = Symbol("gone");

/** The body with the values of its symbols, also in keys, numbers as numbers; `{{?symbol}}` that is not known leaves its key out. */
export const resolved = (body: Json, known: Known): Json => {
  const of = (part: Json): Json | typeof GONE => {
    if (typeof part === "string") {
      const whole = WHOLE.exec(part);
      if (!whole) return resolvedText(part, known);
      const [, may, symbol = ""] = whole;
      return may && !known.has(symbol) ? GONE : given(symbol, known);
    }
    if (Array.isArray(part)) return part.map(of).filter((one) => one !== GONE);
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(
      Object.entries(part)
        .map(([key, value]): [string, Json | typeof GONE] => [resolvedText(key, known), of(value)])
        .filter((entry): entry is [string, Json] => entry[1] !== GONE),
    );
  };
  const whole = of(body);
  return whole === GONE ? null : whole;
};

const at = (value: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((part, key) => (part as Record<string, unknown> | null | undefined)?.[key], value);

/** What a pointer shows in an answer; undefined when it is not there. Ids are compared as texts: some vendors write both. */
export const pointed = (answer: unknown, pointer: Pointer, known: Known): Json | undefined => {
  const { list, where = {}, take } = pointer;
  if (list === undefined) return at(answer, take) as Json | undefined;
  const items = at(answer, list);
  if (!Array.isArray(items)) return undefined;
  const wanted = Object.entries(where).map(([key, value]): [string, string] => [key, String(resolved(value, known))]);
  const item = items.find((one) => wanted.every(([key, value]) => String(at(one, key)) === value));
  return at(item, take) as Json | undefined;
};
