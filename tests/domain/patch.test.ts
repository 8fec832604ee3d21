import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apply, diff, type Json } from "#domain/patch.ts";

const thing = fc.record({ id: fc.constantFrom("a", "b", "c", "d", "e", "f"), text: fc.string(), n: fc.nat(3) });
const things = fc.uniqueArray(thing, { selector: ({ id }) => id });
const view = fc.record({
  now: fc.option(fc.record({ key: fc.string(), ideas: things, timer: fc.option(fc.nat()) })),
  agenda: fc.uniqueArray(fc.record({ key: fc.constantFrom("q1", "q2", "q3"), phase: fc.string() }), {
    selector: ({ key }) => key,
  }),
  people: things,
  tags: fc.array(fc.string()),
  free: fc.jsonValue(),
}) as fc.Arbitrary<Json>;

/** What the other side reads: the patch goes through JSON. */
const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const list = (...ids: string[]): Json => ids.map((id) => ({ id, text: `text of ${id}` }));

describe("a patch", () => {
  test("turns any view into any other", () => {
    fc.assert(
      fc.property(view, view, (before, after) => {
        const patch = diff(sent(before), sent(after));
        expect(patch ? apply(sent(before), sent(patch)) : sent(before)).toEqual(sent(after));
      }),
      { numRuns: 1000 },
    );
  });

  test("turns any JSON value into any other, whatever its keys are called", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const before = sent(one) as Json;
        const after = sent(other) as Json;
        const patch = diff(before, after);
        expect(patch ? apply(before, sent(patch)) : before).toEqual(after);
      }),
      { numRuns: 1000 },
    );
    const named = JSON.parse('{"__proto__": 1, "constructor": {"id": "x"}}') as Json;
    expect(apply({}, sent(diff({}, named) ?? { set: null }))).toEqual(named);
  });

  test("is none between equal values", () => {
    fc.assert(
      fc.property(view, (value) => {
        expect(diff(sent(value), sent(value))).toBeNull();
      }),
    );
    expect(diff({ a: 1, b: undefined }, { a: 1 })).toBeNull();
  });

  test("of one changed thing in a long list is small", () => {
    const before = {
      people: Array.from({ length: 200 }, (_, at) => ({ id: `p${at}`, name: `name ${at}`, here: false })),
    };
    const after = { people: before.people.map((one) => (one.id === "p77" ? { ...one, here: true } : one)) };
    expect(diff(before, after)).toEqual({ keys: { people: { items: { p77: { keys: { here: { set: true } } } } } } });
  });

  test("of an addition and a removal names only these two", () => {
    expect(diff(list("a", "b", "c"), list("a", "c", "d"))).toEqual({
      without: ["b"],
      added: [[2, { id: "d", text: "text of d" }]],
    });
  });

  test("keeps a new order", () => {
    const patch = diff(list("a", "b", "c"), list("c", "x", "a"));
    expect(patch && apply(list("a", "b", "c"), patch)).toEqual(list("c", "x", "a"));
  });

  test("leaves what did not change the same object", () => {
    const before = { now: { key: "q" }, people: [{ id: "a" }, { id: "b", n: 1 }] };
    const after = { now: { key: "q" }, people: [{ id: "a" }, { id: "b", n: 2 }] };
    const patched = apply(before, diff(before, after) ?? { set: null }) as typeof before;
    expect(patched.now).toBe(before.now);
    expect(patched.people[0]).toBe(before.people[0]);
  });

  test("that was made for something else is noticed", () => {
    expect(() => apply(3, { keys: { a: { set: 1 } } })).toThrow(TypeError);
    expect(() => apply(list("a"), { order: ["z"] })).toThrow(TypeError);
  });
});
