import fc from "fast-check";
import { expect, test } from "vitest";
import { allPipelinesSvg, pipelineSvg } from "#exports/picture/index.ts";
import { anyPipeline, windowsPipeline } from "./crm/pipelines.ts";

test("the picture of the windows story shows every stage of work, its role and the way back", async () => {
  const pipeline = windowsPipeline("ru");
  const one = pipeline.pipelines[0];
  if (!one) throw new Error("the story has no pipeline");
  const svg = await pipelineSvg(pipeline, one, "ru");
  const words = svg.replace(/<[^>]+>/g, " ");
  for (const { name, outcome } of one.stages) if (outcome === "open") expect(words).toContain(name.split(" ")[0]);
  expect(words).toContain("Замерщик");
  expect(words).toContain("отклонено");
  expect(words).toContain("С любого этапа: Отказ; Отложено");
  expect(svg).not.toMatch(/<script|href=/);
  expect(await pipelineSvg(pipeline, one, "ru")).toBe(svg);
});

test("names of any kind make a picture", async () => {
  await fc.assert(
    fc.asyncProperty(anyPipeline, async (pipeline) => {
      for (const one of pipeline.pipelines) {
        const svg = await pipelineSvg(pipeline, one, "en");
        expect(svg.match(/class="node"/g)?.length).toBeGreaterThanOrEqual(
          one.stages.filter(({ outcome }) => outcome === "open").length,
        );
      }
    }),
    { numRuns: 40 },
  );
});

test("all pipelines stand in one picture, each below the other, with no id twice", async () => {
  const story = windowsPipeline("ru");
  const [one] = story.pipelines;
  if (!one) throw new Error("the story has no pipeline");
  const svg = await allPipelinesSvg({ ...story, pipelines: [one, { ...one, key: "second", name: "Вторая" }] }, "ru");
  const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const places = [...svg.matchAll(/<svg y="(\d+(?:\.\d+)?)" width="(\d+(?:\.\d+)?)" height="(\d+(?:\.\d+)?)"/g)];
  expect(places.map(([, y]) => Number(y))).toEqual([0, Number(places[0]?.[3])]);
  expect(svg.match(/^<svg [^>]* height="(\d+)/)?.[1]).toBe(String(Number(places[0]?.[3]) * 2));
});
