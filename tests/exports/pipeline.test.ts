import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { pipelineSchema, VERSION } from "#domain/pipeline.ts";
import { readPipelineFile } from "#domain/pipeline-file.ts";
import { pipelineYaml, readPipelineYaml } from "#exports/pipeline/yaml.ts";
import { windowsPipeline } from "./crm/pipelines.ts";

const folder = new URL("../../exports/pipeline/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), "utf8");

describe("the published schema of a pipeline", () => {
  test("stands beside its changelog as the code has it, under an address that stays", async () => {
    const schema = pipelineSchema();
    expect(schema.$id).toBe(`urn:reglament:pipeline:${VERSION.split(".")[0]}`);
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
      "../../exports/pipeline/pipeline.schema.json",
    );
    expect(read("CHANGELOG.md")).toContain(`## ${VERSION}\n`);
  });

  test("takes the examples, the small one and the windows story, and so does whoever loads a pipeline", async () => {
    const windows = pipelineYaml(windowsPipeline("en"));
    await expect(windows).toMatchFileSnapshot("../../exports/pipeline/examples/windows.yaml");
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(pipelineSchema());
    const examples = [JSON.parse(read("examples/small.json")), parse(windows)];
    for (const example of examples) {
      expect(validate(example), JSON.stringify(validate.errors?.slice(0, 2))).toBe(true);
      expect(readPipelineFile(JSON.stringify(example))).toEqual({ pipeline: example });
      expect(validate({ ...example, fields: [{ ...example.fields[0], type: "hologram" }] })).toBe(false);
    }
  });
});

test("a colour that is none and a key that is none are said in one line each, with an example", () => {
  const text = read("examples/small.json");
  const said = (changed: string) => readPipelineFile(changed);
  expect(said(text.replace("#98cbff", "reddish"))).toMatchObject({
    problem: {
      where: "pipelines[0].stages[0].color",
      expected: { ru: "цвет, например #98cbff", en: "a colour such as #98cbff" },
      got: { en: '"reddish"' },
    },
  });
  expect(said(text.replace('"key": "measure-date"', '"key": "Measure date"'))).toMatchObject({
    problem: { where: "fields[0].key", expected: { en: "a key such as measurement-result" } },
  });
});

describe("the pipeline as YAML", () => {
  test("is the same pipeline when it is read back", () => {
    for (const language of ["ru", "en"] as const) {
      const pipeline = windowsPipeline(language);
      const yaml = pipelineYaml(pipeline);
      expect(readPipelineYaml(yaml)).toEqual({ pipeline: JSON.parse(JSON.stringify(pipeline)) });
      expect(pipelineYaml(windowsPipeline(language))).toBe(yaml);
    }
  });

  test("keeps texts that look like something else in YAML", () => {
    const pipeline = windowsPipeline();
    for (const title of [
      "no",
      "1.0",
      "# note",
      "- a: b",
      "*alias",
      "два\nряда: «да»",
      "'\"",
      " ",
      "null",
      "2026-11-16",
    ])
      expect(readPipelineYaml(pipelineYaml({ ...pipeline, title }))).toMatchObject({ pipeline: { title } });
  });

  test("says in one line where it is broken, and what it does not take", () => {
    expect(readPipelineYaml("format: reglament.pipeline\n  version: [")).toMatchObject({
      problem: { where: expect.stringMatching(/^\d+:\d+$/) },
    });
    expect(readPipelineYaml("a: &x [1]\nb: *x")).toMatchObject({ problem: { got: { en: "one with aliases" } } });
    expect(readPipelineYaml("")).toMatchObject({ problem: { where: "format" } });
    const twice = pipelineYaml(windowsPipeline()).replace("key: measurement-scheduled", "key: consultation");
    expect(readPipelineYaml(twice)).toMatchObject({ problem: { got: { en: '"consultation" for the second time' } } });
  });
});
