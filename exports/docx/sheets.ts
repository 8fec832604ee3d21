import { Paragraph, TextRun } from "docx";
import { plain, type Regulation } from "#domain/regulation.ts";
import { type Child, clean, tableOf } from "./body.ts";
import type { DocxWords } from "./words.ts";

const runs = (inlines: { text: string }[]) => inlines.map(({ text }) => new TextRun(clean(text)));
const line = (style: string, text: string) => new Paragraph({ style, children: [new TextRun(clean(text))] });

/** The approval stamp in both forms, of which the company strikes one out: by a person, or by an order. */
export const approvalStamp = (regulation: Regulation, w: DocxWords): Child[] => [
  line("Stamp", w.approve),
  line("Stamp", `_____________________ (${w.position})`),
  line("Stamp", `__________ ____________________`),
  line("Stamp", w.day),
  new Paragraph({ style: "Stamp", children: [] }),
  line("Stamp", `${regulation.front.approved} ${w.byOrder}`),
  line("Stamp", `${w.from} ${w.day} ${w.number} ____`),
  new Paragraph({ style: "Stamp", children: [] }),
];

/** Who signs that the text is agreed: everybody of the record, with room for date and signature. */
export const agreementSheet = (regulation: Regulation, w: DocxWords): Child[] => [
  new Paragraph({ style: "SheetTitle", pageBreakBefore: true, children: [new TextRun(w.agreement)] }),
  tableOf(
    {
      kind: "table",
      caption: w.agreement,
      columns: [
        { name: w.name, share: 28 },
        { name: w.role, share: 26 },
        { name: w.department, share: 18 },
        { name: w.date, share: 12 },
        { name: w.signature, share: 16 },
      ],
      rows: regulation.people.map((person) => [
        plain(person.name),
        plain(person.role),
        plain(person.department),
        plain(""),
        plain(""),
      ]),
    },
    runs,
  ),
];

/** The register of changes, filled from the decisions; it is the last sheet and stands in no contents list. */
export const changeRegister = (regulation: Regulation, w: DocxWords, date: (day: string) => string): Child[] => [
  new Paragraph({ style: "SheetTitle", pageBreakBefore: true, children: [new TextRun(w.changes)] }),
  tableOf(
    {
      kind: "table",
      caption: w.changes,
      columns: [
        { name: w.version, share: 10 },
        { name: w.clause, share: 14 },
        { name: w.ground, share: 44 },
        { name: w.date, share: 16 },
        { name: w.signature, share: 16 },
      ],
      rows: regulation.changes.map((change) => [
        plain(String(change.version)),
        plain(change.clause),
        plain(change.ground),
        plain(date(change.date)),
        plain(""),
      ]),
    },
    runs,
  ),
];
