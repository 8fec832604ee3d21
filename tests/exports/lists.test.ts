import { expect, test } from "vitest";
import { csv } from "#exports/lists/csv.ts";
import { fieldsCsv, lossReasonsCsv, stagesCsv } from "#exports/lists/index.ts";
import { windowsPipeline } from "./crm/pipelines.ts";

const linesOf = (text: string) => text.trim().split("\r\n");

test("the lists have a line for every field, stage and loss reason, with the rules they come from", () => {
  const pipeline = windowsPipeline("ru");
  const stages = pipeline.pipelines.flatMap((one) => one.stages);
  expect(linesOf(fieldsCsv(pipeline, "ru"))).toHaveLength(pipeline.fields.length + 1);
  expect(linesOf(stagesCsv(pipeline, "ru"))).toHaveLength(stages.length + 1);
  expect(linesOf(lossReasonsCsv(pipeline, "ru"))).toHaveLength(pipeline.lossReasons.length + 1);
  const sheet = linesOf(fieldsCsv(pipeline, "ru")).find((line) => line.startsWith("measure-file,"));
  expect(sheet).toContain("Изделия готовы,Замер получен и проверен");
  expect(sheet).toMatch(/R-\d\d/);
  expect(linesOf(stagesCsv(windowsPipeline("en"), "en"))[0]).toBe(
    "Pipeline,No.,Key,Stage,Outcome,Responsible,Begins when,Ends when,Time,Required fields,Next,Rules",
  );
});

test("a cell with commas, quotes and lines stays one cell, and none becomes a formula", () => {
  expect(
    csv([
      ['a "b"', "1,2", "x\ny"],
      ["=SUM(A1)", "-5", "+7", "@x"],
    ]),
  ).toBe(`\uFEFF"a ""b""","1,2","x\ny"\r\n'=SUM(A1),'-5,'+7,'@x\r\n`);
});
