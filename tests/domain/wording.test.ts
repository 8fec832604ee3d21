import { describe, expect, test } from "vitest";
import { hashedText } from "#domain/proposal.ts";
import { plainText, wordingOf, wordingOfEditor } from "#domain/wording.ts";

describe("a wording", () => {
  test("is read from the editor with its marks and lists, without empty paragraphs", () => {
    const wording = wordingOfEditor({
      type: "doc",
      content: [
        {
          type: "paragraph",
          content: [
            { type: "text", text: "Карточку " },
            { type: "text", text: "сразу", marks: [{ type: "bold" }] },
          ],
        },
        { type: "paragraph" },
        {
          type: "bulletList",
          content: [{ type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text: "имя" }] }] }],
        },
      ],
    });
    expect(wording).toEqual([
      { kind: "paragraph", spans: [{ text: "Карточку " }, { text: "сразу", bold: true }] },
      { kind: "bullet", spans: [{ text: "имя" }] },
    ]);
    expect(plainText(wording)).toBe("Карточку сразу\nимя");
  });

  test("of a text has a paragraph a line", () => {
    expect(plainText(wordingOf("Первое.\n\n  Второе. "))).toBe("Первое.\nВторое.");
  });

  test("and its answer give the same hashed text whatever the order of the keys", () => {
    const wording = wordingOf("Да");
    expect(hashedText(wording, { kind: "yesno", value: true, exceptions: [] })).toBe(
      hashedText(wording, { exceptions: [], value: true, kind: "yesno" } as never),
    );
    expect(hashedText(wording, { kind: "yesno", value: true, exceptions: [] })).not.toBe(
      hashedText(wordingOf("Да."), { kind: "yesno", value: true, exceptions: [] }),
    );
  });
});
