export type Json = null | boolean | number | string | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json | undefined };

type ObjectPatch = { keys?: { [key: string]: Patch }; gone?: string[] };
type ListPatch = {
  /** Changed things by their id. */
  items?: { [id: string]: Patch };
  without?: string[];
  /** New things with their places in the new list, in ascending order. */
  added?: [place: number, thing: Json][];
  /** All ids in the new order; only when things changed places. */
  order?: string[];
};

/**
 * What turns one JSON value into another. Objects change key by key; lists of things that carry an own `id` or `key`
 * change thing by thing and keep their order; everything else is set whole.
 */
export type Patch = { set: Json } | ObjectPatch | ListPatch;

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const own = (object: JsonObject, key: string): Json | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined;

const entriesOf = (object: JsonObject): [string, Json][] =>
  Object.entries(object).filter((entry): entry is [string, Json] => entry[1] !== undefined);

const idOf = (value: Json): string | null => {
  if (!isObject(value)) return null;
  const id = own(value, "id") ?? own(value, "key");
  return typeof id === "string" ? id : null;
};

/** The things of a list by id; null when a thing has none or two have the same. */
const byId = (list: readonly Json[]): Map<string, Json> | null => {
  const things = new Map<string, Json>();
  for (const value of list) {
    const id = idOf(value);
    if (id === null || things.has(id)) return null;
    things.set(id, value);
  }
  return things;
};

/** What changed between two values, null when nothing did. Keys that are undefined count as absent, as in JSON. */
export const diff = (before: Json, after: Json): Patch | null => {
  if (before === after) return null;
  if (isObject(before) && isObject(after)) return diffObjects(before, after);
  if (Array.isArray(before) && Array.isArray(after)) return diffLists(before, after);
  return { set: after };
};

const diffObjects = (before: JsonObject, after: JsonObject): Patch | null => {
  const gone = entriesOf(before).flatMap(([key]) => (own(after, key) === undefined ? [key] : []));
  const keys = entriesOf(after).flatMap(([key, value]): [string, Patch][] => {
    const old = own(before, key);
    const patch = old === undefined ? { set: value } : diff(old, value);
    return patch ? [[key, patch]] : [];
  });
  if (keys.length === 0 && gone.length === 0) return null;
  return { ...(keys.length && { keys: Object.fromEntries(keys) }), ...(gone.length && { gone }) };
};

const diffLists = (before: Json[], after: Json[]): Patch | null => {
  const old = byId(before);
  const next = byId(after);
  if (!old || !next || old.size === 0 || next.size === 0) return isSame(before, after) ? null : { set: after };
  const without = [...old.keys()].filter((id) => !next.has(id));
  const items: [string, Patch][] = [];
  const added: [number, Json][] = [];
  let place = 0;
  for (const [id, thing] of next) {
    const known = old.get(id);
    if (known === undefined) added.push([place, thing]);
    else {
      const patch = diff(known, thing);
      if (patch) items.push([id, patch]);
    }
    place++;
  }
  const staying = [...old.keys()].filter((id) => next.has(id));
  const wanted = [...next.keys()].filter((id) => old.has(id));
  const isMoved = staying.some((id, index) => id !== wanted[index]);
  if (!items.length && !without.length && !added.length && !isMoved) return null;
  return {
    ...(items.length && { items: Object.fromEntries(items) }),
    ...(without.length && { without }),
    ...(added.length && { added }),
    ...(isMoved && { order: [...next.keys()] }),
  };
};

const isSame = (one: Json[], other: Json[]): boolean =>
  one.length === other.length && one.every((value, index) => diff(value, other[index] ?? null) === null);

/**
 * The value after the patch; parts that did not change stay the same objects.
 * @throws {TypeError} when the patch was not made for this value
 */
export const apply = (value: Json, patch: Patch): Json => {
  if ("set" in patch) return patch.set;
  if (Array.isArray(value)) return applyToList(value, patch as ListPatch);
  if (isObject(value)) return applyToObject(value, patch as ObjectPatch);
  throw new TypeError("a patch does not fit its value");
};

const applyToObject = (value: JsonObject, { keys = {}, gone = [] }: ObjectPatch): JsonObject => {
  const entries = new Map(entriesOf(value));
  for (const key of gone) entries.delete(key);
  for (const [key, change] of Object.entries(keys)) entries.set(key, apply(entries.get(key) ?? null, change));
  return Object.fromEntries(entries);
};

const applyToList = (value: Json[], { items = {}, without = [], added = [], order }: ListPatch): Json[] => {
  const removed = new Set(without);
  const list = value.flatMap((thing) => {
    const id = idOf(thing) ?? "";
    if (removed.has(id)) return [];
    return Object.hasOwn(items, id) && items[id] ? [apply(thing, items[id])] : [thing];
  });
  for (const [place, thing] of added) list.splice(place, 0, thing);
  if (!order) return list;
  const things = byId(list);
  return order.map((id) => {
    const thing = things?.get(id);
    if (thing === undefined) throw new TypeError("a patch does not fit its list");
    return thing;
  });
};
