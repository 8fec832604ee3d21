import fc from "fast-check";
import { expect, test } from "vitest";
import { documentId, readDocumentId } from "#domain/document-id.ts";

test("a name printed on paper is read back, with or without its dashes, in any letters", () => {
  const name = { workshop: "1a2b3c4d5e6f7081", edition: 2 };
  expect(documentId(name)).toBe("1A2B-3C4D-5E6F-7081.2");
  for (const typed of [
    "1A2B-3C4D-5E6F-7081.2",
    " 1a2b3c4d5e6f7081.2 ",
    "1A2B 3C4D 5E6F 7081/2",
    "1A2B–3C4D–5E6F–7081.2",
  ])
    expect(readDocumentId(typed)).toEqual(name);
});

test("a workshop that was brought in keeps its own name", () => {
  expect(readDocumentId(documentId({ workshop: "windows", edition: 1 }))).toEqual({ workshop: "windows", edition: 1 });
});

test("what cannot be a name is none", () => {
  for (const typed of ["", "1A2B", "1A2B-3C4D-5E6F-7081", "x.0", ".1", `${"x".repeat(81)}.1`, "x.12345"])
    expect(readDocumentId(typed)).toBeNull();
});

test("every name comes back", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(..."0123456789abcdef"), { minLength: 16, maxLength: 16 }),
      fc.integer({ min: 1, max: 9999 }),
      (signs, edition) => {
        const name = { workshop: signs.join(""), edition };
        expect(readDocumentId(documentId(name))).toEqual(name);
      },
    ),
  );
});
