import ts from "typescript";
import { expect, test } from "vitest";
import type { Json, Plan } from "#exports/crm/contract.ts";
import { planFor } from "#exports/crm/index.ts";
import { pipedrive } from "#exports/crm/pipedrive/index.ts";
import { salesforce } from "#exports/crm/salesforce/index.ts";
import { windowsPipeline } from "./pipelines.ts";
import { type Parsed, parsed } from "./well-formed.ts";

/** What `tsc` says of a program of one file, which stands in this folder without being written. */
const saidOf = (text: string): string[] => {
  const name = new URL("./made-by-a-test.ts", import.meta.url).pathname;
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ES2022,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: ["node"],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (file, target) =>
    file === name ? ts.createSourceFile(file, text, target) : getSourceFile.call(host, file, target);
  host.fileExists = (file) => file === name || fileExists(file);
  host.readFile = (file) => (file === name ? text : readFile(file));
  const program = ts.createProgram([name], options, host);
  return ts
    .getPreEmitDiagnostics(program, program.getSourceFile(name))
    .map(
      ({ messageText, start = 0 }) =>
        `${text.slice(start, start + 80)}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
    );
};

/** Ids as the account gives them: numbers, and codes of fields as texts. */
const withIds = (body: Json): string =>
  JSON.stringify(body).replace(/"\{\{([^}]+)\}\}"(:?)/g, (_, symbol: string, isKey: string) =>
    isKey ? '"1":' : symbol.startsWith("field.") ? '"abc"' : "1",
  );

const CALLS: [RegExp, string, string][] = [
  [/^POST \/api\/v2\/pipelines$/, "AddPipelineRequest", "v2"],
  [/^PATCH \/api\/v2\/pipelines\//, "UpdatePipelineRequest", "v2"],
  [/^POST \/api\/v2\/stages$/, "AddStageRequest", "v2"],
  [/^PATCH \/api\/v2\/stages\//, "UpdateStageRequest", "v2"],
  [/^POST \/api\/v2\/dealFields$/, "AddDealFieldRequest", "v2"],
  [/^PATCH \/api\/v2\/dealFields\/[^/]+$/, "UpdateDealFieldRequest", "v2"],
  [/^POST \/api\/v2\/personFields$/, "AddPersonFieldRequest", "v2"],
  [/^PATCH \/api\/v2\/personFields\/[^/]+$/, "UpdatePersonFieldRequest", "v2"],
  [/^POST \/api\/v2\/organizationFields$/, "AddOrganizationFieldRequest", "v2"],
  [/^PATCH \/api\/v2\/organizationFields\/[^/]+$/, "UpdateOrganizationFieldRequest", "v2"],
  [/^POST \/api\/v2\/\w+Fields\/[^/]+\/options$/, "AddDealFieldOptionsRequestInner[]", "v2"],
  [/^PATCH \/api\/v2\/\w+Fields\/[^/]+\/options$/, "UpdateDealFieldOptionsRequestInner[]", "v2"],
  [/^POST \/api\/v1\/roles$/, "AddRoleRequest", "v1"],
  [/^PUT \/api\/v1\/roles\//, "BaseRoleRequest", "v1"],
];

const ofPipedrive = (plan: Plan): { call: string; type: string; body: Json }[] =>
  plan.steps.flatMap((step) =>
    [step, step.changes].flatMap((one) => {
      if (!one) return [];
      const call = `${one.method} ${one.path.replace(/\{\{[^}]+\}\}/g, "1")}`;
      const [, name, version] = CALLS.find(([path]) => path.test(call)) ?? [];
      if (!name) throw new Error(`no official type for ${call}`);
      return [{ call, type: `${version}.${name}`, body: one.body }];
    }),
  );

const program = (bodies: { type: string; body: Json }[]): string =>
  [
    'import type * as v1 from "pipedrive/v1";',
    'import type * as v2 from "pipedrive/v2";',
    ...bodies.map(({ type, body }, at) => `export const c${at} = ${withIds(body)} satisfies ${type};`),
  ].join("\n");

test("every request to Pipedrive is one that its official types allow, and no key is unknown to them", {
  timeout: 120_000,
}, () => {
  const bodies = ofPipedrive(planFor(pipedrive, windowsPipeline(), "ru"));
  expect(bodies.length).toBeGreaterThan(100);
  expect(saidOf(program(bodies))).toEqual([]);
  // what is inside these has an index signature in the types: keys are compared with those the types name
  const named = {
    required_fields: ["enabled", "stage_ids", "statuses"],
    important_fields: ["enabled", "stage_ids"],
  };
  for (const [key, known] of Object.entries(named))
    for (const { body } of bodies)
      for (const inner of Object.keys((body as Record<string, object | undefined>)[key] ?? {}))
        expect(known).toContain(inner);
  // and the check can fail
  const wrong = saidOf(
    program([
      { type: "v2.AddStageRequest", body: { name: "x", pipeline_id: 1, rotten_days: 3 } },
      { type: "v2.AddDealFieldRequest", body: { field_name: "x", field_type: "boolean" } },
      { type: "v2.AddPipelineRequest", body: {} },
    ]),
  );
  expect(wrong).toHaveLength(3);
});

/** The literal that a parsed file is, lists as lists where an element stands more than once. */
const literal = (body: Parsed): string =>
  typeof body === "string"
    ? JSON.stringify(body)
    : `{ ${Object.entries(body)
        .map(
          ([tag, all]) =>
            `${tag}: ${all.length === 1 ? literal(all[0] as Parsed) : `[${all.map(literal).join(", ")}]`}`,
        )
        .join(", ")} }`;

/** In a file every leaf is a text, and a list of one is an element: the official types, read so. */
const AS_TEXT = `
import type * as sf from "@salesforce/types/metadata";
type Xml<T> = T extends (infer E)[] ? Xml<E> | Xml<E>[]
  : T extends boolean ? "true" | "false" : T extends number ? \`\${number}\` : T extends string ? T
  : { [K in keyof T as T[K] extends unknown[] ? never : K]: Xml<T[K]> } & { [K in keyof T as T[K] extends unknown[] ? K : never]?: Xml<T[K]> };
`;

const xmlProgram = (files: { root: string; body: Parsed }[]): string =>
  [
    AS_TEXT,
    ...files.map(({ root, body }, at) => `export const f${at} = ${literal(body)} satisfies Xml<sf.${root}>;`),
  ].join("\n");

test("every file for Salesforce is well-formed and one that its official types allow, element by element", {
  timeout: 120_000,
}, () => {
  const plan = planFor(salesforce, windowsPipeline(), "ru");
  const files = plan.files.filter(({ name }) => name.endsWith(".xml")).map(({ text }) => parsed(text));
  expect(files.length).toBeGreaterThan(60);
  expect(saidOf(xmlProgram(files))).toEqual([]);
  const wrong = saidOf(
    xmlProgram([
      { root: "ValidationRule", body: { active: ["true"], errorMessage: ["x"] } },
      { root: "CustomField", body: { fullName: ["X__c"], type: ["Boolean"] } },
      { root: "PathAssistantSettings", body: { pathEnabled: ["true"] } },
      { root: "StandardValueSet", body: { sorted: ["no"] } },
    ]),
  );
  expect(wrong).toHaveLength(4);
});

test("reading a file that is not well-formed fails", () => {
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n<A xmlns="http://soap.sforce.com/2006/04/metadata">';
  expect(parsed(`${head}<b>1 &lt; 2</b><b></b></A>\n`).body).toEqual({ b: ["1 < 2", ""] });
  for (const bad of ["<b>1</c></A>", "<b>1 & 2</b></A>", "<b>1</b>", "x<b>1</b></A>", "<b>1</b></A><A></A>"])
    expect(() => parsed(`${head}${bad}\n`), bad).toThrow();
});
