import fc from "fast-check";
import { expect, test } from "vitest";
import { writeComparison } from "#exports/comparison/index.ts";
import { elementsOf } from "#exports/crm/elements.ts";
import { expressedBy } from "#exports/crm/expressed.ts";
import { planFor, vendors } from "#exports/crm/index.ts";
import { KIND_NAMES } from "#exports/crm/kind-names.ts";
import { namesOf } from "#exports/crm/names.ts";
import { anyPipeline, windowsPipeline } from "./crm/pipelines.ts";

const cellsOf = (table: string, name: string): string[] =>
  (table.split("\n").find((line) => line.startsWith(`| ${name} |`)) ?? "")
    .split("|")
    .map((cell) => cell.trim())
    .slice(2, -1);

test("every element of any pipeline is counted once in every CRM", () => {
  fc.assert(
    fc.property(anyPipeline, (pipeline) => {
      const count = elementsOf(pipeline, namesOf(pipeline, "ru")).length;
      for (const vendor of vendors) {
        const sums = [...expressedBy(planFor(vendor, pipeline, "ru"), pipeline).values()];
        expect(sums.reduce((sum, { whole, partly, byHand }) => sum + whole + partly + byHand, 0)).toBe(count);
      }
    }),
    { numRuns: 15 },
  );
});

test("the CRMs stand side by side, and what none can do by itself is by hand in all", () => {
  const pipeline = windowsPipeline();
  const table = writeComparison(pipeline, "ru");
  for (const { title } of vendors) expect(table).toContain(` ${title} `);
  const [count, ...cells] = cellsOf(table, KIND_NAMES.field.ru);
  expect(count).toBe(String(pipeline.fields.length));
  expect(cells).toHaveLength(vendors.length);
  for (const cell of cells) expect(cell).toMatch(/^● \d+/);
  for (const cell of cellsOf(table, KIND_NAMES.kpi.ru).slice(1)) expect(cell).toBe(`○ ${pipeline.kpis.length}`);
  const at = (name: string) => vendors.findIndex((vendor) => vendor.name === name) + 1;
  const transitions = cellsOf(table, KIND_NAMES.transition.ru);
  expect(transitions[at("salesforce")]).toMatch(/^● \d+$/);
  expect(transitions[at("amocrm")]).toMatch(/^○ \d+$/);
  // one vendor is called by its Russian name too
  expect(writeComparison(windowsPipeline("en"), "en").replaceAll("Битрикс24", "")).not.toMatch(/[а-яё]/i);
});

test("a CRM that cannot hold the pipeline says why instead of a column", () => {
  const pipeline = windowsPipeline();
  const [one] = pipeline.pipelines;
  const [stage] = one?.stages ?? [];
  if (!one || !stage) throw new Error("the story has no stage");
  const stages = Array.from({ length: 101 }, (_, at) => ({
    ...stage,
    key: `stage-${at + 1}`,
    name: `Этап ${at + 1}`,
    order: at + 1,
  }));
  const table = writeComparison({ ...pipeline, pipelines: [{ ...one, stages, owners: [] }] }, "ru");
  expect(table).toContain(
    "Не помещается: Salesforce. Этапов 101, в Salesforce на все воронки помещается не больше 100.",
  );
  expect(cellsOf(table, KIND_NAMES.stage.ru)[0]).toBe("101");
});
