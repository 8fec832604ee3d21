import { describe, expect, test } from "vitest";
import { mayArchive, mayFacilitate, mayReclaim, maySit } from "#server/access/policy.ts";

describe("who may do what", () => {
  const own = { owner: "marina", conductor: "marina" };
  const handed = { owner: "marina", conductor: "oleg" };
  const people = [{ id: "anna" }, { id: "boris" }];

  test.each([
    ["the owner", { id: "marina" }, own, true],
    ["another facilitator of the same installation", { id: "oleg" }, own, false],
    ["somebody without an account", null, own, false],
    ["the owner who handed the lead over", { id: "marina" }, handed, false],
    ["whoever was handed the lead", { id: "oleg" }, handed, true],
  ])("%s facilitates a workshop: %s", (_who, account, workshop, may) => {
    expect(mayFacilitate(account, workshop)).toBe(may);
  });

  test.each([
    ["the owner of a workshop that somebody else leads", { id: "marina" }, handed, true],
    ["the owner who leads anyway", { id: "marina" }, own, false],
    ["whoever was handed the lead", { id: "oleg" }, handed, false],
    ["a stranger", null, handed, false],
  ])("%s takes the lead back: %s", (_who, account, workshop, may) => {
    expect(mayReclaim(account, workshop)).toBe(may);
  });

  test.each([
    ["the owner", { id: "marina" }, own, true],
    ["the owner who handed the lead over", { id: "marina" }, handed, true],
    ["whoever was handed the lead", { id: "oleg" }, handed, false],
    ["a stranger", null, own, false],
  ])("%s puts a workshop away from the shelf: %s", (_who, account, workshop, may) => {
    expect(mayArchive(account, workshop)).toBe(may);
  });

  test.each([
    ["a participant", { participantId: "anna" }, true],
    ["a person who was taken out", { participantId: "vera" }, false],
    ["somebody without a seat", null, false],
  ])("%s sits in a workshop: %s", (_who, seat, may) => {
    expect(maySit(seat, people)).toBe(may);
  });
});
