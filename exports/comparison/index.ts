import { type Bilingual, type Language, say } from "#domain/language.ts";
import type { Pipeline } from "#domain/pipeline.ts";
import type { ElementKind } from "../crm/elements.ts";
import { type Expressed, expressedBy } from "../crm/expressed.ts";
import { PlanRefused, planFor, vendors } from "../crm/index.ts";
import { KIND_NAMES } from "../crm/kind-names.ts";
import { oneLine } from "../markdown/one-line.ts";

const TITLE: Bilingual = { ru: "Какая CRM что примет из этих правил", en: "Which CRM takes what of these rules" };
const LEAD: Bilingual = {
  ru: "Сосчитано по планам загрузки для каждой системы. ● загружается само, ◐ загружается, но часть остаётся сделать вручную, ○ только вручную; число — сколько таких. На серверах поставщиков планы не проверялись.",
  en: "Counted in the plans of loading for each system. ● loads by itself, ◐ loads with something left to do by hand, ○ by hand only; the number says how many. The plans were not tried on the vendors’ servers.",
};
const WHAT: Bilingual = { ru: "Согласовано", en: "Agreed" };
const COUNT: Bilingual = { ru: "Сколько", en: "How many" };
const ALL: Bilingual = { ru: "Всего", en: "All together" };
const REFUSED: Bilingual = { ru: "Не помещается", en: "Does not fit" };

type Column = { title: string; of: Map<ElementKind, Expressed> | null; refused: string };

const none: Expressed = { whole: 0, partly: 0, byHand: 0 };
const sizeOf = ({ whole, partly, byHand }: Expressed): number => whole + partly + byHand;
const plus = (a: Expressed, b: Expressed): Expressed => ({
  whole: a.whole + b.whole,
  partly: a.partly + b.partly,
  byHand: a.byHand + b.byHand,
});

const columnsOf = (pipeline: Pipeline, language: Language): Column[] =>
  vendors.map((vendor) => {
    try {
      return { title: vendor.title, of: expressedBy(planFor(vendor, pipeline, language), pipeline), refused: "" };
    } catch (error) {
      if (!(error instanceof PlanRefused)) throw error;
      return { title: vendor.title, of: null, refused: error.message };
    }
  });

const cell = ({ whole, partly, byHand }: Expressed): string =>
  [whole && `● ${whole}`, partly && `◐ ${partly}`, byHand && `○ ${byHand}`].filter(Boolean).join(" ") || "—";

/** The CRMs as columns, the kinds of what was agreed as lines. A CRM that cannot hold the pipeline says why below. */
export const writeComparison = (pipeline: Pipeline, language: Language): string => {
  const columns = columnsOf(pipeline, language);
  const kinds = [...new Set(columns.flatMap(({ of }) => [...(of?.keys() ?? [])]))];
  const line = (name: string, of: (column: Map<ElementKind, Expressed>) => Expressed): string => {
    const cells = columns.map((column) => (column.of ? of(column.of) : null));
    const size = Math.max(0, ...cells.map((each) => (each ? sizeOf(each) : 0)));
    return row([name, String(size), ...cells.map((each) => (each ? cell(each) : "—"))]);
  };
  return `${[
    `# ${say(TITLE, language)}: ${oneLine(pipeline.company)}`,
    "",
    say(LEAD, language),
    "",
    row([say(WHAT, language), say(COUNT, language), ...columns.map(({ title }) => oneLine(title))]),
    row(["---", "---", ...columns.map(() => "---")]),
    ...kinds.map((kind) => line(say(KIND_NAMES[kind], language), (of) => of.get(kind) ?? none)),
    line(say(ALL, language), (of) => [...of.values()].reduce(plus, none)),
    ...columns.flatMap(({ title, refused }) =>
      refused ? ["", `${say(REFUSED, language)}: ${oneLine(title)}. ${oneLine(refused)}.`] : [],
    ),
  ].join("\n")}\n`;
};

const row = (cells: string[]): string => `| ${cells.join(" | ")} |`;
