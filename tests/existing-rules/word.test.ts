import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layExistingRules, passagesOf } from "#domain/existing-rules.ts";
import { formatByName } from "#exports/index.ts";
import { readRulesFile } from "#server/existing-rules/index.ts";
import { catalogue } from "#templates";
import { windows } from "../story/windows.ts";
import { returned } from "./returned.ts";
import { byHand, byLibreOffice, byPandoc } from "./word-files.ts";

const read = (bytes: Uint8Array) => readRulesFile("rules.docx", bytes);
const lines = (bytes: Uint8Array) => read(bytes).split("\n").filter(Boolean);
const p = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

const RULES = `# Работа с клиентами

## Скидки

Менеджер даёт скидку до **5 %** без согласования.

Основания для скидки:

- объём от трёх изделий;
- предоплата «100 %».

1. Спросить руководителя.
2. Записать основание & срок.

Роль           Предел
-------------- -------
Менеджер       5 %
Руководитель   10 %

Сверх предела — директор[^1].

[^1]: Отвечает за один рабочий день.
`;

const EXPECTED = [
  "# Работа с клиентами",
  "## Скидки",
  "Менеджер даёт скидку до 5 % без согласования.",
  "Основания для скидки:",
  "- объём от трёх изделий;",
  "- предоплата «100 %».",
  "1. Спросить руководителя.",
  "2. Записать основание & срок.",
  "| Роль | Предел |",
  "| Менеджер | 5 % |",
  "| Руководитель | 10 % |",
  "Сверх предела — директор (Отвечает за один рабочий день.).",
];

describe("a Word file", () => {
  test("made by pandoc is read with its headings, lists, table and footnote", () => {
    expect(lines(byPandoc(RULES))).toEqual(EXPECTED);
  });

  test("that LibreOffice has taken in and saved again reads the same", () => {
    const opened = byLibreOffice(byPandoc(RULES), "docx", "odt");
    expect(lines(byLibreOffice(opened, "odt", "docx"))).toEqual(EXPECTED);
  });

  test("with tracked changes is read as if they were accepted", () => {
    const by = 'author="Анна" date="2026-01-01T00:00:00Z"';
    const text = `Скидка до [10 %]{.deletion ${by}}[5 %]{.insertion ${by}} без согласования.`;
    expect(lines(byPandoc(text))).toEqual(["Скидка до 5 % без согласования."]);
  });

  test("in which the end of a paragraph was deleted runs on into the next one", () => {
    const first = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Скидка </w:t></w:r></w:p>";
    expect(lines(byHand(first + p("до 5 %.")))).toEqual(["Скидка до 5 %."]);
  });

  test("gives entities, tabs and line breaks as text, and no code of fields", () => {
    const body =
      "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>A &amp;&#1103;&#x42F; &lt;b&gt; &amp;lt;</w:t><w:tab/><w:t>B</w:t><w:instrText>PAGE</w:instrText></w:r></w:p>" +
      "<w:p><w:r><w:t>Первое.</w:t><w:br/><w:t>Второе.</w:t></w:r></w:p><w:p><w:r><w:t><![CDATA[<&>]]> C</w:t></w:r></w:p>";
    expect(lines(byHand(body))).toEqual(["A &яЯ <b> &lt; B", "Первое.", "Второе.", "<&> C"]);
  });

  test("with a table in a table, or several paragraphs in a cell, is read cell by cell", () => {
    const cell = (inside: string) => `<w:tc>${inside}</w:tc>`;
    const table = (...rows: string[]) => `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join("")}</w:tbl>`;
    const inner = table(cell(p("а")) + cell(p("б | в")));
    const outer = table(
      cell(p("1")) + cell(inner + p("2")),
      cell(p("3") + p("4")) + cell(p("5")),
      cell(p("6")) + cell(p("7")),
    );
    expect(lines(byHand(outer + p("8")))).toEqual(["1", "| а | б \\| в |", "2", "3", "4", "5", "| 6 | 7 |", "8"]);
    expect(passagesOf(read(byHand(outer))).map(({ text }) => text)).toContain("а — б | в");
  });

  test("says a shape's text once, though Word writes it twice", () => {
    const shape = (text: string) => `<w:r><w:txbxContent>${p(text)}</w:txbxContent></w:r>`;
    const body = `<w:p><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>${shape("Врезка.")}</mc:Choice><mc:Fallback>${shape("Врезка.")}</mc:Fallback></mc:AlternateContent><w:r><w:t>Текст.</w:t></w:r></w:p>`;
    expect(lines(byHand(body))).toEqual(["Врезка.", "Текст."]);
  });

  test("is understood with any prefix, and in the strict kind of the format", () => {
    const strict = 'xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main" xmlns:w="urn:other"';
    const document = `<x:document ${strict}><x:body><x:p><x:r><x:t>Да</x:t></x:r><w:p><w:t>нет</w:t></w:p></x:p></x:body></x:document>`;
    expect(lines(byHand("", { "word/document.xml": document }))).toEqual(["Да"]);
  });

  test("holds every paragraph once and in order, whatever is typed into it", () => {
    const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    const worded = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "");
    const typed = fc
      .string({ unit: fc.constantFrom(..."абЖЩ xQ09%«».,;:-—()#*|_<>&\"'"), maxLength: 40 })
      .filter((text) => worded(text) !== "");
    fc.assert(
      fc.property(fc.array(typed, { minLength: 1, maxLength: 10 }), (texts) => {
        const found = passagesOf(read(byHand(texts.map((text) => p(escaped(text))).join(""))));
        expect(found.map(({ label, text }) => worded(label + text))).toEqual(texts.map(worded));
      }),
    );
  });
});

test.each(["ru", "en"] as const)(
  "our own Word file brings its clauses back to their questions (%s)",
  async (language) => {
    const record = windows(language);
    const docx = await formatByName("instruction.docx")?.make(record, catalogue, language);
    const laid = layExistingRules(read(docx ?? new Uint8Array()), record, catalogue.sections);
    const { clauses, items } = returned(laid.passages, record);
    const share = (part: { right: number; all: number }) =>
      `${part.right} of ${part.all} (${Math.round((100 * part.right) / part.all)} %)`;
    console.log(
      `${language}: clauses ${share(clauses)}, their items ${share(items)}, unplaced ${laid.unplaced.length} of ${laid.passages.length}`,
    );
    expect(clauses.all).toBe(115);
    // a clause about a stage says little by itself: its steps stand in the card of the stage
    expect(clauses.right / clauses.all).toBeGreaterThan(0.78);
    expect(items.right / items.all).toBeGreaterThan(0.88);
  },
);
