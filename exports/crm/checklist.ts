import { type Language, say } from "#domain/language.ts";
import type { Pipeline } from "#domain/pipeline.ts";
import { toDocx } from "../docx/index.ts";
import type { TickList } from "../docx/ticks.ts";
import { oneLine } from "../markdown/one-line.ts";
import { byKind } from "./by-kind.ts";
import type { Plan, Unsupported, Vendor } from "./contract.ts";
import type { ElementKind } from "./elements.ts";
import { KIND_NAMES } from "./kind-names.ts";

/** Where in the CRM it is done by hand, and what; `place` is empty of what says all in a sentence of its own. */
const doneBy = ({ manual }: Unsupported, usual: string): { place: string; what: string } =>
  manual.startsWith(`${usual}: `)
    ? { place: usual, what: manual.slice(usual.length + 2) }
    : { place: "", what: manual };

/** What a person has to do after the plan has been carried out: by place on one sheet, and in full by kind. */
export const tickListOf = (vendor: Vendor, plan: Plan, pipeline: Pipeline, language: Language): TickList => {
  const both = (ru: string, en: string) => say({ ru, en }, language);
  const usualOf = (kind: ElementKind) => say(vendor.byHand[kind].manual, language);
  const kinds = byKind(plan).map(({ kind, reasons, left }) => {
    const places = new Map<string, string[]>();
    for (const one of left) {
      const { place, what } = doneBy(one, usualOf(kind));
      places.set(place, [...(places.get(place) ?? []), what]);
    }
    return { name: say(KIND_NAMES[kind], language), reasons, places };
  });
  const sheet = new Map<string, Map<string, number>>();
  for (const { name, places } of kinds)
    for (const [place, what] of places) {
      const of = sheet.get(place) ?? new Map<string, number>();
      sheet.set(place, of.set(name, what.length));
    }
  return {
    title: `${vendor.title}: ${both("что сделать вручную", "what to do by hand")}`,
    company: pipeline.company,
    // most workshops are named after the company that stands above
    about: `${pipeline.title.replace(`${pipeline.company}: `, "")}. ${both("Пунктов", "Items")}: ${plan.unsupported.length}`,
    language,
    edition: pipeline.edition.date,
    nothing: both("Всё загружается само.", "Everything loads by itself."),
    sheet: {
      head: [both("Где", "Where"), both("Что и сколько", "What and how many")],
      rows: [...sheet].map(([place, of]) => ({
        place: place || both("Довести до согласованного, см. по пунктам", "Bring to what was agreed, see item by item"),
        what: [...of].map(([name, count]) => (count === 1 ? name : `${name} (${count})`)).join(", "),
      })),
      more: both("Остальные места на следующих страницах", "Other places, on the pages that follow"),
    },
    details: both("По пунктам", "Item by item"),
    groups: kinds.map(({ name, reasons, places }) => ({
      name,
      why: reasons.map((reason) => `${reason}.`).join(" "),
      places: [...places].map(([place, what]) => ({ place, what })),
    })),
  };
};

/** `checklist.docx`: a sheet to print, with boxes to tick. */
export const checklistDocx = (list: TickList): Promise<Uint8Array> => toDocx({ kind: "ticks", list });

/** `checklist.md`: the same in Markdown. The sheet of places comes first, then a box for every item. */
export const checklistMarkdown = (list: TickList): string => {
  const { title, company, about, nothing, sheet, details, groups, edition, language } = list;
  const lines = [`# ${title}`, "", `${oneLine(company)}: ${oneLine(about)}. ${say(EDITION, language)} ${edition}.`, ""];
  if (groups.length === 0) return [...lines, nothing, ""].join("\n");
  return [
    ...lines,
    `| ${sheet.head.join(" | ")} |`,
    "| --- | --- |",
    ...sheet.rows.map(({ place, what }) => `| ${oneLine(place)} | ${oneLine(what)} |`),
    "",
    `# ${details}`,
    "",
    ...groups.flatMap(({ name, why, places }) => [
      `## ${name}`,
      "",
      oneLine(why),
      "",
      ...places.flatMap(({ place, what }) =>
        what.map((one) => `- [ ] ${oneLine(place === "" ? one : `${place}: ${one}`)}`),
      ),
      "",
    ]),
  ].join("\n");
};
const EDITION = { ru: "Редакция от", en: "Edition of" };
