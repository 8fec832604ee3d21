import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Plan } from "#exports/crm/contract.ts";
import { planFor, vendorByName, vendors } from "#exports/crm/index.ts";
import { packageOf } from "#exports/crm/package.ts";
import { windowsPipeline } from "./pipelines.ts";

const vendorOf = (name: string) => {
  const vendor = vendorByName(name);
  if (!vendor) throw new Error(`no vendor ${name}`);
  return vendor;
};

/** All that a person or `apply` gets, once: steps a line each, without those of single options, and of the permission sets, which differ in name only, the first; Odoo's steps carry the records of its files. */
const packed = async (name: string): Promise<string> => {
  const files = unzipSync(await packageOf(vendorOf(name), windowsPipeline(), "ru"));
  const { steps } = JSON.parse(strFromU8(files[`${name}/plan.json`] ?? new Uint8Array())) as Plan;
  const isOther = (path: string, at: number, all: string[]) =>
    !/\/(plan\.json|checklist\.docx)$/.test(path) &&
    !(path.includes("/permissionsets/") && all[at - 1]?.includes("/permissionsets/"));
  return [
    ...Object.keys(files)
      .filter(isOther)
      .map((path) => `=== ${path}\n${strFromU8(files[path] ?? new Uint8Array())}`),
    ...(steps.length
      ? [
          `=== steps of ${name}/plan.json`,
          ...steps
            .filter(({ unless }) => !unless)
            .map((step) => (name === "odoo" ? `${step.id}: ${step.method} ${step.path}` : JSON.stringify(step))),
          "",
        ]
      : []),
  ].join("\n");
};

describe.each(vendors.map(({ name }) => name))("the package of the windows story for %s", (name) => {
  test("comes out as it did", async () => {
    await expect(await packed(name)).toMatchFileSnapshot(`../../golden/crm/${name}.txt`);
  });

  test("holds the very plan and its files, and a box to tick for each thing that is left for the hand", async () => {
    const files = unzipSync(await packageOf(vendorOf(name), windowsPipeline(), "ru"));
    const text = (file: string) => strFromU8(files[`${name}/${file}`] ?? new Uint8Array());
    const plan = JSON.parse(text("plan.json")) as Plan;
    expect(plan).toEqual(JSON.parse(JSON.stringify(planFor(vendorOf(name), windowsPipeline(), "ru"))));
    for (const file of plan.files) expect(text(file.name)).toBe(file.text);
    for (const { manual } of plan.unsupported) expect(manual.trim()).not.toBe("");
    expect(text("checklist.md").match(/^- \[ \] /gm)?.length).toBe(plan.unsupported.length);
  });
});
