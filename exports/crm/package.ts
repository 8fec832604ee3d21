import { type Zippable, zipSync } from "fflate";
import type { Language } from "#domain/language.ts";
import type { Pipeline } from "#domain/pipeline.ts";
import { checklistDocx, checklistMarkdown, tickListOf } from "./checklist.ts";
import type { Plan, Vendor } from "./contract.ts";
import { planFor } from "./index.ts";
import { readme } from "./readme.ts";

/** The first moment that a ZIP can note: the same plan gives the same bytes. */
const MTIME = "1980-01-01T12:00:00";

/** All that a team takes to its CRM: `<vendor>/plan.json`, README, the list to tick off, the vendor's files. */
export const packageOf = async (vendor: Vendor, pipeline: Pipeline, language: Language): Promise<Uint8Array> => {
  const plan: Plan = planFor(vendor, pipeline, language);
  const list = tickListOf(vendor, plan, pipeline, language);
  const texts: Record<string, string> = {
    "plan.json": `${JSON.stringify(plan, null, 2)}\n`,
    "README.md": readme(vendor, plan, pipeline, language),
    "checklist.md": checklistMarkdown(list),
    ...Object.fromEntries(plan.files.map(({ name, text }) => [name, text])),
  };
  const files: Zippable = {};
  for (const [name, text] of Object.entries(texts))
    files[`${vendor.name}/${name}`] = [new TextEncoder().encode(text), { mtime: MTIME }];
  files[`${vendor.name}/checklist.docx`] = [await checklistDocx(list), { mtime: MTIME }];
  return zipSync(files);
};
