import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import type { Pipeline } from "#domain/pipeline.ts";
import { planFor } from "#exports/crm/index.ts";
import { odoo } from "#exports/crm/odoo/index.ts";
import { dataFile } from "#exports/crm/odoo/xml.ts";
import { columnsOf, EXTERNALS } from "./odoo-facts.ts";
import { anyPipeline, windowsPipeline } from "./pipelines.ts";

const VERSIONS = [17, 18, 19];
const SCHEMA = fileURLToPath(new URL("./facts/odoo-import_xml.rng", import.meta.url));

const filesOf = (pipeline: Pipeline, language: "ru" | "en" = "ru") => planFor(odoo, pipeline, language).files;

/** What `xmllint` has against data files, by Odoo’s own schema of them. */
const faultsByOdoosSchema = (texts: readonly string[]): string => {
  const folder = mkdtempSync(join(tmpdir(), "reglament-odoo-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const names = texts.map((text, index) => {
    const name = join(folder, `${index}.xml`);
    mkdirSync(dirname(name), { recursive: true });
    writeFileSync(name, text);
    return name;
  });
  const { status, stderr, error } = spawnSync("xmllint", ["--noout", "--relaxng", SCHEMA, ...names], {
    encoding: "utf8",
  });
  if (error) throw error;
  return status === 0 ? "" : stderr.replace(/^.* validates$/gm, "").trim();
};
const dataOf = (files: ReturnType<typeof filesOf>) => files.filter(({ name }) => name.endsWith(".xml"));

test("all data files are valid by Odoo’s own schema, whatever the pipeline is called", () => {
  const texts = (["ru", "en"] as const).flatMap((language) =>
    dataOf(filesOf(windowsPipeline(language), language)).map(({ text }) => text),
  );
  for (const pipeline of fc.sample(anyPipeline, { numRuns: 20, seed: 7 }))
    texts.push(...dataOf(filesOf(pipeline)).map(({ text }) => text));
  expect(texts.length).toBeGreaterThan(80);
  expect(faultsByOdoosSchema(texts)).toBe("");
});

test("the schema would say so of a record without a model and of markup in a plain value", () => {
  expect(faultsByOdoosSchema(['<odoo><record id="a"><field name="b">c</field></record></odoo>'])).toContain("fails");
  expect(faultsByOdoosSchema(["<odoo><record model='a'><field name='b'><b>c</b></field></record></odoo>"])).toContain(
    "fails",
  );
});

type Found = { id: string; model: string; fields: Map<string, string>; refs: string[] };

/** The records of the data files in the order of loading. */
const recordsIn = (files: ReturnType<typeof filesOf>): Found[] =>
  dataOf(files).flatMap(({ text }) =>
    [...text.matchAll(/<record id="([^"]+)" model="([^"]+)">(.*?)<\/record>/gs)].map(
      ([, id = "", model = "", inner = ""]) => {
        const fields = new Map(
          [...inner.matchAll(/^ {8}<field name="(\w+)"([^>]*?)(?:\/>|>(.*?)<\/field>$)/gms)].map(
            ([, name = "", attributes = "", content]): [string, string] => [name, content ?? attributes.trim()],
          ),
        );
        const refs = [...inner.matchAll(/ ref="([^"]+)"|ref\('([^']+)'\)|%\((\w+)\)d/g)].map(
          ([, a, b, c]) => a ?? b ?? c ?? "",
        );
        return { id, model, fields, refs };
      },
    ),
  );

/** What Odoo does not look at when it loads a file, or says in a way that nobody understands. */
const faultsIn = (pipeline: Pipeline): string[] => {
  const files = filesOf(pipeline);
  const records = recordsIn(files);
  const known = new Map(EXTERNALS);
  const faults: string[] = [];
  const say = (isGood: boolean, record: Found, what: string) => {
    if (!isGood) faults.push(`${record.model} ${record.id}: ${what}`);
  };
  for (const record of records) {
    const { id, model, fields, refs } = record;
    say(/^[a-z0-9_]+$/.test(id) && !known.has(id), record, "the external id is not its own");
    for (const ref of refs) say(known.has(ref), record, `${ref} is not there yet`);
    known.set(id, model);
    for (const version of VERSIONS) {
      const columns = columnsOf(model, version);
      say(columns !== undefined, record, `no such model in ${version}`);
      for (const name of fields.keys()) say(columns?.has(name) === true, record, `no field ${name} in ${version}`);
      for (const [name, { isRequired, values }] of columns ?? []) {
        say(!isRequired || fields.has(name), record, `${name} is required`);
        const value = fields.get(name);
        say(!values || value === undefined || values.includes(value), record, `${name} cannot be ${value}`);
      }
    }
    const name = fields.get("name");
    if (model.startsWith("crm.")) say(name !== undefined && name.length <= 1600, record, "the name is very long");
    if (model === "ir.model.fields") say(/^x_[a-z0-9_]{1,61}$/.test(name ?? ""), record, `column ${name}`);
    for (const domain of ["filter_domain", "filter_pre_domain"]) {
      const text = fields.get(domain);
      if (text)
        say(text.match(/%d/g)?.length === text.match(/ref\(/g)?.length, record, `${domain}: places and records differ`);
    }
  }
  const set = files.find(({ name }) => name.endsWith("pipeline.xml"))?.text ?? "";
  for (const [, ref = ""] of set.matchAll(/env\.ref\("reglament\.(\w+)"\)/g))
    if (!known.has(ref)) faults.push(`the setting of stages: no ${ref}`);
  for (const [, colour = ""] of set.matchAll(/"color": (-?\d+)/g))
    if (Number(colour) < 0 || Number(colour) > 11) faults.push(`colour ${colour}`);
  for (const [, days = ""] of set.matchAll(/"rotting_threshold_days": (-?[\d.]+)/g))
    if (!/^\d+$/.test(days)) faults.push(`days ${days}`);
  for (const { text, name } of files) if (text.includes("{{")) faults.push(`${name}: a symbol of the calls`);
  const won = records.filter(({ model, fields }) => model === "crm.stage" && fields.get("is_won") === 'eval="True"');
  if (won.length > pipeline.pipelines.length) faults.push("two won stages");
  return faults;
};

test("what Odoo does not check is right too: columns of all three versions, order of references, values, one won stage", () => {
  expect(faultsIn(windowsPipeline())).toEqual([]);
  for (const pipeline of fc.sample(anyPipeline, { numRuns: 30, seed: 11 })) expect(faultsIn(pipeline)).toEqual([]);
});

test("the module and the calls make the same records under the same external ids", () => {
  const plan = planFor(odoo, windowsPipeline(), "ru");
  const byFile = recordsIn(plan.files)
    .map(({ id, model }) => `${model} reglament.${id}`)
    .filter((one) => !one.endsWith("set_up_stages"));
  const byCall = plan.steps.flatMap(({ id, body }) => {
    const args = (body as { params: { args: unknown[] } }).params.args;
    if (args[4] !== "load" || id.startsWith("odoo.stages.")) return [];
    const [, rows] = args[5] as [string[], string[][]];
    return rows.map(([external]) => `${args[3]} ${external}`);
  });
  expect(byCall.sort()).toEqual(byFile.sort());
  expect(byFile.length).toBeGreaterThan(250);
});

test("a percent sign, quotes and angle brackets of a name stay what they are", () => {
  const text = dataFile([
    {
      step: "a",
      does: "a",
      file: "a",
      model: "ir.ui.view",
      records: [
        { id: "a", values: { name: 'Скидка 100% <до "конца"> & далее\u0000', arch: { arch: "<p>5%(x)d</p>" } } },
      ],
      carries: [],
    },
  ]);
  expect(text).toContain('<field name="name">Скидка 100% &lt;до "конца"&gt; &amp; далее</field>');
  expect(text).toContain('<field name="arch" type="xml"><p>5%%(x)d</p></field>');
});

test("moves that nobody agreed on, fields that a stage requires and a refused result become rules", () => {
  const rules = recordsIn(filesOf(windowsPipeline())).filter(({ model }) => model === "base.automation");
  const kinds = rules.map(({ id }) => id.slice(0, id.indexOf("__")));
  for (const kind of ["door", "moves", "refused", "tasks", "late", "handoff", "automation"])
    expect(kinds).toContain(kind);
  const [refused] = rules.filter(({ id }) => id === "refused__new_private__measurement_result");
  expect(refused?.fields.get("filter_domain")).toContain("x_reglament_measure_result");
});
