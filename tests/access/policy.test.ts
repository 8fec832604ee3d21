import { describe, expect, test } from "vitest";
import { mayFacilitate, maySit } from "#server/access/policy.ts";

describe("who may do what", () => {
  const workshop = { owner: "marina" };
  const people = [{ id: "anna" }, { id: "boris" }];

  test.each([
    ["the owner", { id: "marina" }, true],
    ["another facilitator of the same installation", { id: "oleg" }, false],
    ["somebody without an account", null, false],
  ])("%s facilitates a workshop: %s", (_who, account, may) => {
    expect(mayFacilitate(account, workshop)).toBe(may);
  });

  test.each([
    ["a participant", { participantId: "anna" }, true],
    ["a person who was taken out", { participantId: "vera" }, false],
    ["somebody without a seat", null, false],
  ])("%s sits in a workshop: %s", (_who, seat, may) => {
    expect(maySit(seat, people)).toBe(may);
  });
});
