import { expect, test } from "vitest";
import { missingIn } from "#ui/answer/missing.ts";

test("a whole answer misses nothing", () => {
  expect(missingIn("yesno", { value: true })).toBeNull();
  expect(missingIn("duration", { norms: [{ what: "замер", limit: { value: 2, unit: "workDay" } }] })).toBeNull();
});

test("what is missing is called by its line and by what the form calls it", () => {
  const norms = [{ what: "замер", limit: { value: 2, unit: "workDay" } }, { what: "" }];
  expect(missingIn("duration", { norms })).toEqual({ line: 2, part: "form.what" });
  expect(missingIn("pairs", { pairs: [{ left: "опоздал", right: "" }] })).toEqual({ line: 1, part: "form.right" });
  expect(missingIn("single", {})).toEqual({ line: null, part: "form.chooseOne" });
});

test("an answer of which nothing is there yet is called incomplete as a whole", () => {
  expect(missingIn("fields", {})).toEqual({ line: null, part: null });
});
