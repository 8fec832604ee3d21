import { answersTo } from "../rule.ts";
import { answerTable } from "./answer-tables.ts";
import type { Scope } from "./scope.ts";
import { stageTable } from "./stage-table.ts";
import { clausesIn, type Inline, type Leaflet, plain, type Regulation, textOf } from "./tree.ts";

/** The first part on one page: of each rule its first sentence, under the names of the sections, with clause numbers. */
export const summaryOf = (regulation: Regulation, { speech: { w } }: Scope): Leaflet => ({
  title: w.inBrief,
  company: regulation.company,
  note: w.more,
  parts: regulation.parts
    .slice(0, 1)
    .flatMap(({ sections }) => sections)
    .flatMap((section) => {
      const items = clausesIn(section).flatMap((clause): Inline[][] => {
        const [first] = clause.blocks;
        const sentence = first?.kind === "paragraph" ? firstSentence(textOf(first.inlines)) : "";
        return sentence === "" ? [] : [[{ text: `${sentence} ` }, { text: `(${clause.number})`, italic: true }]];
      });
      return items.length === 0
        ? []
        : [
            {
              id: section.id,
              title: `${section.number} ${section.title}`,
              block: { kind: "list" as const, ordered: false, items },
            },
          ];
    }),
});

/** For the telephone and the wall: the stages, what is said to a client, how far one may go alone. */
export const cribOf = (regulation: Regulation, scope: Scope): Leaflet => {
  const { w } = scope.speech;
  const tables = (question: string, kind: "pairs" | "limit", title: string): Leaflet["parts"] =>
    answersTo(scope.rules, question, kind).flatMap(({ rule }) => {
      const table = answerTable(rule, scope);
      return table ? [{ id: rule.question, title, block: table }] : [];
    });
  return {
    title: w.cribTitle,
    company: regulation.company,
    note: w.extract,
    parts: [
      ...scope.record.workshop.dealTypes.flatMap((type): Leaflet["parts"] => {
        const table = stageTable(type.id, scope);
        if (!table) return [];
        const several = scope.record.workshop.dealTypes.length > 1;
        return [
          {
            id: type.id,
            title: several ? `${w.ruleOfStage}: ${type.name}` : w.ruleOfStage,
            block: { ...table, ...narrowed(table) },
          },
        ];
      }),
      ...tables("objections-pairs", "pairs", w.objections),
      ...tables("offer-discount-limits", "limit", w.discounts),
      ...answersTo(scope.rules, "standards-phone", "duration").flatMap(({ rule, answer }): Leaflet["parts"] => [
        {
          id: rule.question,
          title: w.atThePhone,
          block: {
            kind: "list",
            ordered: false,
            items: answer.norms.map((norm) => plain(`${norm.what}: ${scope.speech.duration(norm.limit)}`)),
          },
        },
      ]),
    ],
  };
};

/** Stage, who answers, by when: a line each, so that the whole chain is on the sheet. */
const narrowed = ({ columns, rows }: { columns: { name: string; share: number }[]; rows: Inline[][][] }) => {
  const shares = [50, 29, 21];
  return {
    columns: shares.map((share, at) => ({ name: columns[at]?.name ?? "", share })),
    rows: rows.map((row) => shares.map((_, at) => row[at] ?? plain(""))),
  };
};

/** What a stop at the end of is no end of a sentence. */
const SHORT = /(?<!\p{L})(?:см|пп?|ст|стр|тел|ул|им|e\.g|i\.e|no)\.$/iu;

/** Up to the first stop that a capital letter follows; so `до 500 руб. без согласования` and `см. п. 2.3` stay whole. */
const firstSentence = (text: string): string => {
  const whole = text.trim();
  for (const { index } of whole.matchAll(/[.!?…](?=\s+[«“"(]?\p{Lu})/gu)) {
    const head = whole.slice(0, index + 1);
    if (!SHORT.test(head)) return head;
  }
  return whole;
};
