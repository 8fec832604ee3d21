import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Pipeline } from "#domain/pipeline.ts";
import type { Plan } from "#exports/crm/contract.ts";
import { planFor } from "#exports/crm/index.ts";
import { salesforce } from "#exports/crm/salesforce/index.ts";
import { metadata, type XmlBody } from "#exports/crm/salesforce/xml.ts";
import { anyPipeline, windowsPipeline } from "./pipelines.ts";
import { type Parsed, parsed } from "./well-formed.ts";

const planOf = (pipeline: Pipeline, language: "ru" | "en" = "ru") => planFor(salesforce, pipeline, language);
type Body = { [tag: string]: Parsed[] };
const filesOf = (plan: Plan, kind: string) =>
  plan.files.filter(({ name }) => name.endsWith(`.${kind}-meta.xml`)).map(({ text }) => parsed(text).body as Body);
const one = (body: Body | undefined, tag: string) => body?.[tag]?.[0];

const withStages = (
  pipeline: Pipeline,
  change: (stages: Pipeline["pipelines"][number]["stages"]) => Pipeline["pipelines"][number]["stages"],
): Pipeline => ({
  ...pipeline,
  pipelines: pipeline.pipelines.map((each) => ({ ...each, stages: change(each.stages) })),
});

test("stages are written as Salesforce writes them, byte for byte", () => {
  const published = readFileSync(
    new URL("./facts/OpportunityStage.standardValueSet-meta.xml", import.meta.url),
    "utf8",
  );
  const { root, body } = parsed(published.endsWith("\n") ? published : `${published}\n`);
  const asWritten = (part: Parsed): string | XmlBody =>
    typeof part === "string"
      ? part
      : Object.fromEntries(Object.entries(part).map(([tag, all]) => [tag, all.map(asWritten)]));
  expect(metadata(root, asWritten(body) as XmlBody).trimEnd()).toBe(published.trimEnd());
  const [value] = (filesOf(planOf(windowsPipeline()), "standardValueSet")[0]?.standardValue ?? []) as Body[];
  const [theirs] = (body as Body).standardValue as Body[];
  expect(Object.keys(value ?? {}).filter((tag) => tag !== "color")).toEqual(Object.keys(theirs ?? {}));
});

test("the manifest names every file and nothing else, and all names are such as Salesforce takes", () => {
  fc.assert(
    fc.property(anyPipeline, (pipeline) => {
      const plan = planOf(pipeline);
      const manifest = plan.files.find(({ name }) => name === "manifest/package.xml");
      const members = ((parsed(manifest?.text ?? "").body as Body).types as Body[]).flatMap(
        (type) => type.members as string[],
      );
      const files = plan.files.filter(({ name }) => name.endsWith("-meta.xml"));
      expect(members).toHaveLength(files.length);
      expect(new Set(files.map(({ name }) => name.toLowerCase())).size).toBe(files.length);
      for (const member of members)
        expect(member).toMatch(
          /^((Opportunity|Contact|Account)\.)?[A-Za-z](?!\w*__\w*__c)[A-Za-z0-9_]*?[A-Za-z0-9](__c)?$/,
        );
      for (const field of filesOf(plan, "field")) expect(String(one(field, "label")).length).toBeLessThanOrEqual(40);
      for (const rule of filesOf(plan, "validationRule")) {
        expect(String(one(rule, "errorConditionFormula")).length).toBeLessThanOrEqual(3_900);
        expect(String(one(rule, "errorMessage")).length).toBeLessThanOrEqual(255);
      }
      for (const path of filesOf(plan, "pathAssistant"))
        for (const step of path.pathAssistantSteps as Body[]) {
          expect(String(one(step, "info") ?? "").length).toBeLessThanOrEqual(1_000);
          expect((step.fieldNames ?? []).length).toBeLessThanOrEqual(5);
        }
    }),
    { numRuns: 30 },
  );
});

test("everything that a file speaks of is in the package: stages, processes, record types, fields, options", () => {
  fc.assert(
    fc.property(anyPipeline, (pipeline) => {
      const plan = planOf(pipeline);
      const values = filesOf(plan, "standardValueSet").flatMap((set) =>
        (set.standardValue as Body[]).map((value) => one(value, "fullName")),
      );
      const types = filesOf(plan, "recordType");
      const processes = filesOf(plan, "businessProcess");
      const fields = new Set(
        plan.files.flatMap(
          ({ name }) => /objects\/(\w+)\/fields\/(\w+)\.field/.exec(name)?.slice(1, 3).join(".") ?? [],
        ),
      );
      for (const process of processes)
        for (const value of process.values as Body[]) expect(values).toContain(one(value, "fullName"));
      for (const type of types) {
        expect(processes.map((process) => one(process, "fullName"))).toContain(one(type, "businessProcess"));
        for (const list of (type.picklistValues ?? []) as Body[])
          expect(fields).toContain(`Opportunity.${one(list, "picklist")}`);
      }
      for (const path of filesOf(plan, "pathAssistant")) {
        expect(types.map((type) => one(type, "fullName"))).toContain(one(path, "recordTypeName"));
        for (const step of path.pathAssistantSteps as Body[]) {
          expect(values).toContain(one(step, "picklistValueName"));
          for (const field of step.fieldNames ?? []) expect(fields).toContain(`Opportunity.${field}`);
        }
      }
      for (const set of filesOf(plan, "permissionset"))
        for (const permission of (set.fieldPermissions ?? []) as Body[])
          expect(fields).toContain(one(permission, "field"));
      for (const rule of filesOf(plan, "validationRule")) {
        const formula = String(one(rule, "errorConditionFormula"));
        for (const [, name] of formula.matchAll(/(?<!Account\.)\b(\w+__c)/g))
          expect(fields).toContain(`Opportunity.${name}`);
        for (const [, name] of formula.matchAll(/Account\.(\w+__c)/g)) expect(fields).toContain(`Account.${name}`);
        for (const [, value] of formula.matchAll(/"(\w+)", 1/g)) expect(values).toContain(value);
        expect(formula.split("(").length).toBe(formula.split(")").length);
      }
    }),
    { numRuns: 30 },
  );
});

test("a field that is needed to leave a stage is asked for at later stages, never at the stage itself, and only on a move", () => {
  const pipeline = windowsPipeline();
  const [line] = pipeline.pipelines;
  const ofDeal = new Set(pipeline.fields.filter(({ entity }) => entity === "deal").map(({ key }) => key));
  const needed = ({ field, to }: { field: string; to: string }) => to === "leave" && ofDeal.has(field);
  const stage = line?.stages.find(({ outcome, requiredFields }) => outcome === "open" && requiredFields.some(needed));
  const key = stage?.requiredFields.find(needed)?.field ?? "";
  const file = planOf(pipeline).files.find(({ carries }) =>
    carries.includes(`required-to-leave:${line?.key}/${stage?.key}/${key}`),
  );
  const formula = String(one(parsed(file?.text ?? "").body as Body, "errorConditionFormula"));
  const api = (of: string) => `"${of.charAt(0).toUpperCase()}${of.slice(1).replaceAll("-", "_")}", 1`;
  const later = line?.stages.find(({ outcome, order }) => outcome === "open" && order > (stage?.order ?? 0));
  expect(formula).toContain(api(later?.key ?? ""));
  expect(formula).not.toContain(api(stage?.key ?? ""));
  expect(formula).toMatch(/^AND\(OR\(ISNEW\(\), ISCHANGED\(StageName\)\), /);
});

test("too many stages are refused in one line; long names are shortened with a warning and stand whole in the help text", () => {
  const pipeline = windowsPipeline();
  const many = withStages(pipeline, ([first]) =>
    Array.from({ length: 101 }, (_, at) => ({
      ...(first as NonNullable<typeof first>),
      key: `stage-${at + 1}`,
      name: `Этап ${at + 1}`,
      order: at + 1,
    })),
  );
  expect(() => planOf(many)).toThrow("Этапов 101, в Salesforce на все воронки помещается не больше 100");
  const long = "Очень длинное название поля, которое никуда не помещается";
  const first = pipeline.fields.find(({ entity, type }) => entity === "deal" && type === "text");
  const renamed = {
    ...pipeline,
    fields: pipeline.fields.map((field) => (field.key === first?.key ? { ...field, name: long } : field)),
  };
  const plan = planOf(renamed);
  const field = filesOf(plan, "field").find((each) => one(each, "inlineHelpText") === long);
  expect(String(one(field, "label"))).toMatch(/^Очень длинное .*…$/);
  expect(plan.warnings.map(({ what }) => what)).toContainEqual(expect.stringContaining("Название длиннее 40 знаков"));
});
