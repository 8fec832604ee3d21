import fc from "fast-check";
import { expect, test } from "vitest";
import { isForeign, joinCode } from "#domain/join-code.ts";
import { makeJoinCode } from "#server/access/tokens.ts";

test("a code typed on a Russian keyboard is the code that was meant", () => {
  expect(joinCode("ВS4GРJ")).toBe("BS4GPJ");
  expect(joinCode(" вs4 gр-j ")).toBe("BS4GPJ");
  expect(joinCode("АВЕКМН")).toBe("ABEKMH");
  expect(joinCode("ОРСТУХ")).toBe("OPCTYX");
});

test("a code that was typed right stays as it is, however it is spaced", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5 }), (at) => {
      const code = makeJoinCode();
      expect(joinCode(`${code.slice(0, at)} ${code.slice(at)}`.toLowerCase())).toBe(code);
      expect(isForeign(code)).toBe(false);
    }),
  );
});

test("letters that have no Latin look-alike are told apart from a wrong code", () => {
  expect(isForeign(joinCode("ЖS4GРJ"))).toBe(true);
  expect(isForeign(joinCode("ВS4GРJ"))).toBe(false);
});
