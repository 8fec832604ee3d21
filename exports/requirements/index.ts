import type { Catalogue } from "#domain/catalogue.ts";
import { type Bilingual, type Language, say } from "#domain/language.ts";
import { requirementsOf } from "#domain/pipeline/requirements.ts";
import { composePipeline } from "#domain/pipeline.ts";
import type { WorkshopRecord } from "#domain/record.ts";
import { oneLine } from "../markdown/one-line.ts";

const TITLE: Bilingual = { ru: "Что должна уметь CRM", en: "What the CRM must be able to do" };
const LEAD: Bilingual = {
  ru: "Список составлен из принятых правил. Покажите его продавцу каждой системы и попросите показать каждую строку в работе.",
  en: "The list is made from the adopted rules. Give it to the seller of each system and ask to be shown each line at work.",
};
const HEAD: Bilingual[] = [
  { ru: "Умеет", en: "Is able to" },
  { ru: "Сколько", en: "How many" },
  { ru: "Например", en: "For example" },
  { ru: "Правила", en: "Rules" },
  { ru: "Есть?", en: "Has it?" },
];

/** The requirements as a Markdown table with a free column to tick off in. */
export const writeRequirements = (record: WorkshopRecord, catalogue: Catalogue, language: Language): string => {
  const pipeline = composePipeline(record, catalogue);
  const rows = requirementsOf(pipeline).map(({ what, count, examples, rules }) => [
    say(what, language),
    String(count),
    examples.join("; "),
    rulesOf(rules, language),
    "☐",
  ]);
  return `${[
    `# ${say(TITLE, language)}: ${oneLine(pipeline.company)}`,
    "",
    say(LEAD, language),
    "",
    row(HEAD.map((cell) => say(cell, language))),
    row(HEAD.map(() => "---")),
    ...rows.map(row),
  ].join("\n")}\n`;
};

const SOME = 6;

const rulesOf = (rules: readonly string[], language: Language): string =>
  rules.length <= SOME + 1
    ? rules.join(", ")
    : `${rules.slice(0, SOME).join(", ")} ${say({ ru: "и ещё", en: "and" }, language)} ${rules.length - SOME}${say({ ru: "", en: " more" }, language)}`;

const row = (cells: string[]): string => `| ${cells.map(oneLine).join(" | ")} |`;
