import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { BadInput } from "#domain/bad-input.ts";
import { readRulesFile, Unreadable } from "#server/existing-rules/index.ts";
import { byHand, byLibreOffice, byPandoc } from "./word-files.ts";

/** The code and the line of a refusal; what is no refusal goes on. */
const refusal = (name: string, bytes: Uint8Array): { code: string; line: string } => {
  try {
    readRulesFile(name, bytes);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { code: error.code, line: error.message };
  }
  throw new Error("the file was read");
};
const code = (name: string, bytes: Uint8Array) => refusal(name, bytes).code;
const text = (written: string) => strToU8(written);
const docx = () => byHand("<w:p><w:r><w:t>Скидка до 5 %.</w:t></w:r></w:p>");
const MEGABYTE = 1024 * 1024;

describe("a file of rules is refused in one line", () => {
  test("that names the file and what was expected", () => {
    const { line } = refusal("стр\nанный.pdf", text("%PDF-1.7"));
    expect(line).toBe("странный.pdf: expected .docx, .txt or .md");
    expect(new Unreadable("empty", "x")).toBeInstanceOf(BadInput);
  });

  test("when it is larger than 5 MB, unread", () => {
    expect(code("rules.txt", new Uint8Array(5 * MEGABYTE + 1).fill(97))).toBe("too-large");
  });

  test("when it is longer than anybody would look through", () => {
    expect(code("rules.txt", text("правило \n".repeat(120_000)))).toBe("too-long");
  });

  test("when it unpacks to more than 20 MB, without unpacking all of it", () => {
    const bomb = zipSync({
      "[Content_Types].xml": text("<Types/>"),
      "word/document.xml": new Uint8Array(600 * MEGABYTE).fill(32),
    });
    expect(bomb.length).toBeLessThan(MEGABYTE);
    const before = performance.now();
    expect(code("rules.docx", bomb)).toBe("unpacks-too-large");
    expect(performance.now() - before).toBeLessThan(2000);
  });

  test("when a part of it lies about its size", () => {
    const whole = Buffer.from(zipSync({ "word/document.xml": new Uint8Array(30 * MEGABYTE).fill(32) }));
    whole.writeUInt32LE(10, 22);
    expect(code("rules.docx", whole)).toBe("unpacks-too-large");
  });

  test("when it is a Word file with a password, or an encrypted archive", () => {
    const compound = Buffer.concat([
      Buffer.from("d0cf11e0a1b11ae1", "hex"),
      Buffer.alloc(600),
      Buffer.from("EncryptedPackage", "utf16le"),
    ]);
    expect(code("rules.docx", compound)).toBe("encrypted");
    const archive = Buffer.from(docx());
    archive.writeUInt16LE(1, 6);
    expect(code("rules.docx", archive)).toBe("encrypted");
  });

  test("when it is of Word 97 or another program, saved as such or only named .docx", () => {
    expect(code("rules.doc", byLibreOffice(byPandoc("Правило."), "docx", "doc"))).toBe("old-word");
    const odt = byLibreOffice(byPandoc("Правило."), "docx", "odt");
    expect(code("rules.odt", odt)).toBe("other-format");
    expect(code("rules.docx", odt)).toBe("other-format");
    expect(code("rules.docx", text("Просто текст"))).toBe("other-format");
    expect(code("rules.txt", text("{\\rtf1 x}"))).toBe("other-format");
    expect(code("photo.txt", new Uint8Array([0, 1, 2, 3, 255]))).toBe("other-format");
  });

  test("when there is nothing in it", () => {
    expect(code("rules.txt", text(" \n "))).toBe("empty");
    expect(code("rules.docx", byHand("<w:p/>"))).toBe("empty");
  });

  test.each([
    ["a document type", '<!DOCTYPE x [<!ENTITY a "b">]><w:document/>'],
    ["an element that is not closed", "<w:document><w:body></w:document>"],
    ["an element that never ends", "<w:document><w:body"],
    ["a nesting deeper than any document", "<a>".repeat(5000)],
    ["no XML", "just words"],
  ])("when its XML has %s", (_, xml) => {
    expect(code("rules.docx", byHand("", { "word/document.xml": xml }))).toBe("broken");
  });

  test("when it is cut off anywhere or any byte of it is another, or is read; nothing else happens", () => {
    const whole = byPandoc("# Скидки\n\nДо 5 %.\n\n- объём\n- предоплата\n");
    const attempt = (bytes: Uint8Array) => {
      try {
        readRulesFile("rules.docx", bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(Unreadable);
        expect((error as Error).message).not.toContain("\n");
      }
    };
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
        attempt(whole.subarray(0, at));
        const changed = Uint8Array.from(whole);
        changed[at] = byte;
        attempt(changed);
      }),
    );
  });
});

describe("a text file", () => {
  const RULE = "Скидку больше 5 % согласует «директор» — всегда.";
  /** windows-1251, which Node decodes but does not encode. */
  const in1251 = (written: string) => {
    const table = new TextDecoder("windows-1251").decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
    return Uint8Array.from([...written].map((letter) => table.indexOf(letter)));
  };
  const utf16 = (written: string) => Buffer.from(`\ufeff${written}`, "utf16le");

  test.each([
    ["UTF-8", text(RULE)],
    ["UTF-8 with a mark", text(`\ufeff${RULE}`)],
    ["windows-1251", in1251(RULE)],
    ["UTF-16, as Notepad says «Unicode»", utf16(RULE)],
    ["UTF-16 the other way round", utf16(RULE).swap16()],
  ])("in %s is read", (_, bytes) => {
    expect(readRulesFile("rules.txt", bytes)).toBe(RULE);
  });

  test("in UTF-8 with one damaged letter stays UTF-8", () => {
    const bytes = Uint8Array.from(text(RULE));
    bytes[3] = 0xff;
    expect(readRulesFile("rules.md", bytes)).toContain("согласует «директор»");
  });

  test("in English with curly quotes of Windows is read", () => {
    expect(readRulesFile("rules.txt", Uint8Array.from([0x93, 0x41, 0x94, 0x20, 0x92]))).toBe("“A” ’");
  });
});

test("a part that is packed in the usual way by another program is read", () => {
  // a local header without sizes, which follow the data, as programs write that pack while they go
  const part = (name: string, content: string) => {
    const data = deflateRawSync(Buffer.from(content));
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(8, 6);
    header.writeUInt16LE(8, 8);
    header.writeUInt16LE(name.length, 26);
    const after = Buffer.alloc(16);
    after.writeUInt32LE(0x08074b50, 0);
    after.writeUInt32LE(data.length, 8);
    after.writeUInt32LE(content.length, 12);
    return Buffer.concat([header, Buffer.from(name), data, after]);
  };
  const types =
    '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
  const body =
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:t>Rule.</w:t></w:p></w:document>';
  expect(
    readRulesFile("r.docx", Buffer.concat([part("[Content_Types].xml", types), part("word/document.xml", body)])),
  ).toBe("Rule.");
});
