import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ELEMENT_KINDS } from "#exports/crm/elements.ts";
import { type Expressed, expressedBy } from "#exports/crm/expressed.ts";
import { planFor, vendors } from "#exports/crm/index.ts";
import { KIND_NAMES } from "#exports/crm/kind-names.ts";
import { windowsPipeline } from "./pipelines.ts";

const README = new URL("../../../exports/crm/README.md", import.meta.url);
const shown = ({ whole, partly, byHand }: Expressed): string =>
  whole + partly === 0 ? "by hand" : partly + byHand === 0 ? "native" : "partly";

test("the table of elements and CRMs in the README is what the plans of the windows story amount to", async () => {
  const pipeline = windowsPipeline("en");
  const columns = vendors.map((vendor) => expressedBy(planFor(vendor, pipeline, "en"), pipeline));
  const row = (cells: string[]) => `| ${cells.join(" | ")} |`;
  const table = [
    row(["", ...vendors.map(({ title }) => title)]),
    row(["---", ...vendors.map(() => "---")]),
    ...ELEMENT_KINDS.flatMap((kind) => {
      const cells = columns.map((column) => column.get(kind));
      return cells.every((cell) => cell === undefined)
        ? []
        : [row([KIND_NAMES[kind].en, ...cells.map((cell) => (cell ? shown(cell) : ""))])];
    }),
  ].join("\n");
  const readme = readFileSync(README, "utf8");
  const written = readme.replace(
    /(<!-- elements × vendors -->\n).*(<!-- end -->)/s,
    (_, start: string, end: string) => `${start}${table}\n${end}`,
  );
  expect(written).toContain(table);
  await expect(written).toMatchFileSnapshot("../../../exports/crm/README.md");
});

test("stages, fields and loss reasons go into every CRM, goals of reports into none", () => {
  const pipeline = windowsPipeline();
  for (const vendor of vendors) {
    const taken = expressedBy(planFor(vendor, pipeline, "en"), pipeline);
    for (const kind of ["pipeline", "stage", "field", "loss-reason"] as const)
      expect((taken.get(kind)?.whole ?? 0) + (taken.get(kind)?.partly ?? 0), `${vendor.name} ${kind}`).toBeGreaterThan(
        0,
      );
    expect(taken.get("kpi"), vendor.name).toMatchObject({ whole: 0, partly: 0 });
  }
});
