import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Document, Header, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { clausesOf, composeRegulation } from "#domain/regulation.ts";
import { sealOf } from "#exports/seal.ts";
import { fillTemplate, preflight, TemplateRefused } from "#exports/template/index.ts";
import { catalogue } from "#templates";
import { windows } from "../../story/windows.ts";
import { lintOf } from "../docx/lint.ts";
import { validated } from "../docx/validator.ts";

const folder = mkdtempSync(path.join(tmpdir(), "reglament-template-"));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** A letterhead as a company has it: its own heading, a header, a name that Word has torn into three runs. */
const letterhead = async (lines: string[], header = "{{company}}, ред. {{edition}}") =>
  new Uint8Array(
    await Packer.toBuffer(
      new Document({
        styles: { default: { heading1: { run: { color: "AA0000", font: "Arial" } } } },
        sections: [
          {
            headers: { default: new Header({ children: [new Paragraph(header)] }) },
            children: [
              new Paragraph({
                children: [
                  new TextRun("{{ti"),
                  new TextRun({ text: "tl", bold: true }),
                  new TextRun("e}} от {{date}}"),
                ],
              }),
              ...lines.map((line) => new Paragraph(line)),
              new Paragraph("Конец бланка"),
            ],
          },
        ],
      }),
    ),
  );
const changed = (docx: Uint8Array, change: (parts: Record<string, Uint8Array>) => void): Uint8Array => {
  const parts = unzipSync(docx);
  change(parts);
  return zipSync(parts);
};
const textOf = (docx: Uint8Array, part = "word/document.xml") =>
  [...strFromU8(unzipSync(docx)[part] ?? new Uint8Array()).matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)]
    .map(([, text]) => text)
    .join("");

describe("the regulation in the company's own Word file", { timeout: 180_000 }, () => {
  const story = windows("ru");
  const regulation = composeRegulation(story, catalogue, "ru");
  const seal = sealOf(story, "https://crm.example.org");
  let filled: Uint8Array;
  beforeAll(async () => {
    vi.stubEnv("OFFICE", "none");
    const template = await letterhead([
      "{{contents}}",
      "{{regulation}}",
      "{{agreement}}",
      "{{changes}}",
      "Сверить: {{link}}",
    ]);
    filled = await fillTemplate(template, regulation, seal);
  }, 180_000);

  test("is a file that Word opens without a word", () => {
    const file = path.join(folder, "filled.docx");
    writeFileSync(file, filled);
    expect(validated(file)).toEqual([]);
    // language and title are the company's own
    expect(lintOf(filled).filter((fault) => !/^no (?:language|title)$/.test(fault))).toEqual([]);
  });

  test("says what was named, in the body and above it, and keeps what stands around", () => {
    const text = textOf(filled);
    expect(text).toContain(`${regulation.title} от 16.11.2026`);
    expect(text).toContain(`Сверить: ${seal.link}`);
    expect(text.endsWith(`${seal.link}Конец бланка`)).toBe(true);
    expect(
      Object.keys(unzipSync(filled)).some(
        (part) => /header/.test(part) && textOf(filled, part) === `${regulation.company}, ред. 1`,
      ),
    ).toBe(true);
    expect(text).not.toContain("{{");
    expect(text).not.toContain("@@");
  });

  test("holds every clause under its tag, and headings in the company's look", () => {
    const xml = strFromU8(unzipSync(filled)["word/document.xml"] ?? new Uint8Array());
    for (const { rule, version } of clausesOf(regulation)) expect(xml).toContain(`w:val="rule:${rule};v${version}"`);
    const headings = xml.match(/<w:pStyle w:val="Heading1"\/>/g) ?? [];
    expect(headings.length).toBe(regulation.parts.length + regulation.annexes.length);
    const styles = strFromU8(unzipSync(filled)["word/styles.xml"] ?? new Uint8Array());
    expect(styles.match(/w:styleId="Heading1"/g)).toHaveLength(1);
    expect(styles).toContain("AA0000");
  });

  test("is the same to the byte when it is made again", async () => {
    const template = await letterhead(["{{regulation}}"]);
    expect(await fillTemplate(template, regulation, seal)).toEqual(await fillTemplate(template, regulation, seal));
  });
});

describe("the look at a template beforehand", () => {
  test("names what is missing, what is unknown and what stands where it cannot", async () => {
    expect(preflight(await letterhead(["{{regulation}}"]))).toMatchObject({ missing: [], unknown: [], misplaced: [] });
    expect(preflight(await letterhead(["{{Director}}", "Текст: {{changes}}"]))).toMatchObject({
      missing: ["regulation"],
      unknown: ["director"],
      misplaced: ["changes"],
    });
    expect(preflight(await letterhead([], "{{regulation}}"))).toMatchObject({ misplaced: ["regulation"] });
  });

  test("counts a block in a cell of a table as standing alone there", async () => {
    const table = new Table({
      rows: [new TableRow({ children: [new TableCell({ children: [new Paragraph("{{company}}")] })] })],
    });
    const docx = new Uint8Array(
      await Packer.toBuffer(new Document({ sections: [{ children: [table, new Paragraph("{{regulation}}")] }] })),
    );
    expect(preflight(docx)).toEqual({ found: ["company", "regulation"], missing: [], unknown: [], misplaced: [] });
  });

  test("refuses in one line what is no template", async () => {
    const plain = await letterhead(["{{regulation}}"]);
    const bomb = changed(plain, (parts) => {
      parts["word/media/image1.bmp"] = new Uint8Array(70_000_000);
    });
    expect(bomb.length).toBeLessThan(1_000_000);
    const cases: [Uint8Array, string][] = [
      [new Uint8Array(), "empty"],
      [strToU8("просто текст"), "other"],
      [new Uint8Array(50_000_000).fill(0x50), "large"],
      [Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), "old"],
      [plain.slice(0, plain.length / 2), "broken"],
      [zipSync({ "xl/workbook.xml": strToU8("<x/>"), "[Content_Types].xml": strToU8("<Types/>") }), "other"],
      [
        changed(plain, (parts) => {
          parts["word/vbaProject.bin"] = strToU8("Sub AutoOpen()");
        }),
        "macros",
      ],
      [bomb, "bomb"],
    ];
    for (const [bytes, reason] of cases) {
      const refusal = (() => {
        try {
          return preflight(bytes);
        } catch (error) {
          return error;
        }
      })();
      expect(refusal).toBeInstanceOf(TemplateRefused);
      expect(refusal).toMatchObject({ reason });
      expect((refusal as TemplateRefused).why.ru).toMatch(/^[^\n]{10,120}$/);
    }
  });
});
