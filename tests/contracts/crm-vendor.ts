import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Pipeline } from "#domain/pipeline.ts";
import type { Plan, Vendor } from "#exports/crm/contract.ts";
import { elementsOf } from "#exports/crm/elements.ts";
import { planFor } from "#exports/crm/index.ts";
import { namesOf } from "#exports/crm/names.ts";
import { anyPipeline, windowsPipeline } from "../exports/crm/pipelines.ts";

const symbolsIn = (value: unknown): string[] =>
  [...JSON.stringify(value ?? null).matchAll(/\{\{(\??)([^}]+)\}\}/g)]
    .filter(([, may]) => !may)
    .map(([, , symbol = ""]) => symbol);

/** The elements that a plan neither carries nor tells a person how to do. */
export const lostIn = (plan: Plan, pipeline: Pipeline): string[] => {
  const told = new Set([...plan.steps, ...plan.files].flatMap(({ carries }) => carries));
  for (const { element } of plan.unsupported) told.add(element);
  return elementsOf(pipeline, namesOf(pipeline, "ru"))
    .map(({ id }) => id)
    .filter((id) => !told.has(id));
};

const expectSound = (plan: Plan, pipeline: Pipeline): void => {
  expect(lostIn(plan, pipeline)).toEqual([]);
  const ids = plan.steps.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const known = new Set<string>();
  const done = new Set<string>();
  for (const step of plan.steps) {
    for (const need of step.needs) expect(done).toContain(need);
    const asked = [step.path, step.body, step.finds?.path, step.finds?.body].flatMap(symbolsIn);
    for (const symbol of asked) if (!symbol.startsWith("env.")) expect(known).toContain(symbol);
    for (const { symbol } of [...step.gives, ...(step.finds?.gives ?? [])]) known.add(symbol);
    for (const symbol of symbolsIn(step.changes)) if (!symbol.startsWith("env.")) expect(known).toContain(symbol);
    done.add(step.id);
  }
  for (const { name, reason, manual } of plan.unsupported)
    for (const text of [name, reason, manual]) expect(text).not.toMatch(/^\s*$|undefined|\[object/);
};

/** What every CRM's plan owes to the pipeline. */
export const describeVendor = (vendor: Vendor): void => {
  describe(vendor.title, () => {
    test("carries every element of the windows story or says what to do by hand, in both languages", () => {
      for (const language of ["ru", "en"] as const) {
        const pipeline = windowsPipeline(language);
        const plan = planFor(vendor, pipeline, language);
        expectSound(plan, pipeline);
        expect(plan.steps.length + plan.files.length).toBeGreaterThan(0);
        if (language === "en") expect(JSON.stringify(plan)).not.toMatch(/[а-яё]/i);
      }
    });

    test("loses nothing of any pipeline, and uses no id before it is there", () => {
      fc.assert(
        fc.property(anyPipeline, (pipeline) => expectSound(planFor(vendor, pipeline, "ru"), pipeline)),
        { numRuns: 60 },
      );
    });

    test("is the same plan for the same pipeline", () => {
      fc.assert(
        fc.property(anyPipeline, (pipeline) => {
          const again = JSON.parse(JSON.stringify(pipeline)) as Pipeline;
          expect(planFor(vendor, again, "en")).toEqual(planFor(vendor, pipeline, "en"));
        }),
        { numRuns: 10 },
      );
    });
  });
};
