import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Pipeline } from "#domain/pipeline.ts";
import { checklistDocx, checklistMarkdown, tickListOf } from "#exports/crm/checklist.ts";
import { planFor, vendorNamed, vendors } from "#exports/crm/index.ts";
import { packageOf } from "#exports/crm/package.ts";
import { BOX } from "#exports/docx/ticks.ts";
import { formatByName } from "#exports/index.ts";
import { catalogue } from "#templates";
import { windows } from "../../story/windows.ts";
import { laidOut } from "../laid-out.ts";
import { windowsPipeline } from "./pipelines.ts";

const listFor = (name: string, pipeline: Pipeline, language: "ru" | "en" = "ru") => {
  const vendor = vendorNamed(name);
  const plan = planFor(vendor, pipeline, language);
  return { plan, list: tickListOf(vendor, plan, pipeline, language) };
};
const words = (pages: string[]) => pages.join(" ").replace(/\s+/g, " ");

describe("the checklist of what is left for the hand", { timeout: 120_000 }, () => {
  test("begins with one sheet of all places, each with a box, and has a box for every item after it", async () => {
    const { plan, list } = listFor("amocrm", windowsPipeline());
    const { pages } = laidOut(await checklistDocx(list));
    const [sheet = "", ...rest] = pages;
    expect(sheet.split(BOX).length - 1).toBe(list.sheet.rows.length);
    for (const { place } of list.sheet.rows) expect(words([sheet])).toContain(place.split(" ").slice(0, 3).join(" "));
    expect(words(rest).split(BOX).length - 1).toBe(plan.unsupported.length);
    expect(sheet).toContain(`Страница 1 из ${pages.length}`);
  });

  test("is one page where all of it fits, and says so where nothing is left", async () => {
    const whole = windowsPipeline("en");
    const small: Pipeline = { ...whole, automations: [], procedures: [], pipelines: [] };
    const { list } = listFor("odoo", small, "en");
    const few = { ...list, groups: list.groups.slice(0, 2) };
    expect(laidOut(await checklistDocx(few)).pages).toHaveLength(1);
    const nothing = unzipSync(await checklistDocx({ ...list, groups: [] }))["word/document.xml"];
    expect(strFromU8(nothing ?? new Uint8Array())).toContain("Everything loads by itself.");
    expect(checklistMarkdown({ ...list, groups: [] })).toContain("Everything loads by itself.");
  });

  test.each(vendors.map(({ name }) => name))("of %s is the same bytes in the package and alone", async (name) => {
    const alone = await formatByName(`${name}-checklist.docx`)?.make(windows(), catalogue, "ru");
    const files = unzipSync(await packageOf(vendorNamed(name), windowsPipeline(), "ru"));
    expect(files[`${name}/checklist.docx`]).toEqual(alone);
    expect(strFromU8(files[`${name}/README.md`] ?? new Uint8Array())).toContain("checklist.docx");
  });

  test("speaks one language", () => {
    const { list } = listFor("hubspot", windowsPipeline("en"), "en");
    expect(JSON.stringify(list)).not.toMatch(/[а-яё]/i);
  });
});
