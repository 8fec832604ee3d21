import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Pipeline } from "#domain/pipeline.ts";
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
const packed = (name: string): string => {
  const files = unzipSync(packageOf(vendorOf(name), windowsPipeline(), "ru"));
  const { steps } = JSON.parse(strFromU8(files[`${name}/plan.json`] ?? new Uint8Array())) as Plan;
  const isOther = (path: string, at: number, all: string[]) =>
    !path.endsWith("/plan.json") && !(path.includes("/permissionsets/") && all[at - 1]?.includes("/permissionsets/"));
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
    await expect(packed(name)).toMatchFileSnapshot(`../../golden/crm/${name}.txt`);
  });

  test("holds the very plan and its files, and a box to tick for each thing that is left for the hand", () => {
    const files = unzipSync(packageOf(vendorOf(name), windowsPipeline(), "ru"));
    const text = (file: string) => strFromU8(files[`${name}/${file}`] ?? new Uint8Array());
    const plan = JSON.parse(text("plan.json")) as Plan;
    expect(plan).toEqual(JSON.parse(JSON.stringify(planFor(vendorOf(name), windowsPipeline(), "ru"))));
    for (const file of plan.files) expect(text(file.name)).toBe(file.text);
    for (const { manual } of plan.unsupported) expect(manual.trim()).not.toBe("");
    expect(text("checklist.md").match(/^- \[ \] /gm)?.length).toBe(plan.unsupported.length);
  });
});

/** So many stages and fields, every field needed to leave some stage. */
const sized = (stageCount: number, fieldCount: number): Pipeline => {
  const story = windowsPipeline();
  const [one] = story.pipelines;
  const [stage] = one?.stages ?? [];
  const [field] = story.fields;
  if (!one || !stage || !field) throw new Error("the story has no stage or field");
  const fields = Array.from({ length: fieldCount }, (_, at) => ({
    ...field,
    key: `field-${at + 1}`,
    name: `Поле ${at + 1}`,
  }));
  const stages = Array.from({ length: stageCount }, (_, at) => ({
    ...stage,
    key: `stage-${at + 1}`,
    name: `Этап ${at + 1}`,
    order: at + 1,
    requiredFields: fields
      .filter((_each, index) => index % stageCount === at)
      .map(({ key, source }) => ({ field: key, to: "leave" as const, source })),
    transitions: at + 1 < stageCount ? [{ to: `stage-${at + 2}`, kind: "forward" as const, source: stage.source }] : [],
    result: null,
  }));
  return { ...story, fields, pipelines: [{ ...one, stages, owners: [] }] };
};

test.each([
  [12, 60, 100],
  [50, 300, 1000],
])("all plans of %i stages and %i fields take no more than a few times %i ms", (stages, fields, target) => {
  const pipeline = sized(stages, fields);
  // processor time of the best of several: what else the machine does is not the plans' doing
  const of = (vendor: (typeof vendors)[number]): number => {
    const from = process.cpuUsage();
    planFor(vendor, pipeline, "ru");
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000;
  };
  const best = vendors.map((vendor) => Math.min(...Array.from({ length: stages > 20 ? 3 : 7 }, () => of(vendor))));
  const all = best.reduce((sum, one) => sum + one, 0);
  console.info(
    `${stages} stages × ${fields} fields: ${vendors.map(({ name }, at) => `${name} ${best[at]?.toFixed(1)}`).join(", ")} ms`,
  );
  // the figure itself is looked at by people: machines that run tests are noisy
  expect(all).toBeLessThan(4 * target);
});
