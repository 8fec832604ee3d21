import { describe, expect, test } from "vitest";
import type { Answer } from "#domain/answer.ts";
import type { Participant } from "#domain/participant.ts";
import { bound, hashedText } from "#domain/proposal.ts";
import { strayReference } from "#domain/references.ts";
import type { Stage } from "#domain/stage.ts";
import { wordingOf } from "#domain/wording.ts";

const roles = [
  { id: "sales-manager", name: "Менеджер", department: "sales" },
  { id: "production-head", name: "Начальник производства", department: "production" },
  { id: "accountant", name: "Бухгалтер", department: "accounting" },
  { id: "director", name: "Директор", department: "management" },
];
const person = (department: string, votes = true): Participant => ({
  id: department,
  name: department,
  role: "any",
  department,
  head: false,
  votes,
});
const PEOPLE = [person("sales"), person("production"), person("accounting"), person("management", false)];
const norm = (escalateTo?: string): Answer => ({
  kind: "duration",
  norms: [{ what: "Производство", limit: { value: 10, unit: "workDay" }, ...(escalateTo && { escalateTo }) }],
});
const stage = (role: string): Stage => ({ role }) as Stage;

describe("a rule", () => {
  test("binds the departments of the roles that its answer and its stage name", () => {
    expect(bound(norm("accountant"), stage("production-head"), { roles }, PEOPLE)).toEqual([
      "accounting",
      "production",
    ]);
  });

  test("binds no department that has nobody to vote", () => {
    expect(bound(norm("director"), stage("production-head"), { roles }, PEOPLE)).toEqual(["production"]);
  });

  test("that names nobody who votes binds everybody who does", () => {
    const all = ["accounting", "production", "sales"];
    expect(bound(norm(), undefined, { roles }, PEOPLE)).toEqual(all);
    expect(bound(norm("director"), undefined, { roles }, PEOPLE)).toEqual(all);
  });
});

test("the same words and answer are the same text to be hashed, whatever the order of keys", () => {
  const one: Answer = { kind: "single", optionId: "a", note: "б" };
  const other = { note: "б", optionId: "a", kind: "single" } as Answer;
  expect(hashedText(wordingOf("Правило"), one)).toBe(hashedText(wordingOf("Правило"), other));
  expect(hashedText(wordingOf("Правило"), one)).not.toBe(hashedText(wordingOf("Правила"), one));
});

test("a role or stage that the workshop does not have is named by its place in the answer", () => {
  const workshop = { roles, dealTypes: [{ stages: [{ id: "production" }] }] } as never;
  const limits = [{ role: "sales-manager", max: 5, unit: "percent" as const, approverAbove: "astronaut" }];
  expect(strayReference({ kind: "limit", limits }, workshop)).toBe("limits.0.approverAbove");
  const legs = [{ fromStage: "production", toStage: "moon", role: "sales-manager" }];
  expect(strayReference({ kind: "role", legs, assignments: [], checks: [] }, workshop)).toBe("legs.0.toStage");
  expect(strayReference(norm("accountant"), workshop)).toBeNull();
});
