import type { Catalogue, Section } from "./catalogue.ts";
import { editionAt, editionDay, editionNumber } from "./edition.ts";
import { introductionTo, noteTo, PREFACE } from "./editorial.ts";
import { type Language, say } from "./language.ts";
import type { WorkshopRecord } from "./record.ts";
import { annexesOf } from "./regulation/annexes.ts";
import { besides } from "./regulation/beside.ts";
import { clauseOf, statusOf } from "./regulation/clause.ts";
import { cribOf, summaryOf } from "./regulation/leaflets.ts";
import { type Scope, scopeOf } from "./regulation/scope.ts";
import { stageCard } from "./regulation/stage-card.ts";
import { stageTable } from "./regulation/stage-table.ts";
import { agreedOn, stampsOf } from "./regulation/stamps.ts";
import {
  type Block,
  byNumber,
  type Inline,
  type Leaflet,
  plain,
  type Regulation,
  type SectionItem,
  type SectionNode,
} from "./regulation/tree.ts";
import { reviewsOf } from "./review.ts";
import type { Rule } from "./rule.ts";
import { requiredShare } from "./threshold.ts";
import { departmentName, roleName } from "./workshop.ts";

export * from "./regulation/tree.ts";

/** The section of steps by stage, the only one that is laid out along the chain. */
const STAGES = "stages";

/**
 * Composes the document from the rules in force. A rule is printed once, in the first section of its question, and
 * named by its number wherever else the question belongs. `language` is that of headings and fixed words.
 */
export const composeRegulation = (record: WorkshopRecord, catalogue: Catalogue, language: Language): Regulation => {
  const scope = scopeOf(record, catalogue, language);
  const numbers = numbered(scope);
  const agreed = agreedOn(scope);
  const kind = catalogue.documentKinds[0];
  const edition = editionNumber(record);
  const editions = record.workshop.editions ?? [];
  const firstDay = (record.decisions[0]?.at ?? record.workshop.createdAt).slice(0, 10);
  const date = editionDay(record);
  return {
    title: kind ? say(kind.title, language) : record.workshop.title,
    company: record.workshop.company,
    language,
    edition: { number: edition, date },
    front: {
      kind: kind ? say(kind.name, language) : "",
      approved: kind ? say(kind.approved, language) : "",
      stamps: stampsOf(scope),
      facts: facts(scope, edition, date),
    },
    preface: besides(record, PREFACE),
    parts: catalogue.parts.map((part) => ({
      id: part.id,
      number: part.number,
      title: say(part.name, language),
      sections: catalogue.sections
        .filter((section) => section.part === part.id)
        .map((section) => sectionOf(section, scope, numbers)),
    })),
    annexes: annexesOf(scope),
    people: record.participants.map((person) => ({
      name: person.name,
      role: roleName(record.workshop, person.role),
      department: departmentName(record.workshop, person.department),
      agreed: agreed.get(person.id) ?? null,
    })),
    changes: [
      { clause: scope.speech.w.allClauses, version: 1, ground: scope.speech.w.firstEdition, date: firstDay },
      ...scope.rules
        .filter((rule) => rule.version > 1 || editionAt(editions, record.decisions.indexOf(rule.decision)) > 1)
        .map((rule) => ({
          clause: numbers.get(rule.question) ?? "",
          version: rule.version,
          ground: `${rule.id}, ${statusOf(rule, scope)}`,
          date: rule.decision.at.slice(0, 10),
        })),
      ...scope.rules.flatMap((rule) =>
        rule.typos.map(({ wrong, right, at }) => ({
          clause: numbers.get(rule.question) ?? "",
          version: rule.version,
          ground: `${rule.id}, ${scope.speech.w.typo}: ${scope.speech.quote(wrong)} → ${scope.speech.quote(right)}`,
          date: at.slice(0, 10),
        })),
      ),
    ],
    rules: scope.rules.length,
    ...(record.workshop.brand && { brand: record.workshop.brand }),
  };
};

/** The sheets beside the document: the first part in brief, and the crib for telephones and walls. */
export const composeLeaflets = (
  record: WorkshopRecord,
  catalogue: Catalogue,
  language: Language,
): { regulation: Regulation; summary: Leaflet; crib: Leaflet } => {
  const scope = scopeOf(record, catalogue, language);
  const regulation = composeRegulation(record, catalogue, language);
  return { regulation, summary: summaryOf(regulation, scope), crib: cribOf(regulation, scope) };
};

/** The rules printed in a section, in the order of its questions and then of the chain. */
const printedIn = (section: Section, { rules, stages }: Scope): Rule[] => {
  const at = (rule: Rule) => section.questions.indexOf(rule.questionId);
  const stageAt = (rule: Rule) =>
    stages.findIndex((stage) => stage.id === rule.stage && stage.dealType === rule.dealType);
  const own = rules.filter((rule) => rule.sections[0] === section.id);
  return section.id === STAGES
    ? own.sort((a, b) => stageAt(a) - stageAt(b) || at(a) - at(b) || a.number - b.number)
    : own.sort((a, b) => at(a) - at(b) || stageAt(a) - stageAt(b) || a.number - b.number);
};

/** Clause numbers by question: `2.4.3`. */
const numbered = (scope: Scope): Map<string, string> =>
  new Map(
    scope.catalogue.sections.flatMap((section) =>
      printedIn(section, scope).map((rule, index) => [rule.question, `${section.number}.${index + 1}`] as const),
    ),
  );

const sectionOf = (section: Section, scope: Scope, numbers: Map<string, string>): SectionNode => {
  const own = printedIn(section, scope);
  const items: SectionItem[] = besides(scope.record, introductionTo(section.id));
  const before = items.length;
  const isOfStage = (rule: Rule) => section.id === STAGES && rule.stage !== null;
  const clause = (rule: Rule) => clauseOf(rule, numbers.get(rule.question) ?? "", scope);
  items.push(...own.filter((rule) => !isOfStage(rule)).map(clause));
  if (section.id === STAGES) items.push(...stageTables(scope));
  let last: Rule | null = null;
  for (const rule of own.filter(isOfStage)) {
    if (rule.stage !== last?.stage || rule.dealType !== last.dealType) items.push(...stageHead(rule, scope, numbers));
    last = rule;
    items.push(clause(rule));
  }
  const elsewhere = scope.rules.filter((rule) => rule.sections[0] !== section.id && rule.sections.includes(section.id));
  if (elsewhere.length > 0)
    items.push({ kind: "paragraph", quiet: true, inlines: references(elsewhere, scope, numbers) });
  if (items.length === before) items.push({ kind: "paragraph", quiet: true, inlines: plain(scope.speech.w.notAgreed) });
  items.push(...besides(scope.record, noteTo(section.id)).map(quietly));
  return {
    id: section.id,
    number: section.number,
    title: say(section.name, scope.language),
    isAgreed: own.length > 0,
    items,
  };
};

/** The chain of each deal type in one view. */
const stageTables = (scope: Scope): Block[] => {
  const { dealTypes } = scope.record.workshop;
  return dealTypes.flatMap(({ id, name }) => {
    const table = stageTable(id, scope);
    return table ? [dealTypes.length > 1 ? { ...table, caption: `${table.caption}: ${name}` } : table] : [];
  });
};

/** A note is read after the rules, and lower. */
const quietly = (block: Block): Block => (block.kind === "paragraph" ? { ...block, quiet: true } : block);

/** The heading of a stage and its card. The number is its place in the chain of its deal type. */
const stageHead = ({ stage, dealType }: Rule, scope: Scope, numbers: Map<string, string>): SectionItem[] => {
  const { dealTypes } = scope.record.workshop;
  const chain = scope.stages.filter((one) => one.dealType === dealType);
  const at = chain.findIndex(({ id }) => id === stage);
  const found = chain[at];
  const name = scope.stageName(stage ?? "", dealType);
  const type = dealTypes.length > 1 ? ` (${dealTypes.find(({ id }) => id === dealType)?.name ?? ""})` : "";
  const text = found ? `${scope.speech.w.stage} ${at + 1}. ${name}${type}` : `${name}${type}`;
  const card = found ? stageCard(found, scope, numbers) : null;
  return [{ kind: "stage", id: `${dealType}.${stage}`, text }, ...(card ? [card] : [])];
};

const references = (rules: readonly Rule[], { speech }: Scope, numbers: Map<string, string>): Inline[] => [
  { text: `${speech.w.seeAlso} ${rules.length > 1 ? speech.w.clauses : speech.w.clause}\u00a0` },
  ...[...rules]
    .sort((a, b) => byNumber(numbers.get(a.question) ?? "", numbers.get(b.question) ?? ""))
    .flatMap((rule, index) => [
      ...(index > 0 ? [{ text: ", " }] : []),
      { text: numbers.get(rule.question) ?? "", ref: rule.question },
    ]),
  { text: "." },
];

const facts = ({ record, speech, rules }: Scope, edition: number, date: string): { name: string; value: string }[] => {
  const { workshop } = record;
  const { w } = speech;
  const threshold =
    workshop.threshold.preset === "unanimous"
      ? w.unanimousPreset
      : workshop.threshold.preset === "almost-unanimous"
        ? w.almostPreset
        : `${w.customPreset} ${speech.number(requiredShare(workshop.threshold) * 100)} %`;
  const departments = [
    ...new Set(record.participants.map(({ department }) => departmentName(workshop, department))),
  ].filter(Boolean);
  const review = reviewsOf(record, rules).find(({ kind }) => kind === "regulation");
  return [
    { name: w.company, value: workshop.company },
    { name: w.made, value: `${edition}, ${speech.date(date)}` },
    { name: w.facilitator, value: workshop.facilitator },
    ...(departments.length > 0 ? [{ name: w.departments, value: departments.join(", ") }] : []),
    { name: w.agreedRules, value: String(rules.length) },
    { name: w.threshold, value: threshold },
    ...(review ? [{ name: w.firstReview, value: speech.date(review.day) }] : []),
  ];
};
