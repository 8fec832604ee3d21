import { describe, expect, test } from "vitest";
import { hashOfToken, makeJoinCode, makeToken } from "#server/access/tokens.ts";

const many = <Thing>(make: () => Thing): Thing[] => Array.from({ length: 2000 }, make);

describe("a code for the wall", () => {
  test("is six characters, none of which is taken for another", () => {
    for (const code of many(makeJoinCode)) expect(code).toMatch(/^[ABCDEFGHJKMNPQRSTUVWXYZ2-9]{6}$/);
  });

  test("uses every character of its alphabet at every place", () => {
    const codes = many(makeJoinCode);
    for (let place = 0; place < 6; place++) expect(new Set(codes.map((code) => code[place])).size).toBe(31);
  });
});

describe("a token of a link", () => {
  test("is 24 random bytes that need no escaping, and never comes twice", () => {
    const tokens = many(makeToken);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{32}$/);
    expect(new Set(tokens).size).toBe(tokens.length);
  });

  test("is kept as a hash that does not show it", () => {
    const token = makeToken();
    expect(hashOfToken(token)).toMatch(/^[\da-f]{64}$/);
    expect(hashOfToken(token)).toBe(hashOfToken(token));
    expect(hashOfToken(makeToken())).not.toBe(hashOfToken(token));
  });
});
